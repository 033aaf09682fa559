import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overLimitPayload } from '../../app/evaluator/over-limit-payload.ts';
import { type OverLimit, overLimitPosture, POSTURES } from '../../app/evaluator/over-limit-posture.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SINCE = Date.UTC(2026, 0, 1);
const rule = { rounding: 'up', graceDays: 14 } as const;
const at = (more: Partial<OverLimit>) =>
  overLimitPosture({ rule, limit: 50, observed: 55, overSince: SINCE, now: SINCE, ...more }).posture;

describe('posture', () => {
  it('turns exactly above the number, and never without one', () => {
    expect([49, 50, 51].map((observed) => at({ observed }))).toEqual(['none', 'none', 'warning']);
    expect(at({ limit: 'unlimited' })).toBe('none');
    expect(at({ limit: 'unknown' })).toBe('none');
    expect(at({ limit: 0, observed: 1 })).toBe('warning');
  });

  it('turns exactly after 72 hours, and exactly at the end', () => {
    const after = (ms: number) => at({ now: SINCE + ms });
    expect([72 * HOUR - 1, 72 * HOUR, 72 * HOUR + 1].map(after)).toEqual(['warning', 'warning', 'countdown']);
    expect([14 * DAY - 1, 14 * DAY, 14 * DAY + 1].map(after)).toEqual(['countdown', 'enforcement', 'enforcement']);
    expect(overLimitPosture({ rule, limit: 50, observed: 55, overSince: SINCE, now: SINCE + 4 * DAY })).toEqual({
      posture: 'countdown',
      since: SINCE,
      enforcedFrom: SINCE + 14 * DAY,
    });
  });

  it('has no end where the table states none, and a short one comes before the countdown', () => {
    const endless = { rounding: 'up' } as const;
    expect(
      overLimitPosture({ rule: endless, limit: 1, observed: 2, overSince: SINCE, now: SINCE + 999 * DAY }),
    ).toEqual({
      posture: 'countdown',
      since: SINCE,
    });
    expect(at({ rule: { ...rule, graceDays: 2 }, now: SINCE + 2 * DAY })).toBe('enforcement');
  });

  it('begins with a warning while nobody has recorded it, and when the clock went backwards', () => {
    expect(at({ overSince: undefined, now: SINCE + 99 * DAY })).toBe('warning');
    expect(at({ now: SINCE - 99 * DAY })).toBe('warning');
  });

  it('goes on as recorded while usage cannot be read, and does not begin', () => {
    for (const observed of [undefined, Number.NaN, -1]) {
      expect(at({ observed, now: SINCE + 4 * DAY })).toBe('countdown');
      expect(at({ observed, overSince: undefined })).toBe('none');
    }
  });

  it('allows what the hard edge lets through', () => {
    const loose = { ...rule, hard: 1.1 };
    expect([50, 55, 56].map((observed) => at({ rule: loose, observed }))).toEqual(['none', 'none', 'warning']);
  });

  it('is locked whatever is in use', () => {
    expect(at({ locked: true, limit: 'unlimited', observed: 0 })).toBe('abuse_lock');
  });

  it('never grows calmer as time passes or more is in use', () => {
    const amounts = fc.record({
      limit: fc.nat(100),
      observed: fc.nat(200),
      more: fc.nat(50),
      elapsed: fc.nat(40 * DAY),
      later: fc.nat(40 * DAY),
      graceDays: fc.option(fc.nat(30), { nil: undefined }),
    });
    const rank = (over: Partial<OverLimit>) => POSTURES.indexOf(at(over));
    fc.assert(
      fc.property(amounts, ({ limit, observed, more, elapsed, later, graceDays }) => {
        const base = { rule: { ...rule, graceDays }, limit, observed, now: SINCE + elapsed };
        expect(rank({ ...base, now: base.now + later })).toBeGreaterThanOrEqual(rank(base));
        expect(rank({ ...base, observed: observed + more })).toBeGreaterThanOrEqual(rank(base));
        expect(rank(base) > 0).toBe(observed > limit);
      }),
    );
  });
});

it('all limits together stand where the firmest does', () => {
  const thing = { counts: 'counted', soft: 1, rounding: 'up', one: 'thing', other: 'things', name: 'Things' } as const;
  const limits = {
    a: { ...thing, graceDays: 4 },
    b: { ...thing, graceDays: 30 },
    rate: { ...thing, counts: 'rate' },
  } as const;
  const entry = { limit: 1, unit: 'things', usage: { available: true, observed: 3 } } as const;
  const payload = overLimitPayload(
    { limits } as never,
    { a: entry, b: entry, rate: entry },
    {
      now: SINCE + 5 * DAY,
      overSince: { a: SINCE, b: SINCE, rate: SINCE },
    },
  );
  expect(payload.posture).toBe('enforcement');
  expect(payload.limits.map(({ key, posture, title }) => [key, posture, title])).toEqual([
    ['a', 'enforcement', '3 of 1 thing'],
    ['b', 'countdown', '3 of 1 thing'],
  ]);
});
