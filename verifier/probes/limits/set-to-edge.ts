/** A way to act with a given amount in use goes in; the last amount that was allowed, without and with a warning, comes out. */
import { type Edge, lastOf, type Search, type Tried, verdictOf } from './find-edge.ts';

/**
 * Halves the gap between nothing and the budget, then asks once more on both sides: seeded usage may reach the limit late.
 * The soft edge is halved for in the same way.
 */
export async function setToEdge({ try: attempt, budget, isEdge }: Search): Promise<Edge> {
  const tried = new Map<number, Tried>();
  const at = async (amount: number): Promise<Tried> => {
    const known = tried.get(amount) ?? (await attempt(amount));
    tried.set(amount, known);
    return known;
  };
  const hard = await lastOf(0, budget, async (amount) => verdictOf(await at(amount), isEdge));
  if (typeof hard !== 'number') return hard;
  const again = hard < budget ? await confirmed(hard, attempt, isEdge) : undefined;
  if (again) return again;
  const soft = await lastOf(0, hard, async (amount) => ((await at(amount)).warned ? 'over' : 'within'));
  if (typeof soft !== 'number') return soft;
  if (hard < budget) return { is: 'found', hard, soft };
  return { is: 'none', ...(soft < hard && { soft }) };
}

async function confirmed(hard: number, attempt: Search['try'], isEdge: Search['isEdge']): Promise<Edge | undefined> {
  const below = hard > 0 ? verdictOf(await attempt(hard), isEdge) : 'within';
  const above = verdictOf(await attempt(hard + 1), isEdge);
  if (below === 'within' && above === 'over') return undefined;
  return { is: 'unclear', reason: `let ${hard} through and refused ${hard + 1}, and not the next time` };
}
