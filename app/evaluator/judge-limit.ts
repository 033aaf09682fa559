/** A limit's rule, its edges and what would be observed enter; the verdict on the action leaves. */

import type { LimitRule } from './table.ts';

/** `allowed`: goes through; `soft_block`: goes through with a warning; `hard_block`: is refused. */
export type LimitVerdict = 'allowed' | 'soft_block' | 'hard_block';

/** -1 where nothing is stated, Infinity where nothing ends it. */
export interface Edges {
  readonly soft: number;
  readonly hard: number;
}

/**
 * `observed` is the count as it would stand after the action. What cannot be read (NaN, a negative count) is refused
 * under anything but `unlimited`, unless the rule allows it: an unreadable count must not open a finite limit.
 */
export function judgeLimit(
  rule: Pick<LimitRule, 'whenUnreadable'>,
  { soft, hard }: Edges,
  observed: number,
): LimitVerdict {
  if (hard === Number.POSITIVE_INFINITY) return 'allowed';
  if (hard < 0) return 'hard_block';
  if (typeof observed !== 'number' || !(observed >= 0))
    return rule.whenUnreadable === 'allow' ? 'allowed' : 'hard_block';
  if (observed > hard) return 'hard_block';
  return observed > soft ? 'soft_block' : 'allowed';
}
