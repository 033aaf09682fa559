/** What the model and the evaluator once answered differently: the questions, and how they were settled. */
import { describe, expect, it } from 'vitest';
import { hardEdge, softEdge } from '../../../app/evaluator/edges.ts';
import {
  type ContractHolder,
  createEvaluator,
  type EntitlementTable,
  holderOf,
  readClaims,
} from '../../../app/evaluator/index.ts';
import { smallTable } from '../small-table.ts';

const addon = { name: 'More', for: ['paid'], capabilities: [], meters: [], limits: {}, adds: {} };
const table: EntitlementTable = {
  ...smallTable,
  aliases: { ...smallTable.aliases, keys: { max_things: 'things', a_things: 'unsaid', b_things: 'unsaid' } },
  addons: {
    big: { ...addon, limits: { things: 100 } },
    small: { ...addon, limits: { things: 20 } },
    unstated: { ...addon, limits: { things: 'unknown' } },
    endless: { ...addon, adds: { unsaid: Number.MAX_SAFE_INTEGER } },
  },
};
const ask = (holder: ContractHolder) => createEvaluator(table, { state: 'active', ...holder });

describe('a version', () => {
  it('that an old contract carries by an old name is never given out by it', () => {
    expect(ask({ version: 'paid-2019' }).version).toBe('paid_v1');
    expect(ask({ version: 'gold_v9' }).version).toBe('gold_v9');
  });

  it('that is missing is not made up when the contract expires, unless it lists what it has', () => {
    expect(ask({ state: 'expired' }).hasCapability('view')).toBe(false);
    expect(ask({ state: 'expired', addons: {} }).hasCapability('view')).toBe(false);
    expect(ask({ state: 'expired', capabilities: [] }).hasCapability('view')).toBe(true);
  });
});

describe('a limit that a contract lists', () => {
  it('by several old names counts by the first in the alphabet, in whatever order they are carried', () => {
    expect(ask({ limits: { b_things: 2, a_things: 1 } }).getLimit('unsaid')).toBe(1);
    expect(ask({ limits: { a_things: 1, b_things: 2 } }).getLimit('unsaid')).toBe(1);
    expect(readClaims(table, { limits: { b_things: 2, a_things: 1 } }).claims.limits).toEqual({ unsaid: 1 });
  });

  it('by its name of today is not overruled by an old name, also where it says nothing', () => {
    expect(ask({ limits: { a_things: 5, unsaid: 'unknown' } }).getLimit('unsaid')).toBe('unknown');
    expect(readClaims(table, { limits: { a_things: 5, unsaid: 'unknown' } }).claims.limits).toEqual({
      unsaid: 'unknown',
    });
  });
});

describe('an add-on', () => {
  it('never takes away what another one gave, whatever their keys', () => {
    expect(ask({ version: 'paid_v1', addons: { big: 1, small: 1 } }).getLimit('things')).toBe(100);
    expect(ask({ version: 'paid_v1', addons: { small: 1 } }).getLimit('things')).toBe(20);
  });

  it('whose number is not stated leaves the number of the plan', () => {
    expect(ask({ version: 'paid_v1', addons: { unstated: 1 } }).getLimit('things')).toBe(5);
  });

  it('that is bought beyond what can be counted blocks nobody', () => {
    const bought = ask({ version: 'paid_v1', limits: { unsaid: 7 }, addons: { endless: 3 } });
    expect(bought.getLimit('unsaid')).toBe(Number.MAX_SAFE_INTEGER);
  });
});

describe('a trial', () => {
  it.each([Number.NaN, Number.POSITIVE_INFINITY, undefined])(
    'that ends at %s has no end, and so has expired',
    (end) => {
      expect(holderOf({ subscription_state: 'trial', state_ends_at: end }, 0).state).toBe('expired');
    },
  );
});

describe('claims', () => {
  it('leave out a field of another kind, instead of emptying it', () => {
    expect(readClaims(table, { limits: 'all', addons: 7, capabilities: {} }).claims).toEqual({});
  });

  it('name no key without a letter', () => {
    expect(readClaims(table, { capabilities: ['', 'view'] }).claims).toEqual({ capabilities: ['view'] });
  });
});

describe('an edge', () => {
  it.each([
    [0.07, 100_000_000, 'up', 7_000_000],
    [0.999, 99_999_999_999, 'down', 99_899_999_999],
    [1, Number.MAX_SAFE_INTEGER, 'up', Number.MAX_SAFE_INTEGER],
    [1, 2.5, 'down', 2.5],
  ] as const)('of %d of %d, rounded %s, is the one that decimals give', (soft, n, rounding, edge) => {
    expect(softEdge({ soft, rounding }, n)).toBe(edge);
    expect(hardEdge({ hard: 1, rounding }, n)).toBe(n);
  });
});
