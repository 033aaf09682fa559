import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { table as printed } from '../../app/entitlements.gen.ts';
import { admissionPreview } from '../../app/evaluator/admission-preview.ts';
import { createEvaluator } from '../../app/evaluator/create-evaluator.ts';
import { entitlementPayload } from '../../app/evaluator/entitlement-payload.ts';
import { readClaims } from '../../app/evaluator/read-claims.ts';
import { mayTake, reentryVersions } from '../../app/evaluator/reentry-versions.ts';
import type { EntitlementTable, VersionRow } from '../../app/evaluator/table.ts';
import type { UsageReadings } from '../../app/evaluator/usage-reading.ts';
import { smallTable } from './small-table.ts';

const { free_v1, paid_v1 } = smallTable.versions as Record<'free_v1' | 'paid_v1', VersionRow>;
const [things] = Object.values(smallTable.limits);
const table: EntitlementTable = {
  ...smallTable,
  capabilities: { ...smallTable.capabilities, seal: { name: 'Seal', marker: true }, fly: { name: 'Fly' } },
  limits: {
    ...smallTable.limits,
    seats: { ...things!, marker: true },
    pace: { ...things!, counts: 'rate', perSeconds: 60 },
  },
  meters: { calls: { one: 'call', other: 'calls', name: 'Calls' }, idle: { one: 'x', other: 'x', name: 'Idle' } },
  versions: {
    free_v1: { ...free_v1, limits: { ...free_v1.limits, seats: 1 } },
    paid_v1: { ...paid_v1, capabilities: [...paid_v1.capabilities, 'seal'], meters: ['calls'] },
    large_v1: { ...paid_v1, plan: 'large', name: 'Large', limits: { ...paid_v1.limits, things: 50 } },
    abroad_v1: { ...paid_v1, line: 'abroad', plan: 'abroad', name: 'Abroad', capabilities: ['view', 'export', 'fly'] },
    old_v1: {
      ...paid_v1,
      plan: 'old',
      name: 'Old',
      current: false,
      until: 'cancellation',
      limits: { things: 'unlimited' },
    },
  },
  offers: ['free_v1', 'paid_v1', 'large_v1', 'abroad_v1'],
  gates: {
    'GET /export': { key: 'export' },
    '/export': { key: 'export', locked: 'Export is part of Paid' },
    '/fly': { key: 'fly' },
  },
};
const NOW = Date.UTC(2026, 0, 1);
const uses = (n: number): UsageReadings => ({ things: { available: true, observed: n } });

function payloadOf(version: string | undefined, usage: UsageReadings = {}, state: string | undefined = 'active') {
  return entitlementPayload(table, createEvaluator(table, { version, state }), { usage, now: NOW });
}

describe('the payload', () => {
  it('never says 0 where usage is not said to be read, and then nothing new goes in', () => {
    const readings: UsageReadings[] = [
      {},
      { things: { available: false } },
      { things: { observed: 3 } as never },
      { things: { available: 'yes', observed: 3 } as never },
      { things: { available: true, observed: Number.NaN } },
      { max_things: { available: true, observed: 3 } },
    ];
    for (const usage of readings) {
      const { limits, upgrade_reasons } = payloadOf('paid_v1', usage);
      expect(limits.things).toMatchObject({ limit: 5, usage: { available: false }, next: 'hard_block' });
      expect(limits.things?.message).toMatch(/cannot be read right now.*nothing new can be added until/);
      expect(limits.open).toMatchObject({ limit: 'unlimited', next: 'allowed' });
      expect(limits.open).not.toHaveProperty('message');
      expect(upgrade_reasons.map(({ key }) => key)).not.toContain('things');
    }
    expect(payloadOf('paid_v1', uses(0)).limits.things?.usage).toEqual({ available: true, observed: 0 });
  });

  it('says at the limit that what exists continues, above it why, and while it is settled that too', () => {
    const message = (n: number, settling?: boolean) => {
      const evaluator = createEvaluator(table, { version: 'paid_v1', state: 'active' });
      return entitlementPayload(table, evaluator, { usage: uses(n), now: NOW, settling }).limits.things?.message;
    };
    expect([3, 4, 5, 6].map((n) => message(n))).toEqual([
      undefined,
      'In use: 4 things; 1 more will fit.',
      'In use: 5 of 5 things. What exists continues; nothing new can be added.',
      'Already above what is included: 6 of 5 things. What exists continues; a new one can be added once fewer than 5 are in use.',
    ]);
    expect(message(6, true)).toMatch(/^The change of plan is still being settled: 6 of 5 things\./);
  });

  it('names no marker, no alias and no made-up version', () => {
    const text = JSON.stringify(payloadOf('paid_v1', uses(1)));
    for (const name of ['seal', 'seats', 'max_things', 'download']) expect(text).not.toContain(name);
    expect(payloadOf('paid-2019').plan_version).toBe('paid_v1');
    const nameless = payloadOf(undefined);
    expect([nameless.plan_version, nameless.plan_name, nameless.subscription_state]).toEqual([
      undefined,
      undefined,
      'active',
    ]);
    expect(payloadOf('unheard-of', uses(1))).toMatchObject({
      plan_version: 'unheard-of',
      capabilities: [],
      limits: { things: { limit: 'unknown', next: 'hard_block' } },
      upgrade_reasons: [],
    });
  });

  it('shows an enabled meter with its usage, and no other', () => {
    const { meters, meters_enabled } = payloadOf('paid_v1', { calls: { available: true, observed: 9 } });
    expect(meters_enabled).toEqual(['calls']);
    expect(meters).toEqual({ calls: { unit: 'calls', usage: { available: true, observed: 9 } } });
    expect(payloadOf('paid_v1').meters.calls?.usage).toEqual({ available: false });
  });
});

describe('reasons to choose another plan', () => {
  const reasons = (...of: Parameters<typeof payloadOf>) => payloadOf(...of).upgrade_reasons;

  it('name the first offer of the line that helps', () => {
    expect(reasons('free_v1', uses(1))).toEqual([
      {
        key: 'export',
        kind: 'capability',
        reason: 'not_included',
        message: 'Export is part of Paid. Choose Paid to use it.',
        offer: { version: 'paid_v1', plan: 'paid', name: 'Paid' },
      },
      {
        key: 'things',
        kind: 'limit',
        reason: 'limit_reached',
        message: '1 of 1 thing in use. Choose Paid for more.',
        offer: { version: 'paid_v1', plan: 'paid', name: 'Paid' },
      },
    ]);
    expect(reasons('free_v1', uses(7)).at(-1)).toMatchObject({ reason: 'over_limit', offer: { version: 'large_v1' } });
  });

  it('are none where nothing on offer helps, nothing is capped, or an administrator has locked it', () => {
    expect(reasons('large_v1', uses(50))).toEqual([]);
    expect(reasons('old_v1', uses(1_000_000))).toEqual([]);
    expect(reasons('free_v1', uses(1), 'suspended')).toEqual([]);
    expect(reasons('paid_v1', uses(5)).map(({ key }) => key)).toEqual(['things']);
  });

  it('lead out of expiry by the own line', () => {
    expect(reasons('paid_v1', uses(1), 'expired').map(({ key, offer }) => [key, offer.version])).toEqual([
      ['export', 'paid_v1'],
      ['things', 'paid_v1'],
    ]);
  });

  it('of the example are kept by what they name', () => {
    const example: EntitlementTable = printed;
    for (const [version, row] of Object.entries(example.versions)) {
      const evaluator = createEvaluator(example, { version, state: 'active' });
      const usage = { workspaces: { available: true, observed: 5 } } as const;
      for (const { key, kind, offer } of entitlementPayload(example, evaluator, { usage, now: NOW }).upgrade_reasons) {
        const better = createEvaluator(example, { version: offer.version, state: 'active' });
        expect(example.offers).toContain(offer.version);
        expect(example.versions[offer.version]?.line).toBe(row.line);
        expect(kind === 'limit' ? better.checkLimit(key, 6) !== 'hard_block' : better.hasCapability(key)).toBe(true);
      }
    }
  });
});

describe('a preview', () => {
  const evaluator = createEvaluator(table, { version: 'paid_v1', state: 'active' });
  const preview = (n: number | undefined, adds: number, replaces = 0) =>
    admissionPreview(table, evaluator, {
      key: 'things',
      usage: n === undefined ? { available: false } : { available: true, observed: n },
      adds,
      replaces,
    });

  it('counts what is replaced, at n-1, n and n+1', () => {
    expect([4, 5, 6].map((n) => preview(n, 1).verdict)).toEqual(['soft_block', 'hard_block', 'hard_block']);
    expect([4, 5, 6].map((n) => preview(n, 1, 1).verdict)).toEqual(['allowed', 'allowed', 'allowed']);
    expect(preview(4, 2).message).toBe('In use: 4 of 5 things. This needs more room than is left.');
    expect(preview(undefined, 1)).toMatchObject({ verdict: 'hard_block', after: { available: false } });
    expect(preview(undefined, 1, 1)).toMatchObject({ verdict: 'allowed', effect: 'none' });
  });

  it('decides as the evaluator does, and never calls consuming what adds nothing', () => {
    fc.assert(
      fc.property(fc.nat(10), fc.nat(5), fc.nat(5), (n, adds, replaces) => {
        const { effect, verdict, after } = preview(n, adds, replaces);
        expect(effect).toBe(adds > replaces ? 'consumes' : adds < replaces ? 'frees' : 'none');
        expect(verdict).toBe(adds > replaces ? evaluator.checkLimit('things', n + adds - replaces) : 'allowed');
        expect(after).toEqual({ available: true, observed: Math.max(0, n + adds - replaces) });
      }),
    );
  });
});

describe('a contract that ended', () => {
  it('comes back only with what is on offer in its line', () => {
    expect(reentryVersions(table, 'old_v1')).toEqual(['free_v1', 'paid_v1', 'large_v1']);
    expect(reentryVersions(table, undefined)).toEqual(table.offers);
    expect(mayTake(table, 'old_v1', false)).toBe(true);
    expect(mayTake(table, 'old_v1', true)).toBe(false);
    expect(mayTake(table, 'paid-2019', false)).toBe(false);
    const example: EntitlementTable = printed;
    for (const [version, { current }] of Object.entries(example.versions)) {
      expect(reentryVersions(example, version).every((id) => example.offers?.includes(id))).toBe(true);
      if (!current) expect(mayTake(example, version, true)).toBe(false);
    }
  });

  it('is uncapped as long as it holds, whatever an old record says', () => {
    const { claims } = readClaims(table, { plan_version: 'old_v1', limits: { max_things: 3 } });
    expect(claims.limits).toEqual({ things: 'unlimited' });
    const evaluator = createEvaluator(table, { version: 'old_v1', state: 'active', limits: { things: 3 } });
    expect(evaluator.checkLimit('things', 1_000_000)).toBe('allowed');
    expect(entitlementPayload(table, evaluator, { usage: uses(99), now: NOW })).toMatchObject({
      kept_until: 'cancellation',
      over_limit: { posture: 'none', limits: [] },
    });
  });
});
