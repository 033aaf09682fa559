/** Whatever two matrices hold: a matrix differs from itself in nothing, and what one way is a gain is a loss the other way. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { diffMatrices } from '../../../matrix/diff/diff-matrices.ts';
import { valueKey } from '../../../matrix/diff/gather.ts';
import type { Effect, Holding, MatrixDiff } from '../../../matrix/diff/types.ts';
import { matrixOf, PULSE } from '../matrix-of.ts';
import { TIDE } from './compared.ts';

const CAPABILITIES = ['sso', 'audit', 'export'];
const LIMITS = ['seats', 'history', 'calls'];
const PLANS = ['free', 'team', 'pro'];

const number = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constantFrom('unlimited', 'unknown', 'on_request'));
const plain = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constantFrom('unlimited', 'unknown'));
const limit = fc.oneof(number, fc.record({ advertised: plain, enforced: plain, because: fc.constant('caution') }));
const price = fc.oneof(
  fc.constantFrom('free', 'on_request', undefined),
  fc.record({ USD: fc.record({ month: fc.integer({ min: 1, max: 30 }) }) }),
  fc.record({ USD: fc.record({ month: fc.integer({ min: 1, max: 30 }), year: fc.integer({ min: 1, max: 300 }) }) }),
);

const plan = fc.record(
  {
    has: fc.subarray(CAPABILITIES),
    details: fc.dictionary(fc.constantFrom('audit', 'export'), fc.constantFrom('by mail', 'by phone')),
    limits: fc.dictionary(fc.constantFrom(...LIMITS), limit),
    price,
    sale: fc.constantFrom('on_sale', 'before_launch', 'legacy'),
    builds: fc.boolean(),
  },
  { requiredKeys: ['builds'] },
);

const matrix = fc
  .record({
    plans: fc.tuple(plan, plan, plan),
    per: fc.constantFrom('hour', 'day', 'month'),
    hard: fc.constantFrom('100%', '120%', '150%'),
    maturity: fc.constantFrom('beta', 'waitlist'),
    grace: fc.constantFrom('3 days', '1 week', '1 month'),
    addon: fc.record({
      has: fc.subarray(CAPABILITIES),
      for: fc.subarray(PLANS),
      adds: fc.integer({ min: 1, max: 5 }),
      amount: fc.integer({ min: 1, max: 5 }),
    }),
  })
  .map(({ plans, per, hard, maturity, grace, addon }) => ({
    planproof: 1,
    level: 'lifecycle',
    product: 'Tide',
    units: { seat: { one: 'seat', other: 'seats' }, call: { one: 'call', other: 'calls' } },
    capabilities: { sso: { name: 'SSO' }, audit: { name: 'Audit', maturity }, export: { name: 'Export' } },
    limits: {
      seats: { name: 'Seats', unit: 'seat', hard },
      history: { name: 'History', unit: 'day' },
      calls: { name: 'Calls', unit: 'call', per },
    },
    plans: Object.fromEntries(
      plans.map(({ builds, ...set }, i) => [
        PLANS[i],
        { name: PLANS[i], version: `${PLANS[i]}_v1`, ...(builds && i > 0 && { everything_in: PLANS[i - 1] }), ...set },
      ]),
    ),
    addons: {
      vault: {
        name: 'Vault',
        has: addon.has,
        for: addon.for,
        adds: { seats: addon.adds },
        price: { USD: { month: addon.amount } },
      },
    },
    states: { active: { keeps: 'paid' }, grace: { keeps: 'paid', lasts: grace }, trial: { keeps: 'paid' } },
    trials: { all: { length: grace } },
  }));

const compiled = (data: unknown) => matrixOf(stringify(data)).matrix;

function changesIn({ holdings, events, copy, engineers, offered, breaks }: MatrixDiff) {
  return { holdings, events, copy, engineers, offered, breaks };
}

const NOTHING = { holdings: [], events: [], copy: [], engineers: [], offered: [], breaks: false };

const MIRROR: Record<Effect, Effect> = {
  gains: 'loses',
  loses: 'gains',
  offered: 'withdrawn',
  withdrawn: 'offered',
  stated: 'unstated',
  unstated: 'stated',
  incomparable: 'incomparable',
  differs: 'differs',
};

function gist(
  { about, holders, side, because }: Holding,
  effect: Effect,
  before: Holding['before'],
  after: Holding['after'],
): string {
  const blamed = because.map((one) => [one.set, [...one.holders].sort()]).sort();
  return JSON.stringify([about, [...holders].sort(), side, effect, valueKey(before), valueKey(after), blamed]);
}

const forwards = ({ holdings }: MatrixDiff) =>
  holdings.map((one) => gist(one, one.effect, one.before, one.after)).sort();
const backwards = ({ holdings }: MatrixDiff) =>
  holdings.map((one) => gist(one, MIRROR[one.effect], one.after, one.before)).sort();

describe('a difference', () => {
  it('of a matrix with itself is empty', () => {
    for (const text of [PULSE, TIDE]) {
      const [a, b] = [matrixOf(text).matrix, matrixOf(text).matrix];
      expect(changesIn(diffMatrices(a, b))).toEqual(NOTHING);
    }
    fc.assert(
      fc.property(matrix, (data) => {
        expect(changesIn(diffMatrices(compiled(data), compiled(data)))).toEqual(NOTHING);
      }),
      { numRuns: 40 },
    );
  });

  it('read backwards has its gains for losses', () => {
    let changed = 0;
    fc.assert(
      fc.property(matrix, matrix, (one, other) => {
        const [a, b] = [compiled(one), compiled(other)];
        const there = diffMatrices(a, b);
        changed += there.holdings.length;
        expect(backwards(diffMatrices(b, a))).toEqual(forwards(there));
      }),
      { numRuns: 80 },
    );
    expect(changed).toBeGreaterThan(500);
  });

  it('knows no order of fields, and no comments', () => {
    fc.assert(
      fc.property(matrix, fc.infiniteStream(fc.nat()), (data, random) => {
        const shuffled = `# A comment.\n${stringify(reordered(data, random)).replace(/^plans:$/m, 'plans: # the plans')}`;
        expect(changesIn(diffMatrices(compiled(data), matrixOf(shuffled).matrix))).toEqual(NOTHING);
      }),
      { numRuns: 40 },
    );
  });
});

/** Page order is said by the order of these; that of all others says nothing. */
const ORDERED = ['capabilities', 'limits', 'meters', 'plans', 'addons', 'lines'];

function reordered(data: unknown, random: Iterator<number>, keep = false): unknown {
  if (Array.isArray(data)) return data.map((one) => reordered(one, random));
  if (data === null || typeof data !== 'object') return data;
  const entries = Object.entries(data).map(([key, value]) => ({ key, value, rank: random.next().value as number }));
  const order = keep ? entries : entries.sort((a, b) => a.rank - b.rank);
  return Object.fromEntries(order.map(({ key, value }) => [key, reordered(value, random, ORDERED.includes(key))]));
}
