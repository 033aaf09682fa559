import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askForEdge, countToEdge, type Search } from '../../../../verifier/probes/limits/find-edge.ts';
import type { Meaning } from '../../../../verifier/probes/meaning.ts';

const EDGE = { status: 402, code: 'limit_reached' };
const isEdge: Search['isEdge'] = (refusal) => refusal.code === EDGE.code;
const allowed: Meaning = { is: 'allowed' };
const refused: Meaning = { is: 'refused', refusal: EDGE };

/** A product with these edges; it counts how often it was asked. */
function product(hard: number, soft: number) {
  const asked: number[] = [];
  const attempt: Search['try'] = async (amount) => {
    asked.push(amount);
    return { meaning: amount <= hard ? allowed : refused, warned: amount > soft && amount <= hard };
  };
  return { asked, attempt };
}

describe('the edge of a limit', () => {
  it('is found where it is, whatever was used before, and never asked beyond the budget', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(60),
        fc.nat(60),
        fc.nat(60),
        fc.integer({ min: 1, max: 70 }),
        async (hard, softGap, usedGap, budget) => {
          const soft = Math.max(0, hard - softGap);
          const used = Math.max(0, Math.min(hard, soft - usedGap));
          const { asked, attempt } = product(hard, soft);
          const edge = await countToEdge({ try: attempt, used, budget, isEdge });
          const top = Math.max(budget, used + 1);
          expect(Math.max(...asked)).toBeLessThanOrEqual(top);
          if (hard < top) expect(edge).toEqual({ is: 'found', hard, soft });
          else expect(edge.is).toBe('none');
        },
      ),
    );
  });

  it('is found by halving, with both neighbours asked', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(400), fc.integer({ min: 2, max: 366 }), async (hard, budget) => {
        const { asked, attempt } = product(hard, hard);
        const edge = await askForEdge({ try: attempt, used: 0, budget, isEdge });
        if (hard >= budget) expect(edge).toEqual({ is: 'none' });
        else {
          expect(edge).toEqual({ is: 'found', hard, soft: hard });
          expect(asked).toContain(hard + 1);
          if (hard > 0) expect(asked).toContain(hard);
        }
        expect(asked.length).toBeLessThan(12);
      }),
    );
  });

  it('that warns is found by halving as well', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(400), fc.nat(400), fc.integer({ min: 2, max: 366 }), async (hard, gap, budget) => {
        const soft = Math.max(0, hard - gap);
        const { asked, attempt } = product(hard, soft);
        const edge = await askForEdge({ try: attempt, used: 0, budget, isEdge });
        if (hard < budget) expect(edge).toEqual({ is: 'found', hard, soft });
        else expect(edge).toEqual({ is: 'none', ...(soft < budget && { soft }) });
        expect(asked.length).toBeLessThan(22);
      }),
    );
  });

  it('that warns is not told where what was let through is refused then', async () => {
    let times = 0;
    const attempt: Search['try'] = async (amount) => {
      times += 1;
      const over = amount > 8 || times > 6;
      return { meaning: over ? refused : allowed, warned: amount > 4 };
    };
    expect(await askForEdge({ try: attempt, used: 0, budget: 20, isEdge })).toMatchObject({ is: 'unclear' });
  });

  it('is not told where somebody else adds meanwhile; a list that shows a part says nothing', async () => {
    const { attempt } = product(5, 5);
    const counts = (...shown: number[]) =>
      countToEdge({ try: attempt, used: 0, budget: 9, isEdge, recount: async () => shown.shift() });
    expect(await counts(1, 7)).toEqual({
      ...{ is: 'unclear' },
      reason: 'counts 7 as used where 5 were made: somebody else adds to the same tenant meanwhile',
    });
    expect(await counts(1, 5)).toEqual({ is: 'found', hard: 5, soft: 5 });
    expect(await counts(1, 3)).toEqual({ is: 'found', hard: 5, soft: 5 });
  });

  it('is not told where what was refused is stored all the same, and nobody else is blamed', async () => {
    const { attempt } = product(5, 5);
    const counts = (...shown: number[]) =>
      countToEdge({ try: attempt, used: 0, budget: 9, isEdge, recount: async () => shown.shift() });
    const reason = (counted: number) =>
      `refuses 6, and stores it all the same: counts ${counted} as used where 5 were let through`;
    expect(await counts(1, 6, 7)).toEqual({ is: 'unclear', reason: reason(7) });
    expect(await counts(1, 6, 6)).toEqual({ is: 'unclear', reason: reason(6) });
    expect(await counts(1, 6, 9)).toMatchObject({ reason: expect.stringContaining('somebody else') });
    expect(await counts(1, 5, 6)).toMatchObject({ reason: expect.stringContaining('somebody else') });
    expect(await counts(1, 5, 5)).toEqual({ is: 'found', hard: 5, soft: 5 });
  });

  it('is not taken from a refusal that passes', async () => {
    let times = 0;
    const attempt: Search['try'] = async () => ({ meaning: times++ === 1 ? refused : allowed, warned: false });
    expect(await countToEdge({ try: attempt, used: 0, budget: 5, isEdge })).toEqual({
      is: 'unclear',
      reason: 'refused 2 once and not the next time',
    });
  });

  it('is not taken from the refusal of a locked account', async () => {
    const locked: Meaning = { is: 'refused', refusal: { status: 403, code: 'account_suspended' } };
    const attempt: Search['try'] = async () => ({ meaning: locked, warned: false });
    expect(await countToEdge({ try: attempt, used: 0, budget: 5, isEdge })).toEqual({
      is: 'refused',
      refusal: { status: 403, code: 'account_suspended' },
    });
    expect(await askForEdge({ try: attempt, used: 0, budget: 5, isEdge })).toEqual({
      is: 'refused',
      refusal: { status: 403, code: 'account_suspended' },
    });
  });

  it.each([1, 2, 3])('is unclear when answer %i is', async (at) => {
    let times = 0;
    const attempt: Search['try'] = async () => ({
      meaning: ++times === at ? { is: 'unclear', reason: 'answered 500' } : allowed,
      warned: false,
    });
    expect(await countToEdge({ try: attempt, used: 0, budget: 5, isEdge })).toEqual({
      is: 'unclear',
      reason: 'answered 500',
    });
  });
});
