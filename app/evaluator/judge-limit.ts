/** A limit's rule, what the contract states and what would be observed enter; the verdict on the action leaves. */

import { hardEdge, softEdge } from './edges.ts';
import type { LimitRule, LimitValue } from './table.ts';

/** `allowed`: goes through; `soft_block`: goes through with a warning; `hard_block`: is refused. */
export type LimitVerdict = 'allowed' | 'soft_block' | 'hard_block';

/**
 * `observed` is the count as it would stand after the action. What cannot be read (NaN, a negative count, no rule, no
 * stated number) is refused under anything but `unlimited`: an unreadable count must not open a finite limit.
 */
export function judgeLimit(rule: LimitRule | undefined, value: LimitValue, observed: number): LimitVerdict {
  if (value === 'unlimited') return 'allowed';
  if (value === 'unknown' || rule === undefined) return 'hard_block';
  if (typeof observed !== 'number' || !(observed >= 0) || observed > hardEdge(rule, value)) return 'hard_block';
  return observed > softEdge(rule, value) ? 'soft_block' : 'allowed';
}
