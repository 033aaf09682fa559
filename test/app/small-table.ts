/** A table of two plans, one past version and every kind of value: small enough to know by heart. */

import type { EntitlementTable, LimitRule } from '../../app/evaluator/table.ts';

const thing: LimitRule = {
  counts: 'counted',
  soft: 0.8,
  rounding: 'up',
  one: 'thing',
  other: 'things',
  name: 'Things',
};
const own = { line: 'house', current: true, states: ['active', 'grace', 'expired', 'suspended'] } as const;

export const smallTable: EntitlementTable = {
  product: 'Small',
  digest: 'sha256-0',
  capabilities: { view: { name: 'View' }, export: { name: 'Export' } },
  limits: { things: thing, closed: thing, open: thing, unsaid: thing },
  versions: {
    free_v1: { ...own, plan: 'free', name: 'Free', capabilities: ['view'], limits: { things: 1, open: 'unlimited' } },
    paid_v1: {
      ...own,
      plan: 'paid',
      name: 'Paid',
      capabilities: ['view', 'export'],
      limits: { things: 5, closed: 0, open: 'unlimited', unsaid: 'unknown' },
    },
  },
  states: {
    trial: { keeps: 'paid', warns: false },
    active: { keeps: 'paid', warns: false },
    grace: { keeps: 'paid', warns: true, lastsDays: 7 },
    expired: { keeps: 'fallback', warns: false, fallback: 'free_v1' },
    suspended: { keeps: 'nothing', warns: false, refusal: { status: 403, code: 'account_suspended' } },
  },
  aliases: { versions: { 'paid-2019': 'paid_v1' }, keys: { max_things: 'things', download: 'export' } },
  gates: {},
};
