/** A limit's rule and its number enter; the last amount without a warning, and the last at all, leave. */

import type { LimitRule } from './table.ts';

const ROUND = { up: Math.ceil, down: Math.floor, nearest: Math.round } as const;

/** Share times number, rounded as the rule says and never above the number itself. All of it is the number, unrounded. */
export function softEdge(rule: Pick<LimitRule, 'soft' | 'rounding'>, n: number): number {
  return Math.min(n, share(rule, rule.soft, n));
}

/** The number itself, or what the rule lets through above it. */
export function hardEdge(rule: Pick<LimitRule, 'hard' | 'rounding'>, n: number): number {
  return rule.hard === undefined ? n : Math.max(n, share(rule, rule.hard, n));
}

/**
 * The product is first cut to fifteen digits, all that a double surely holds: 0.07 * 100 is 7.000000000000001, and
 * rounding that up would be one too many. Exact up to 10^11 with shares of three decimals.
 */
function share({ rounding }: Pick<LimitRule, 'rounding'>, of: number, n: number): number {
  return of === 1 ? n : ROUND[rounding](Number((of * n).toPrecision(15)));
}
