import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimsToStore } from '../../../app/evaluator/database/index.ts';
import { readClaims } from '../../../app/evaluator/read-claims.ts';
import { smallTable } from '../small-table.ts';

const store = (claims: object) => claimsToStore(smallTable, claims);
const nothing = { capabilities: null, meters_enabled: null, addons: null, state_ends_at: null };

describe('what is stored', () => {
  it('has the names of today and the numbers of the version, whatever was carried', () => {
    const carried = { plan_version: 'paid-2019', subscription_state: 'active', limits: { max_things: 1, unsaid: 3 } };
    expect(store({ ...carried, capabilities: ['download'] })).toEqual({
      ...nothing,
      plan_version: 'paid_v1',
      subscription_state: 'active',
      capabilities: ['export'],
      limits: { closed: 0, open: 'unlimited', things: 5, unsaid: 3 },
    });
  });

  it('has the numbers of a paid version where none were carried', () => {
    for (const state of ['trial', 'active', 'grace'])
      expect(store({ plan_version: 'paid_v1', subscription_state: state }).limits).toMatchObject({ things: 5 });
  });

  it('has no numbers once the contract is over or locked', () => {
    for (const subscription_state of ['expired', 'suspended', 'paused', undefined])
      expect(store({ plan_version: 'paid_v1', subscription_state, limits: { things: 5 } }).limits).toBeNull();
  });

  it('keeps the name of an unknown plan, without numbers', () => {
    const gold = { plan_version: 'gold', subscription_state: 'active', limits: { things: 9 } };
    expect(store(gold)).toEqual({ ...nothing, plan_version: 'gold', subscription_state: 'active', limits: null });
  });

  it('states nothing that the claims do not', () => {
    expect(store({})).toEqual({ ...nothing, plan_version: null, subscription_state: null, limits: null });
    expect(store({ subscription_state: 'active', limits: { things: 2 } }).limits).toEqual({ things: 2 });
  });

  it('reads back as itself, and is then stored the same', () => {
    const some = fc.record({
      plan_version: fc.constantFrom('paid_v1', 'paid-2019', 'free_v1', 'gold', undefined),
      subscription_state: fc.constantFrom('active', 'grace', 'expired', 'suspended', 'paused', undefined),
      capabilities: fc.option(fc.array(fc.constantFrom('download', 'export', 'view', 'new')), { nil: undefined }),
      limits: fc.option(
        fc.dictionary(
          fc.constantFrom('things', 'max_things', 'open', 'unsaid'),
          fc.oneof(fc.nat(9), fc.constant('unlimited' as const), fc.constant('unknown' as const)),
        ),
        { nil: undefined },
      ),
    });
    fc.assert(
      fc.property(some, (claims) => {
        const stored = store(claims);
        const { claims: back, problems } = readClaims(smallTable, stored);
        expect(problems).toEqual([]);
        expect(claimsToStore(smallTable, back)).toEqual(stored);
        expect(JSON.stringify(stored)).not.toMatch(/paid-2019|max_things|download/);
      }),
    );
  });
});
