/** Nothing enters; the tables that vectors ask of leave: a house with every kind of row, the smallest one, one of edges. */

import type { EntitlementTable, LimitRule } from '../../../../app/evaluator/table.ts';

const digest = `sha256-${'0'.repeat(64)}`;
const STATES = ['trial', 'active', 'grace', 'expired', 'suspended'] as const;

function limit(name: string, rule: Pick<LimitRule, 'soft' | 'rounding'> & Partial<LimitRule>): LimitRule {
  return { counts: 'counted', one: 'thing', other: 'things', name, ...rule };
}

const house: EntitlementTable = {
  product: 'House',
  digest,
  capabilities: {
    view: { name: 'View' },
    export: { name: 'Export' },
    audit: { name: 'Audit log' },
    report: { name: 'Report', deprecated: true, sunset_at: '2027-01-31', replacement_key: 'export' },
    constructor: { name: 'Constructor' },
  },
  limits: {
    seats: limit('Seats', { soft: 0.8, rounding: 'up' }),
    projects: limit('Projects', { soft: 1, hard: 1.2, rounding: 'down' }),
    storage: limit('Storage', { soft: 0.9, rounding: 'down', whenUnreadable: 'allow' }),
    history: limit('History', { counts: 'range', soft: 1, rounding: 'down' }),
    calls: limit('Calls', { counts: 'rate', perSeconds: 60, soft: 0.5, hard: 1.5, rounding: 'nearest' }),
    agents: limit('Agents', { soft: 1, rounding: 'down', deprecated: true, replacement_key: 'seats' }),
  },
  meters: {
    minutes: { one: 'minute', other: 'minutes', name: 'Minutes' },
    bytes: { one: 'byte', other: 'bytes', name: 'Bytes', deprecated: true, replacement_key: 'minutes' },
  },
  versions: {
    free_v1: {
      plan: 'free',
      name: 'Free',
      line: 'house',
      current: true,
      states: STATES,
      capabilities: ['view'],
      limits: { seats: 1, projects: 2, history: 7, storage: 0, calls: 10 },
    },
    pro_v2: {
      plan: 'pro',
      name: 'Pro',
      line: 'house',
      current: true,
      states: STATES,
      capabilities: ['view', 'export', 'report'],
      limits: { seats: 5, projects: 10, history: 90, storage: 1000, calls: 'unknown', agents: 3 },
      meters: ['minutes'],
    },
    pro_v1: {
      plan: 'pro',
      name: 'Pro (2019)',
      line: 'house',
      current: false,
      states: STATES,
      capabilities: ['view', 'export', 'report', 'audit'],
      limits: { seats: 'unlimited', projects: 'unlimited', history: 30 },
      meters: ['minutes', 'bytes'],
      until: 'cancellation',
    },
    team_v1: {
      plan: 'team',
      name: 'Team',
      line: 'house',
      current: true,
      states: STATES,
      capabilities: ['view', 'export', 'audit', 'constructor'],
      limits: { seats: 25, projects: 'unlimited', history: 365, storage: 'unlimited', calls: 100 },
      meters: ['minutes'],
    },
  },
  offers: ['free_v1', 'pro_v2', 'team_v1'],
  addons: {
    extra_seats: { name: 'Seats', for: ['pro', 'team'], capabilities: [], meters: [], limits: {}, adds: { seats: 5 } },
    compliance: {
      name: 'Compliance',
      for: ['pro'],
      capabilities: ['audit'],
      meters: ['bytes'],
      limits: { history: 3650 },
      adds: {},
    },
    archive: { name: 'Archive', for: ['pro'], capabilities: [], meters: [], limits: { history: 1000 }, adds: {} },
    short: { name: 'Short', for: ['pro'], capabilities: [], meters: [], limits: { history: 14 }, adds: { history: 1 } },
    unstated: { name: 'Unstated', for: ['pro'], capabilities: [], meters: [], limits: { seats: 'unknown' }, adds: {} },
    boundless: {
      name: 'Boundless',
      for: ['pro', 'free'],
      capabilities: [],
      meters: [],
      limits: { projects: 'unlimited' },
      adds: { seats: 'unlimited', calls: 'unlimited' },
    },
  },
  prices: { price_pro_year: 'pro_v2', price_pro_2019: 'pro_v1', price_team_year: 'team_v1' },
  states: {
    trial: { keeps: 'paid', warns: false },
    active: { keeps: 'paid', warns: false },
    grace: { keeps: 'paid', warns: true, lastsDays: 7 },
    expired: { keeps: 'fallback', warns: false, fallback: 'free_v1' },
    suspended: { keeps: 'nothing', warns: false, refusal: { status: 403, code: 'account_suspended' } },
  },
  aliases: {
    versions: { 'pro-2019': 'pro_v1', 'team.old': 'team_v1' },
    keys: { download: 'export', log: 'audit', max_seats: 'seats', a_calls: 'calls', b_calls: 'calls', time: 'minutes' },
  },
  gates: {},
};

/** The least that the schema of tables asks for. */
const smallest = {
  product: 'Smallest',
  digest,
  capabilities: { view: { name: 'View' } },
  limits: {},
  versions: {
    only_v1: {
      plan: 'only',
      name: 'Only',
      line: 'house',
      current: true,
      states: ['active'],
      capabilities: ['view'],
      limits: {},
    },
  },
  states: { active: { keeps: 'paid', warns: false } },
  aliases: { versions: {}, keys: {} },
  gates: {},
} as unknown as EntitlementTable;

/** Rules of every kind; a version for each number says that number of all of them. */
const EDGES: Readonly<Record<string, Pick<LimitRule, 'soft' | 'rounding'> & Partial<LimitRule>>> = {
  whole: { soft: 1, rounding: 'down' },
  none_free: { soft: 0, rounding: 'up' },
  up_80: { soft: 0.8, rounding: 'up' },
  down_80: { soft: 0.8, rounding: 'down' },
  nearest_50: { soft: 0.5, rounding: 'nearest' },
  up_7: { soft: 0.07, rounding: 'up' },
  down_57: { soft: 0.57, rounding: 'down' },
  over_110: { soft: 0.9, hard: 1.1, rounding: 'down' },
  over_115: { soft: 1, hard: 1.15, rounding: 'up' },
};
export const NUMBERS = [0, 1, 2, 5, 15, 100, 2.5, 100_000_000, Number.MAX_SAFE_INTEGER];
export const versionFor = (n: number) => `has_${n}`;

const edges: EntitlementTable = {
  ...house,
  product: 'Edges',
  capabilities: {},
  limits: Object.fromEntries(Object.entries(EDGES).map(([key, rule]) => [key, limit(key, rule)])),
  meters: {},
  versions: Object.fromEntries(
    NUMBERS.map((n) => [
      versionFor(n),
      {
        plan: 'counted',
        name: `Has ${n}`,
        line: 'house',
        current: true,
        states: STATES,
        capabilities: [],
        limits: Object.fromEntries(Object.keys(EDGES).map((key) => [key, n])),
      },
    ]),
  ),
  offers: [],
  addons: {},
  prices: {},
  states: { ...house.states, expired: { keeps: 'nothing', warns: false } },
  aliases: { versions: {}, keys: {} },
};

export const vectorTables: Readonly<Record<string, EntitlementTable>> = { house, smallest, edges };
