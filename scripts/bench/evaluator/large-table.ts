/** Numbers of plans and keys go in; an entitlement table of that size, and random questions about it, come out. */
import type { EntitlementTable, LimitRule } from '../../../app/evaluator/table.ts';

export const SIZE = { plans: 50, capabilities: 200, limits: 100, meters: 20 } as const;

const LIMIT: LimitRule = {
  counts: 'counted',
  soft: 0.8,
  rounding: 'up',
  one: 'thing',
  other: 'things',
  name: 'Things',
};

const names = (what: string, n: number) => Array.from({ length: n }, (_, i) => `${what}_${i}`);

export const CAPABILITIES = names('capability', SIZE.capabilities);
export const LIMITS = names('limit', SIZE.limits);
export const METERS = names('meter', SIZE.meters);
export const VERSIONS = names('plan', SIZE.plans).map((plan) => `${plan}_v1`);

/** Plans hold a growing share of the capabilities; every tenth limit is unlimited. */
export function largeTable(): EntitlementTable {
  const record = <T>(keys: readonly string[], of: (key: string, i: number) => T) =>
    Object.fromEntries(keys.map((key, i) => [key, of(key, i)]));
  const states = ['trial', 'active', 'grace', 'expired', 'suspended'] as const;
  return {
    product: 'Tidewater',
    digest: `sha256-${'0'.repeat(64)}`,
    capabilities: record(CAPABILITIES, (key) => ({ name: key })),
    limits: record(LIMITS, (key) => ({ ...LIMIT, name: key })),
    meters: record(METERS, (key) => ({ one: 'event', other: 'events', name: key })),
    versions: record(VERSIONS, (_, v) => ({
      plan: `plan_${v}`,
      name: `Plan ${v}`,
      line: 'house',
      current: true,
      states,
      capabilities: CAPABILITIES.filter((_key, i) => i % SIZE.plans <= v),
      limits: record(LIMITS, (_key, i) => (i % 10 ? (v + 1) * 10 : ('unlimited' as const))),
      meters: METERS.filter((_key, i) => i % SIZE.plans <= v),
    })),
    states: {
      trial: { keeps: 'paid', warns: false },
      active: { keeps: 'paid', warns: false },
      grace: { keeps: 'paid', warns: true },
      expired: { keeps: 'fallback', warns: false, fallback: VERSIONS[0]! },
      suspended: { keeps: 'nothing', warns: false },
    },
    aliases: { versions: {}, keys: {} },
    gates: {},
  };
}

/** Always the same numbers below `below`. */
export function randomNumbers(count: number, below: number, seed: number): Uint32Array {
  let state = seed;
  return Uint32Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  });
}
