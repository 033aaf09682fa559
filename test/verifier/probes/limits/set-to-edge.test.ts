/** Usage that is seeded: the edge is found by halving, met on both sides, and nothing is asked often. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Search } from '../../../../verifier/probes/limits/find-edge.ts';
import { setToEdge } from '../../../../verifier/probes/limits/set-to-edge.ts';

const EDGE = { status: 402, code: 'limit_reached' };
const isEdge: Search['isEdge'] = (refusal) => refusal.code === EDGE.code;

function product(hard: number, soft: number) {
  const asked: number[] = [];
  const attempt: Search['try'] = async (amount) => {
    asked.push(amount);
    const allowed = amount <= hard;
    return {
      meaning: allowed ? { is: 'allowed' } : { is: 'refused', refusal: EDGE },
      warned: allowed && amount > soft,
    };
  };
  return { asked, attempt };
}

it('finds both edges of any limit, however large, in few requests', async () => {
  const amounts = fc.integer({ min: 0, max: 2_000_000 });
  await fc.assert(
    fc.asyncProperty(amounts, amounts, fc.integer({ min: 1, max: 2_000_000 }), async (hard, gap, budget) => {
      const soft = Math.max(0, hard - gap);
      const { asked, attempt } = product(hard, soft);
      const edge = await setToEdge({ try: attempt, used: 0, budget, isEdge });
      if (hard < budget) expect(edge).toEqual({ is: 'found', hard, soft: Math.min(soft, hard) });
      else expect(edge).toEqual({ is: 'none', ...(soft < budget && { soft }) });
      expect(asked.length).toBeLessThanOrEqual(2 * 22 + 4);
      expect(Math.max(...asked)).toBeLessThanOrEqual(Math.max(budget, hard + 1));
    }),
  );
});

it('does not believe an edge that moves', async () => {
  let times = 0;
  const attempt: Search['try'] = async (amount) => {
    times += 1;
    const hard = times > 8 ? 5 : 3;
    const refused = { is: 'refused', refusal: EDGE } as const;
    return { meaning: amount <= hard ? { is: 'allowed' } : refused, warned: false };
  };
  expect(await setToEdge({ try: attempt, used: 0, budget: 100, isEdge })).toEqual({
    is: 'unclear',
    reason: 'let 3 through and refused 4, and not the next time',
  });
});

it('tells a locked account from an edge', async () => {
  const locked = { status: 403, code: 'held' };
  const attempt: Search['try'] = async () => ({ meaning: { is: 'refused', refusal: locked }, warned: false });
  expect(await setToEdge({ try: attempt, used: 0, budget: 9, isEdge })).toEqual({ is: 'refused', refusal: locked });
});
