/** A limit, what is in use and a change enter; what would come of the change leaves, before it is made. */

import type { Evaluator } from './create-evaluator.ts';
import type { LimitVerdict } from './judge-limit.ts';
import { limitMessage } from './limit-message.ts';
import type { OverLimitPayload } from './over-limit-payload.ts';
import { own } from './own.ts';
import type { EntitlementTable, LimitValue } from './table.ts';
import { UNREAD, type UsageReading } from './usage-reading.ts';

export interface AdmissionChange {
  readonly key: string;
  readonly usage: UsageReading;
  readonly adds: number;
  /** How many counted ones go with it: what is replaced makes room. */
  readonly replaces?: number;
  /** Where the organisation stands with all its limits. */
  readonly overLimit?: OverLimitPayload;
  readonly settling?: boolean | undefined;
}

export interface AdmissionPreview {
  readonly key: string;
  readonly limit: LimitValue;
  readonly unit: string;
  readonly usage: UsageReading;
  /** As it would stand. */
  readonly after: UsageReading;
  /** `consumes` only what needs more room than it frees. */
  readonly effect: 'consumes' | 'frees' | 'none';
  readonly verdict: LimitVerdict;
  /** What refuses it. */
  readonly cause?: 'limit' | 'over_limit' | 'abuse_lock';
  readonly message: string;
}

type Counted = Omit<AdmissionPreview, 'verdict' | 'cause' | 'message'>;
type Outcome = Pick<AdmissionPreview, 'verdict' | 'cause' | 'message'>;

/** What adds nothing goes through, also above the limit and while usage cannot be read; a lock refuses every change. */
export function admissionPreview(
  table: EntitlementTable,
  evaluator: Pick<Evaluator, 'getLimit' | 'checkLimit'>,
  change: AdmissionChange,
): AdmissionPreview {
  const { key, usage } = change;
  const net = change.adds - (change.replaces ?? 0);
  const after = usage.available ? { available: true as const, observed: Math.max(0, usage.observed + net) } : UNREAD;
  const effect = net > 0 ? 'consumes' : net < 0 ? 'frees' : 'none';
  const limit = evaluator.getLimit(key);
  const counted: Counted = { key, limit, unit: own(table.limits, key)?.other ?? key, usage, after, effect };
  return { ...counted, ...(lockedOutcome(change.overLimit, effect) ?? outcome(table, evaluator, counted, change)) };
}

function lockedOutcome(overLimit: OverLimitPayload | undefined, effect: Counted['effect']): Outcome | undefined {
  if (!overLimit) return undefined;
  const { posture, message, limits } = overLimit;
  if (posture === 'abuse_lock') return { verdict: 'hard_block', cause: 'abuse_lock', message: message ?? '' };
  if (posture !== 'enforcement' || effect !== 'consumes') return undefined;
  const entry = limits.find((one) => one.posture === 'enforcement');
  return { verdict: 'hard_block', cause: 'over_limit', message: entry ? `${entry.title}. ${entry.message}` : '' };
}

function outcome(
  table: EntitlementTable,
  evaluator: Pick<Evaluator, 'checkLimit'>,
  { key, limit, usage, after, effect }: Counted,
  { settling }: AdmissionChange,
): Outcome {
  if (effect === 'none') return { verdict: 'allowed', message: 'This adds nothing to what is in use.' };
  if (effect === 'frees') return { verdict: 'allowed', message: 'This makes room.' };
  const verdict = evaluator.checkLimit(key, after.available ? after.observed : Number.NaN);
  const rule = own(table.limits, key);
  const seen = verdict === 'hard_block' ? usage : after;
  const observed = seen.available ? seen.observed : undefined;
  const words = rule ? limitMessage(rule, { limit, observed, verdict, settling }) : 'This contract does not state it.';
  const cause = verdict === 'hard_block' ? { cause: 'limit' as const } : {};
  return { verdict, ...cause, message: words ?? 'There is room for this.' };
}
