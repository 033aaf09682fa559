import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemWords, readProblem, readWait } from '../../app/pages/problem-copy.mjs';

const words = (body: unknown) => problemWords(readProblem(body));

describe('a refusal that a client reads', () => {
  it('keeps code, message and details as they came', () => {
    const body = {
      code: 'quota_frozen',
      message: 'Frozen until Monday.',
      details: { until: '2026-03-09', deep: { a: [1] } },
    };
    expect(readProblem({ ...body, more: 1 })).toEqual(body);
    expect(words(body)).toBe('Frozen until Monday.');
  });

  it.each([
    [{ code: 'trial_rate_limited', message: 'Too often.', details: { retry_after_seconds: 840 } }, /in 14 minutes\.$/],
    [{ code: 'trial_rate_limited', message: 'Too often.' }, /Please try again later\.$/],
    [
      { code: 'trial_rate_limited', message: 'Too often.', details: { retry_after_seconds: '840' } },
      /try again later\.$/,
    ],
    [
      { code: 'patrol_hourly_cap', message: '1 run per hour included. Wait.', details: { retry_after_seconds: 1 } },
      /^1 run per hour included\. The next time is in 1 second\.$/,
    ],
    [{ code: 'patrol_hourly_cap', message: '1 run per hour included.' }, /^1 run per hour included\.$/],
    [{ code: 'unauthenticated', message: 'token: bad signature' }, /^You are signed out\. Sign in to go on\.$/],
    [{ code: 'constructor', message: 'As given.' }, /^As given\.$/],
    [{ code: 'new_code' }, /^This could not be done just now\.$/],
    [{ message: ' ' }, /^This could not be done just now\.$/],
    ['<html>502</html>', /^This could not be done just now\.$/],
    [null, /^This could not be done just now\.$/],
  ])('%j becomes words', (body, expected) => {
    expect(words(body)).toMatch(expected);
  });

  it('always becomes a sentence, whatever a server sends', () => {
    const codes = fc.oneof(fc.constantFrom('trial_rate_limited', 'patrol_hourly_cap', '__proto__'), fc.anything());
    const bodies = fc.record({ code: codes, message: fc.anything(), details: fc.anything() }, { requiredKeys: [] });
    fc.assert(
      fc.property(fc.oneof(bodies, fc.anything()), (body) => {
        const text = words(body);
        const said = (body as { message?: unknown } | null | undefined)?.message;
        const ours = typeof said === 'string' ? text.replace(said, '') : text;
        return typeof text === 'string' && text.trim() !== '' && !/undefined|NaN|\[object/.test(ours);
      }),
    );
  });

  it('waits as long as the header says, then as the body says', () => {
    expect(readWait({ retry_after_seconds: 5 }, '7')).toBe(7);
    expect(readWait({ retry_after_seconds: 5 }, null)).toBe(5);
    expect(readWait({ retry_after_seconds: 5 }, 'Wed, 21 Oct 2026 07:28:00 GMT')).toBe(5);
    expect(readWait({ retry_after_seconds: -1 })).toBeUndefined();
    expect(readWait({})).toBeUndefined();
  });
});
