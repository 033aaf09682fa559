/** A question goes in; which ways of its gate it asks, by what the matrix says of the holder, comes out. */
import { effectiveVersion } from '../../matrix/expect/enforced.ts';
import type { Matrix, Question } from '../../matrix/types.ts';
import { expected } from '../pair/pair.ts';

export type Way = 'may' | 'may_not';

/** A warning, what a payload says, and what comes after a window tell nothing about whether a gate shuts. */
export function asksGate({ kind, facet }: Question['subject']): boolean {
  return kind === 'limit' ? facet === 'hard' : kind === 'capability' && facet !== 'payload';
}

/**
 * A gate that was left out is seen only by a holder whom it should refuse, one that is always shut only by a holder whom
 * it should let through. A state that keeps nothing is refused before any gate, so it shows neither. A limit with an end
 * is met from both sides: it lets through up to there, and not further.
 */
export function waysOf(matrix: Matrix, { holder, subject }: Question): Way[] {
  if (!holder || !effectiveVersion(matrix, holder)) return [];
  if (!asksGate(subject)) return [];
  const value = expected(matrix, holder, subject)?.value;
  switch (value?.kind) {
    case undefined:
    case 'unknown':
      return [];
    case 'included':
    case 'unlimited':
      return ['may'];
    case 'amount':
      return value.n > 0 ? ['may', 'may_not'] : ['may_not'];
    default:
      return ['may_not'];
  }
}
