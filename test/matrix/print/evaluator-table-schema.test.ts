import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import type {
  AddonRow,
  CapabilityRule,
  EntitlementTable,
  LimitRule,
  MeterRule,
  RoleRule,
  StateRule,
  TrialRule,
  VersionRow,
} from '../../../app/evaluator/table.ts';
import schema from '../../../matrix/evaluator-table.schema.json' with { type: 'json' };
import { ENTITLEMENTS_SCHEMA, printEntitlementsJson } from '../../../matrix/print/entitlements-json.ts';
import { matrixOf, PULSE } from '../matrix-of.ts';

const check = new Ajv({ strict: true, strictRequired: false, allErrors: true }).compile(schema);

interface Table extends Record<string, unknown> {
  versions: Record<string, Record<string, unknown>>;
  limits: Record<string, Record<string, unknown>>;
  states: Record<string, Record<string, unknown>>;
  gates: Record<string, Record<string, unknown>>;
  capabilities: Record<string, Record<string, unknown>>;
}

function printed(text = PULSE): Table {
  return JSON.parse(printEntitlementsJson(matrixOf(text).matrix, 'a matrix'));
}

describe('the printed entitlements of Pulse', () => {
  it('have the shape that their schema describes', () => {
    check(printed());
    expect(check.errors ?? []).toEqual([]);
  });

  it('name the schema by its address', () => {
    expect(printed().$schema).toBe(schema.$id);
    expect(schema.$id).toBe(ENTITLEMENTS_SCHEMA);
  });

  it('name no internal key, anywhere', () => {
    expect(JSON.stringify(printed())).not.toContain('demo_fixtures');
  });

  it('say of every version what it has of every limit', () => {
    const { versions, limits } = printed();
    for (const version of Object.values(versions)) {
      expect(Object.keys(version.limits as object).sort()).toEqual(Object.keys(limits).sort());
    }
  });
});

describe('the printed entitlements of a matrix that states little', () => {
  it('have the same shape', () => {
    check(printed('planproof: 1\nproduct: Tide\nplans: { pro: { name: Pro, version: pro_v1 } }\n'));
    expect(check.errors ?? []).toEqual([]);
  });
});

describe('a table that was edited by hand', () => {
  it.each<[string, (table: Table) => void]>([
    ['lacks its digest', (table) => delete table.digest],
    ['has a digest of another kind', (table) => Object.assign(table, { digest: 'sha256-12' })],
    ['has a field that nobody reads', (table) => Object.assign(table, { plans: {} })],
    ['has no version', (table) => Object.assign(table, { versions: {} })],
    ['has a state that no contract can be in', (table) => Object.assign(table.states, { paused: table.states.active })],
    ['falls back to nothing', (table) => delete table.states.expired!.fallback],
    ['has -1 for unlimited', (table) => Object.assign(table.versions.pro_v6!.limits as object, { history: -1 })],
    ['has null for unknown', (table) => Object.assign(table.versions.pro_v6!.limits as object, { users: null })],
    [
      'has less than no workspace',
      (table) => Object.assign(table.versions.msp_eval!.limits as object, { workspaces: -1 }),
    ],
    ['has a soft edge above the hard one', (table) => Object.assign(table.limits.workspaces!, { soft: 1.2 })],
    ['has a soft edge in words', (table) => Object.assign(table.limits.workspaces!, { soft: '80%' })],
    [
      'lists a capability twice',
      (table) => Object.assign(table.versions.relay_v6!, { capabilities: ['relay', 'relay'] }),
    ],
    ['has a version without a plan', (table) => delete table.versions.pro_v6!.plan],
    ['has a key in capitals', (table) => Object.assign(table.capabilities, { RBAC: { name: 'RBAC' } })],
    ['refuses with a success', (table) => Object.assign(table.gates['GET /api/audit']!, { refusal: { status: 200 } })],
    ['has a gate without a key', (table) => delete table.gates['/settings/audit']!.key],
  ])('%s', (_name, edit) => {
    const table = printed();
    edit(table);
    expect(check(table)).toBe(false);
  });
});

type Fields<T> = { [K in keyof T]-?: Record<never, never> extends Pick<T, K> ? 'may' : 'must' };

const LIFECYCLE = { deprecated: 'may', sunset_at: 'may', replacement_key: 'may' } as const;

const TYPES = {
  version: {
    plan: 'must',
    name: 'must',
    line: 'must',
    current: 'must',
    states: 'must',
    capabilities: 'must',
    limits: 'must',
    meters: 'may',
    offered: 'may',
    until: 'may',
  } satisfies Fields<VersionRow>,
  limit: {
    counts: 'must',
    perSeconds: 'may',
    soft: 'must',
    hard: 'may',
    rounding: 'must',
    whenUnreadable: 'may',
    graceDays: 'may',
    onDowngrade: 'may',
    one: 'must',
    other: 'must',
    name: 'must',
    ...LIFECYCLE,
    marker: 'may',
  } satisfies Fields<LimitRule>,
  meter: { one: 'must', other: 'must', name: 'must', ...LIFECYCLE, marker: 'may' } satisfies Fields<MeterRule>,
  addon: {
    name: 'must',
    for: 'must',
    capabilities: 'must',
    meters: 'must',
    limits: 'must',
    adds: 'must',
  } satisfies Fields<AddonRow>,
  role: { name: 'must' } satisfies Fields<RoleRule>,
  trial: { lines: 'must', gives: 'may', lengthDays: 'may' } satisfies Fields<TrialRule>,
  state: {
    keeps: 'must',
    warns: 'must',
    lastsDays: 'may',
    fallback: 'may',
    refusal: 'may',
  } satisfies Fields<StateRule>,
  capability: { name: 'must', ...LIFECYCLE, needs: 'may', marker: 'may' } satisfies Fields<CapabilityRule>,
  gate: { key: 'must', roles: 'may', locked: 'may', shows: 'may', refusal: 'may' } satisfies Fields<
    EntitlementTable['gates'][string]
  >,
};

const TABLE = {
  product: 'must',
  digest: 'must',
  capabilities: 'must',
  limits: 'must',
  meters: 'may',
  versions: 'must',
  offers: 'may',
  addons: 'may',
  roles: 'may',
  trials: 'may',
  prices: 'may',
  states: 'must',
  aliases: 'must',
  gates: 'must',
} satisfies Fields<EntitlementTable>;

describe('the schema and the type of the evaluator', () => {
  it.each(Object.keys(TYPES) as (keyof typeof TYPES)[])('state the same fields of a %s', (name) => {
    const { properties, required } = schema.definitions[name];
    const stated = Object.keys(properties).map((key) => [key, (required as string[]).includes(key) ? 'must' : 'may']);
    expect(Object.fromEntries(stated)).toEqual(TYPES[name]);
  });

  it('state the same fields of the whole', () => {
    const must = Object.entries(TABLE).flatMap(([name, one]) => (one === 'must' ? [name] : []));
    expect([...schema.required].sort()).toEqual(must.sort());
    expect(Object.keys(schema.properties).sort()).toEqual(['$schema', '//', ...Object.keys(TABLE)].sort());
  });
});
