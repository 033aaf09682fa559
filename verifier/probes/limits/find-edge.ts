/** A way to try an amount goes in; the last amount that was allowed, without and with a warning, comes out. */
import { lookUntil } from '../look-until.ts';
import type { Meaning, Refusal } from '../meaning.ts';

export interface Tried {
  meaning: Meaning;
  warned: boolean;
  /** Seconds that a refusal asks to wait, where it says so. */
  wait?: number;
}

export type Edge =
  | { is: 'found'; hard: number; soft: number; wait?: number }
  /** Everything up to the budget was allowed. `soft` is set where a warning came before. */
  | { is: 'none'; soft?: number }
  /** Refused for a reason that has nothing to do with the amount. */
  | { is: 'refused'; refusal: Refusal }
  | { is: 'unclear'; reason: string };

export interface Search {
  try(amount: number): Promise<Tried>;
  /** Amount that exists before. */
  used: number;
  /** Reads again how many exist. */
  recount?(): Promise<number | undefined>;
  budget: number;
  /** Whether a refusal is the limit's own, and not that of a locked account. */
  isEdge(refusal: Refusal): boolean;
}

/** Acts until refused, then once more, so that a passing refusal is not taken for the edge. */
export async function countToEdge({ try: attempt, used, recount, budget, isEdge }: Search): Promise<Edge> {
  let soft: number | undefined;
  for (let amount = used + 1; amount <= Math.max(budget, used + 1); amount++) {
    const { meaning, warned, wait } = await attempt(amount);
    if (meaning.is === 'unclear') return { is: 'unclear', reason: meaning.reason };
    if (meaning.is === 'refused') {
      if (!isEdge(meaning.refusal)) return { is: 'refused', refusal: meaning.refusal };
      const once = await recount?.();
      const again = await attempt(amount);
      if (again.meaning.is !== 'refused')
        return { is: 'unclear', reason: `refused ${amount} once and not the next time` };
      const added = addedMeanwhile(amount - 1, once, await recount?.());
      if (added) return added;
      return { is: 'found', hard: amount - 1, soft: soft ?? amount - 1, ...(wait !== undefined && { wait }) };
    }
    if (warned) soft ??= amount - 1;
    if (amount === used + 1 && recount && (await lookUntil(recount, (n) => n === amount)) !== amount)
      return { is: 'unclear', reason: 'adding one does not show in what is counted as used' };
  }
  return { is: 'none', ...(soft !== undefined && { soft }) };
}

/** Lists may show a part of all, so fewer say nothing. */
function addedMeanwhile(amount: number, once: number | undefined, twice = once): Edge | undefined {
  const counted = Math.max(once ?? 0, twice ?? 0);
  if (counted <= amount) return undefined;
  // Exactly one more after one refusal, and at most another after the next.
  if (once === amount + 1 && counted <= amount + 2) {
    const stored = `refuses ${amount + 1}, and stores it all the same: counts ${counted} as used where ${amount} were let through`;
    return { is: 'unclear', reason: stored };
  }
  const reason = `counts ${counted} as used where ${amount} were made: somebody else adds to the same tenant meanwhile`;
  return { is: 'unclear', reason };
}

/** Asks for amounts and halves the gap between the largest allowed and the smallest refused; both ends were asked. */
export async function askForEdge({ try: attempt, budget, isEdge }: Search): Promise<Edge> {
  const warned = new Set<number>();
  const hard = await lastOf(0, budget, async (amount) => {
    const tried = await attempt(amount);
    if (tried.warned) warned.add(amount);
    return verdictOf(tried, isEdge);
  });
  if (typeof hard !== 'number') return hard;
  // No warning at the very edge is none below it.
  const soft = warned.has(hard)
    ? await lastOf(0, hard, async (amount) => {
        const tried = await attempt(amount);
        const verdict = verdictOf(tried, isEdge);
        if (verdict === 'over') return { is: 'unclear', reason: `let ${hard} through, and refused ${amount} then` };
        return verdict === 'within' && tried.warned ? 'over' : verdict;
      })
    : hard;
  if (typeof soft !== 'number') return soft;
  if (hard < budget) return { is: 'found', hard, soft };
  return { is: 'none', ...(soft < hard && { soft }) };
}

type Verdict = 'within' | 'over' | Edge;

export function verdictOf({ meaning }: Tried, isEdge: Search['isEdge']): Verdict {
  if (meaning.is === 'allowed') return 'within';
  if (meaning.is === 'unclear') return { is: 'unclear', reason: meaning.reason };
  return isEdge(meaning.refusal) ? 'over' : { is: 'refused', refusal: meaning.refusal };
}

/** The largest amount up to `top` that is within; `low` counts as within. */
export async function lastOf(
  low: number,
  top: number,
  ask: (amount: number) => Promise<Verdict>,
): Promise<number | Edge> {
  if (top <= low) return low;
  const first = await ask(top);
  if (first === 'within') return top;
  if (typeof first === 'object') return first;
  let [within, over] = [low, top];
  while (over - within > 1) {
    const middle = (within + over) >> 1;
    const answer = await ask(middle);
    if (typeof answer === 'object') return answer;
    if (answer === 'within') within = middle;
    else over = middle;
  }
  return within;
}
