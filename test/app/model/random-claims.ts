/** Nothing enters; random holders and claims leave: what a contract may carry, and what none should. */

import fc from 'fast-check';
import type { Claims, ContractHolder } from '../../../app/evaluator/index.ts';
import { limitValue, NAMES } from './random-table.ts';

const listOf = (names: readonly string[]) => fc.array(fc.constantFrom(...names), { maxLength: 4 });
const mapOf = <T>(names: readonly string[], value: fc.Arbitrary<T>) =>
  fc.dictionary(fc.constantFrom(...names.filter((name) => name !== '__proto__')), value, {
    maxKeys: 4,
    noNullPrototype: true,
  });
const quantity = fc.constantFrom(0, 1, 1, 2, 3, 7);

const known = NAMES.versions.slice(0, 6);
const version = fc.constantFrom(...NAMES.versions, ...known, ...known, ...known, ...known);
const state = fc.constantFrom(...NAMES.states, ...Array<string>(14).fill('active'), 'expired', 'grace');
const contents = {
  capabilities: listOf(NAMES.capabilities),
  limits: mapOf(NAMES.limits, limitValue),
  addons: mapOf(NAMES.addons, quantity),
};

/** In so many of ten. */
const sometimes = <T>(of10: number, value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: of10, arbitrary: value }, { weight: 10 - of10, arbitrary: fc.constant(undefined) });

export const randomHolder: fc.Arbitrary<ContractHolder> = fc.record(
  {
    version: sometimes(9, version),
    state: sometimes(9, state),
    capabilities: sometimes(3, contents.capabilities),
    meters: sometimes(3, listOf(NAMES.meters)),
    limits: sometimes(5, contents.limits),
    addons: sometimes(5, contents.addons),
  },
  { noNullPrototype: true },
);

export const NOW = 1_800_000_000_000;
const endsAt = fc.constantFrom(0, NOW / 1000 - 1, NOW / 1000, NOW / 1000 + 0.5, NOW / 1000 + 1, Number.NaN, Infinity);

export const randomClaims: fc.Arbitrary<Claims> = fc.record(
  {
    plan_version: version,
    subscription_state: state,
    ...contents,
    meters_enabled: listOf(NAMES.meters),
    state_ends_at: endsAt,
  },
  { requiredKeys: [], noNullPrototype: true },
);

/** Claims of which some fields are of another kind, or anything at all. */
export const randomCarried: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: randomClaims },
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        randomClaims,
        fc.dictionary(
          fc.constantFrom(
            'plan_version',
            'subscription_state',
            'capabilities',
            'limits',
            'meters_enabled',
            'addons',
            'state_ends_at',
            'newer',
          ),
          fc.oneof(
            fc.constantFrom(
              null,
              0,
              -1,
              1.5,
              '',
              'unlimited',
              true,
              [],
              {},
              [7],
              ['view', 7],
              { seats: -1 },
              { seats: 'many' },
              { extra_seats: 0.5 },
            ),
            fc.jsonValue({ maxDepth: 2 }),
          ),
          { maxKeys: 3, noNullPrototype: true },
        ),
      )
      .map(([claims, odd]) => ({ ...claims, ...odd })),
  },
  { weight: 1, arbitrary: fc.anything() },
);
