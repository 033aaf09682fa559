/** A limit, what is in use and the verdict on more enter; the sentence that a person can act on leaves, or nothing to say. */

import { countInWords, shareInWords } from './count-in-words.ts';
import type { LimitVerdict } from './judge-limit.ts';
import type { LimitRule, LimitValue } from './table.ts';

export interface LimitSituation {
  readonly limit: LimitValue;
  /** What is in use; left out, or no number, when it cannot be read. */
  readonly observed?: number | undefined;
  /** On the change that is asked for, or on one more. */
  readonly verdict: LimitVerdict;
  /** A change of plan was made and what it hides or restores is not settled yet. */
  readonly settling?: boolean | undefined;
}

/** At the limit: what exists continues and new is blocked; above it: why. The same words in page, preview and refusal. */
export function limitMessage(rule: LimitRule, situation: LimitSituation): string | undefined {
  const { limit, observed, verdict } = situation;
  if (verdict === 'allowed' || limit === 'unlimited') return undefined;
  if (limit === 'unknown')
    return `This contract states no number of ${rule.other}. What exists continues; nothing new can be added.`;
  if (observed === undefined || !(observed >= 0))
    return `How many ${rule.other} are in use cannot be read right now. What exists continues; nothing new can be added until it can be read.`;
  if (verdict === 'soft_block') return nearMessage(rule, limit, observed);
  return blockedMessage(rule, { limit, observed, settling: situation.settling });
}

function blockedMessage(
  rule: LimitRule,
  { limit, observed, settling }: { limit: number; observed: number; settling?: boolean | undefined },
): string {
  const share = shareInWords(rule, observed, limit);
  if (observed < limit) return `In use: ${share}. This needs more room than is left.`;
  if (observed === limit) return `In use: ${share}. What exists continues; nothing new can be added.`;
  if (settling)
    return `The change of plan is still being settled: ${share}. What exists continues; nothing new can be added until it is settled.`;
  return `Already above what is included: ${share}. What exists continues; a new one can be added once fewer than ${limit} are in use.`;
}

/** `observed` as it is now: the words count what is left before the change. */
function nearMessage(rule: LimitRule, limit: number, observed: number): string {
  const left = Math.max(0, limit - observed);
  const room = left === 0 ? 'that was the last one' : `${left} more will fit`;
  return `In use: ${countInWords(rule, observed)}; ${room}.`;
}
