import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  budgetOf,
  effectiveVersion,
  enforcedCapability,
  enforcedLimit,
  holdersOf,
} from '../../../matrix/expect/enforced.ts';
import type { Rounding, StateName } from '../../../matrix/types.ts';
import { matrixOf, PULSE } from '../matrix-of.ts';

const { matrix: pulse } = matrixOf(PULSE);

/** A matrix with one plan that has `n` workspaces. */
function workspaces(n: number | string, soft: string, rounding: Rounding) {
  return matrixOf(`planproof: 1
level: lifecycle
product: Tide
units: { workspace: { one: workspace, other: workspaces } }
limits: { workspaces: { name: Workspaces, unit: workspace, soft: ${soft}, hard: 100%, rounding: ${rounding} } }
plans: { pro: { name: Pro, version: pro_v1, limits: { workspaces: ${n} } } }
`).matrix;
}

function edges(n: number, soft: string, rounding: Rounding) {
  const holder = { version: 'pro_v1', state: 'active' as const };
  const at = (edge: 'soft' | 'hard') => enforcedLimit(workspaces(n, soft, rounding), holder, 'workspaces', edge)?.value;
  return { soft: at('soft'), hard: at('hard') };
}

const amount = (n: number) => ({ kind: 'amount', n, unit: 'workspace', bound: 'exactly' });

describe('the soft edge of a limit', () => {
  it.each([
    [5, '80%', 'up', 4],
    [2, '80%', 'up', 2],
    [15, '80%', 'up', 12],
    [40, '80%', 'up', 32],
    // One below, at and above a number whose edge is whole.
    [4, '80%', 'up', 4],
    [6, '80%', 'up', 5],
    [14, '80%', 'up', 12],
    [16, '80%', 'up', 13],
    [4, '80%', 'down', 3],
    [5, '80%', 'down', 4],
    [6, '80%', 'down', 4],
    [4, '80%', 'nearest', 3],
    [6, '80%', 'nearest', 5],
    [5, '50%', 'nearest', 3],
    [0, '80%', 'up', 0],
    [1, '80%', 'down', 0],
    [1, '80%', 'up', 1],
    [5, '0%', 'up', 0],
    [5, '100%', 'down', 5],
    // A hair above 7 in binary.
    [100, '7%', 'up', 7],
    [100, '29%', 'down', 29],
  ] as const)('of %d at %s, rounded %s, is %d', (n, soft, rounding, edge) => {
    expect(edges(n, soft, rounding)).toEqual({ soft: amount(edge), hard: amount(n) });
  });

  it('never passes the hard one, and never falls as the number grows', () => {
    const percents = fc.integer({ min: 0, max: 100 });
    const roundings = fc.constantFrom<Rounding>('up', 'down', 'nearest');
    const edge = (n: number, percent: number, rounding: Rounding) => {
      const { soft } = edges(n, `${percent}%`, rounding);
      return soft?.kind === 'amount' ? soft.n : Number.NaN;
    };
    fc.assert(
      fc.property(fc.nat(100_000), percents, roundings, (n, percent, rounding) => {
        const [here, next] = [edge(n, percent, rounding), edge(n + 1, percent, rounding)];
        return here >= 0 && here <= n && next >= here && next - here <= 1;
      }),
      { numRuns: 50 },
    );
  });

  it('of what has no end is unlimited, and of what is not stated nothing', () => {
    const holder = { version: 'pro_v1', state: 'active' as const };
    expect(enforcedLimit(workspaces('unlimited', '80%', 'up'), holder, 'workspaces', 'soft')?.value).toEqual({
      kind: 'unlimited',
      unit: 'workspace',
    });
    expect(enforcedLimit(workspaces('unknown', '80%', 'up'), holder, 'workspaces', 'soft')).toBeUndefined();
    expect(enforcedLimit(workspaces(5, '80%', 'up'), holder, 'seats', 'hard')).toBeUndefined();
  });
});

describe('what holds in each state', () => {
  const holder = (state: StateName, version = 'pro_v6') => ({ version, state });
  const audit = pulse.gates.find((gate) => gate.api === 'GET /api/audit')!;
  const history = (state: StateName) => enforcedLimit(pulse, holder(state), 'history', 'hard')?.value;

  it.each(['trial', 'active', 'grace'] as const)('%s keeps what was bought', (state) => {
    expect(effectiveVersion(pulse, holder(state))?.key).toBe('pro_v6');
    expect(enforcedCapability(pulse, holder(state), audit)?.value).toEqual({ kind: 'included' });
    expect(history(state)).toMatchObject({ n: 90 });
  });

  it('expired falls back to the plan that the matrix names', () => {
    expect(effectiveVersion(pulse, holder('expired'))?.key).toBe('community_v6');
    expect(enforcedCapability(pulse, holder('expired'), audit)?.value).toEqual({
      kind: 'refusal',
      status: 402,
      code: 'license_required',
    });
    expect(history('expired')).toMatchObject({ n: 7 });
  });

  it('suspended is refused everywhere, with the refusal of the state', () => {
    const refusal = { kind: 'refusal', status: 403, code: 'account_suspended' };
    expect(effectiveVersion(pulse, holder('suspended'))).toBeUndefined();
    expect(enforcedCapability(pulse, holder('suspended'), audit)).toEqual({
      value: refusal,
      at: pulse.states.suspended!.at,
    });
    expect(history('suspended')).toEqual(refusal);
  });

  it('a refusal of a plan points at the list that leaves the key out', () => {
    const refused = enforcedCapability(pulse, holder('active', 'community_v6'), audit)!;
    const line = PULSE.split('\n')[refused.at.line - 1]!;
    expect(line).toBe('    has: [update_alerts, sso, advanced_sso, ai_patrol]');
  });

  it.each(['constructor', 'pro_v7', ''])('a version that nobody knows (%j) is granted nothing', (version) => {
    expect(effectiveVersion(pulse, holder('active', version))).toBeUndefined();
    expect(enforcedCapability(pulse, holder('active', version), audit)?.value.kind).not.toBe('included');
    expect(enforcedLimit(pulse, holder('active', version), 'history', 'hard')?.value.kind).not.toBe('amount');
  });

  it('a capability that the matrix leaves open is expected of nobody', () => {
    const { matrix } = matrixOf(`planproof: 1
product: Tide
capabilities: { audit: { name: Audit } }
plans: { pro: { name: Pro, version: pro_v1 } }
gates: [{ key: audit, api: GET /api/audit }]
`);
    expect(enforcedCapability(matrix, holder('active', 'pro_v1'), matrix.gates[0]!)).toBeUndefined();
  });
});

describe('the budget of a search for an edge', () => {
  it.each([
    ['workspaces', 41],
    ['history', 366],
    ['manual_patrol_runs', 2],
    ['monitored_systems', 3],
    ['users', 3],
    ['nothing_of_that_name', 3],
  ])('of %s is %d', (key, budget) => {
    expect(budgetOf(pulse, key)).toBe(budget);
  });
});

describe('the holders that can be asked for', () => {
  const holders = holdersOf(pulse);
  const states = (version: string) =>
    holders.filter((holder) => holder.version === version).map((holder) => holder.state);

  it('are every contract in every state it can be in, each once', () => {
    expect(new Set(holders.map(({ version, state }) => `${version} ${state}`)).size).toBe(holders.length);
    expect(new Set(holders.map(({ version }) => version)).size).toBe(21);
    expect(holders).toHaveLength(2 + 9 * 4 + 4 * 5 + 7 * 4);
  });

  it('have the states of their line, unless their plan names its own', () => {
    expect(states('community_v6')).toEqual(['active', 'suspended']);
    expect(states('pro_v6')).toEqual(['active', 'grace', 'expired', 'suspended']);
    expect(states('cloud_starter')).toEqual(['trial', 'active', 'grace', 'expired', 'suspended']);
    expect(states('v5_lifetime_grandfathered')).toEqual(['active', 'grace', 'expired', 'suspended']);
  });

  it('come in the order of the page, old contracts last', () => {
    expect(holders[0]).toEqual({ version: 'community_v6', state: 'active' });
    expect(holders.at(-1)).toEqual({ version: 'v5_lifetime_grandfathered', state: 'suspended' });
  });
});
