import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SettledThing, settleDowngrade } from '../../app/evaluator/settle-downgrade.ts';
import type { LimitRule, LimitValue } from '../../app/evaluator/table.ts';

const DAY = 86_400_000;
const rule: Pick<LimitRule, 'onDowngrade'> = { onDowngrade: { hidesForDays: 30, afterwards: 'delete' } };
const things = (...created: number[]): SettledThing[] =>
  created.map((createdAt, index) => ({ id: index + 1, createdAt, hidden: false }));

function applied(all: readonly SettledThing[], limit: LimitValue): SettledThing[] {
  const { hide, restore } = settleDowngrade(rule, { things: all, limit, now: 0 });
  return all.map((one) => ({ ...one, hidden: hide.includes(one.id) || (one.hidden && !restore.includes(one.id)) }));
}

describe('a downgrade', () => {
  it('hides the newest first, and nothing at the number', () => {
    const all = things(30, 10, 20);
    expect(settleDowngrade(rule, { things: all, limit: 1, now: 5 })).toEqual({
      hide: [1, 3],
      restore: [],
      deleteAt: 5 + 30 * DAY,
    });
    expect([2, 3, 4].map((limit) => settleDowngrade(rule, { things: all, limit, now: 0 }).hide)).toEqual([[1], [], []]);
    expect(settleDowngrade(rule, { things: things(7, 7), limit: 1, now: 0 }).hide).toEqual([2]);
  });

  it('hides and deletes nothing where that is not stated', () => {
    const all = things(1, 2, 3);
    expect(settleDowngrade(rule, { things: all, limit: 'unknown', now: 0 })).toEqual({ hide: [], restore: [] });
    expect(settleDowngrade({}, { things: all, limit: 1, now: 0 })).toEqual({ hide: [], restore: [] });
    for (const onDowngrade of [{ afterwards: 'delete' }, { afterwards: 'keep', hidesForDays: 9 }] as const)
      expect(settleDowngrade({ onDowngrade }, { things: all, limit: 2, now: 0 })).toEqual({ hide: [3], restore: [] });
  });

  it('brings back the oldest first, as far as there is room', () => {
    const all = things(1, 2, 3, 4).map((one) => ({ ...one, hidden: one.id > 1 }));
    expect(settleDowngrade(rule, { things: all, limit: 3, now: 0 })).toEqual({ hide: [], restore: [2, 3] });
    expect(settleDowngrade(rule, { things: all, limit: 'unlimited', now: 0 }).restore).toEqual([2, 3, 4]);
    expect(settleDowngrade(rule, { things: all, limit: 'unknown', now: 0 }).restore).toEqual([]);
  });

  it('keeps its laws for any things and numbers', () => {
    const some = fc.array(fc.nat(20), { maxLength: 12 }).map((created) => things(...created));
    fc.assert(
      fc.property(some, fc.nat(12), fc.nat(12), (all, limit, next) => {
        const once = applied(all, limit);
        const visible = once.filter(({ hidden }) => !hidden);
        expect(visible).toHaveLength(Math.min(limit, all.length));
        expect(applied(once, limit)).toEqual(once);
        const newest = Math.max(-1, ...visible.map(({ createdAt }) => createdAt));
        expect(once.every(({ hidden, createdAt }) => !hidden || createdAt >= newest)).toBe(true);
        expect(applied(once, 'unlimited')).toEqual(all);
        // On the way through another plan, the same end is reached.
        expect(applied(once, next)).toEqual(applied(all, next));
      }),
    );
  });
});
