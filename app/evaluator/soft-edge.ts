/** A limit's rule and its whole number enter; the largest number that passes without a warning leaves. */

import type { LimitRule } from './table.ts';

const ROUND = { up: Math.ceil, down: Math.floor, nearest: Math.round } as const;

/**
 * Share times number, rounded as the rule says and never above the number itself. The product is first cut to nine
 * decimals: 0.07 * 100 is 7.000000000000001, and rounding that up would move the edge by one.
 */
export function softEdge(rule: Pick<LimitRule, 'soft' | 'rounding'>, n: number): number {
  const share = Number((rule.soft * n).toFixed(9));
  return Math.min(n, ROUND[rule.rounding](share));
}
