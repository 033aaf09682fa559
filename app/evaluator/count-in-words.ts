/** A limit's words and numbers enter; the count that a person reads leaves: `5 client workspaces`, `55 of 50 client workspaces`. */

import type { LimitRule } from './table.ts';

type Unit = Pick<LimitRule, 'one' | 'other'>;

/** `1 client workspace`, `5 client workspaces`. */
export function countInWords(rule: Unit, n: number): string {
  return `${n} ${n === 1 ? rule.one : rule.other}`;
}

/** `55 of 50 client workspaces`, `1 of 1 client workspace`. */
export function shareInWords(rule: Unit, used: number, limit: number): string {
  return `${used} of ${countInWords(rule, limit)}`;
}
