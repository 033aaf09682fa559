/** Nothing enters; a random table leaves, of the shape that a matrix is printed in, with names that collide often. */

import fc from 'fast-check';
import type { EntitlementTable, Lifecycle } from '../../../app/evaluator/table.ts';

const CAPABILITIES = ['view', 'export', 'audit', 'constructor', 'newer'];
const LIMITS = ['seats', 'history', 'calls', 'valueof', 'unlisted'];
const METERS = ['minutes', 'bytes', 'newer_meter'];
const OLD_KEYS = ['old_view', 'old_seats', 'more_seats', 'old_minutes', 'gone'];
const VERSIONS = ['free_v1', 'pro_v1', 'pro_v2', 'team_v1'];
const OLD_VERSIONS = ['pro-2019', 'team-old'];
const ADDONS = ['extra_seats', 'compliance', 'boundless'];
const PLANS = ['free', 'pro', 'team'];

/** Every name that a contract or a question may hold: known, old, and of nothing at all. */
export const NAMES = {
  capabilities: [...CAPABILITIES, ...OLD_KEYS, 'toString', '__proto__', ''],
  limits: [...LIMITS, ...OLD_KEYS, 'toString', '__proto__', ''],
  meters: [...METERS, ...OLD_KEYS, 'hasOwnProperty', '__proto__', ''],
  versions: [...VERSIONS, ...OLD_VERSIONS, 'enterprise_v9', 'toString', '__proto__', ''],
  states: ['trial', 'active', 'grace', 'expired', 'suspended', 'paused', 'constructor', ''],
  addons: [...ADDONS, 'nothing', 'toString'],
};

const amount = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 120 }) },
  { weight: 2, arbitrary: fc.constantFrom(0, 1, 2.5, 0.1, 1e6, 1e8, 1e11 - 1, 1e11) },
);
export const limitValue = fc.oneof(
  { weight: 5, arbitrary: amount },
  { weight: 2, arbitrary: fc.constantFrom('unlimited' as const, 'unknown' as const) },
);
/** Shares as people write them: 80%, 33.5%. */
const share = fc.oneof(
  fc.constantFrom(0, 0.07, 0.29, 0.5, 0.57, 0.8, 0.9, 1),
  fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000),
);
const hardShare = fc.oneof(
  fc.constantFrom(1, 1.1, 1.07, 1.15, 2, 9.99),
  fc.integer({ min: 1000, max: 9990 }).map((n) => n / 1000),
);
const lifecycle: fc.Arbitrary<Lifecycle> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.record(
      {
        deprecated: fc.constant(true as const),
        sunset_at: fc.constant('2027-01-31'),
        replacement_key: fc.constant('view'),
      },
      { requiredKeys: ['deprecated'] },
    ),
  },
);
const words = { one: 'thing', other: 'things', name: 'Things' };

const limitRule = fc
  .tuple(
    fc.record(
      {
        counts: fc.constantFrom('counted' as const, 'rate' as const, 'range' as const),
        soft: share,
        rounding: fc.constantFrom('up' as const, 'down' as const, 'nearest' as const),
        hard: hardShare,
        whenUnreadable: fc.constantFrom('refuse' as const, 'allow' as const),
      },
      { requiredKeys: ['counts', 'soft', 'rounding'] },
    ),
    lifecycle,
  )
  .map(([rule, late]) => ({ ...rule, ...late, ...words }));

const some = (names: readonly string[]) => fc.subarray([...names]);
/** Nearly full: what is left out is asked for all the same. */
const records = <T>(names: readonly string[], value: fc.Arbitrary<T>) =>
  fc.dictionary(fc.constantFrom(...names), value, {
    minKeys: Math.ceil(names.length * 0.7),
    maxKeys: names.length,
    size: 'max',
    noNullPrototype: true,
  });

const versionRow = fc.record(
  {
    plan: fc.constantFrom(...PLANS),
    name: fc.constant('A plan'),
    line: fc.constant('house'),
    current: fc.boolean(),
    states: fc.constant(['active' as const]),
    capabilities: some(CAPABILITIES),
    limits: records(LIMITS, limitValue),
    meters: some(METERS),
  },
  { requiredKeys: ['plan', 'name', 'line', 'current', 'states', 'capabilities', 'limits'] },
);

const addonRow = fc.record({
  name: fc.constant('An add-on'),
  for: some(PLANS),
  capabilities: some(CAPABILITIES),
  meters: some(METERS),
  limits: records(LIMITS, limitValue),
  adds: records(LIMITS, fc.oneof(fc.integer({ min: 0, max: 50 }), fc.constant('unlimited' as const))),
});

const stateRule = fc
  .tuple(fc.constantFrom('paid', 'paid', 'fallback', 'nothing'), fc.boolean(), fc.constantFrom(...VERSIONS))
  .map(([keeps, warns, fallback]) => ({ keeps, warns, ...(keeps === 'fallback' && { fallback }) }));

const paid = fc.constant({ keeps: 'paid' as const, warns: false });

export const randomTable: fc.Arbitrary<EntitlementTable> = fc.record(
  {
    product: fc.constant('Random'),
    digest: fc.constant(`sha256-${'0'.repeat(64)}`),
    capabilities: records(
      CAPABILITIES.slice(0, 4),
      lifecycle.map((late) => ({ name: 'A capability', ...late })),
    ),
    limits: records(LIMITS.slice(0, 4), limitRule),
    meters: records(
      METERS.slice(0, 2),
      lifecycle.map((late) => ({ ...words, ...late })),
    ),
    versions: records(VERSIONS, versionRow),
    addons: records(ADDONS, addonRow),
    prices: records(['price_1', 'price_2'], fc.constantFrom(...VERSIONS)),
    states: fc.record(
      { trial: stateRule, active: paid, grace: stateRule, expired: stateRule, suspended: stateRule },
      { requiredKeys: ['active'], noNullPrototype: true },
    ),
    aliases: fc.record({
      versions: records(OLD_VERSIONS, fc.constantFrom(...VERSIONS)),
      keys: records(OLD_KEYS, fc.constantFrom(...CAPABILITIES, ...LIMITS, ...METERS)),
    }),
    gates: fc.constant({}),
  },
  { requiredKeys: ['product', 'digest', 'capabilities', 'limits', 'versions', 'states', 'aliases', 'gates'] },
) as fc.Arbitrary<EntitlementTable>;
