/** What a rule of the audit is: one pair of promised and seen goes in; a finding without identity, or nothing, comes out. */
import type { Matrix } from '../../matrix/types.ts';
import type { Pair } from '../pair/pair.ts';
import type { Direction, Level } from '../types.ts';

/** A pair that was compared and differs. */
export interface Drift extends Pair {
  value: NonNullable<Pair['value']>;
  difference: 'more' | 'less' | 'other';
}

export interface Rule {
  /** Permanent id, `subject/verdict`, never reused. */
  id: string;
  level: Level;
  /** Whether this rule is the one that speaks about the drift. Exactly one rule takes each. */
  takes(drift: Drift): boolean;
  direction(drift: Drift): Direction;
  /** One sentence; `names` words plans and keys as people call them. */
  says(drift: Drift, names: Names): string;
  fix(drift: Drift, names: Names): string;
}

export interface Names {
  matrix: Matrix;
  subject: string;
  plans: string;
  promised: string;
  seen: string;
}

/** Copy that gives more than the matrix over-promises; copy that gives less under-promises. */
export function copyDirection({ difference }: Drift): Direction {
  return difference === 'less' ? 'under_promise' : 'over_promise';
}

/** The fix of every rule about copy: one of the two sides is wrong, and people must say which. */
export function copyFix({ document }: Drift, { promised, seen }: Names): string {
  return `Write ${promised} in ${document}; or, if ${seen} is what customers shall get, change the matrix.`;
}
