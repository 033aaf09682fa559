/** A gate, a holder and a count enter; the verdict leaves when the action may go through, else the refusal is thrown. */

import type { AdmissionPreview } from '../evaluator/admission-preview.ts';
import { countInWords } from '../evaluator/count-in-words.ts';
import type { LimitVerdict } from '../evaluator/judge-limit.ts';
import type { EntitlementTable, LimitRule, LimitValue } from '../evaluator/table.ts';
import { lockRefusal } from '../posture/require-changeable.ts';
import { requireRole } from '../roles/require-role.ts';
import { ApiError } from '../routes/api-error.ts';
import type { Holder } from '../session/holder.ts';
import { durationInWords } from '../words/duration-in-words.ts';
import { limitInWords } from '../words/limit-in-words.ts';
import type { Gate } from './find-gate.ts';
import { gateRefusal } from './refusal.ts';

export interface Attempt {
  readonly table: EntitlementTable;
  readonly gate: Gate;
  readonly holder: Holder;
  /** The count as it would stand after the action. */
  readonly observed: number;
  /** For a rate: seconds until the same action would go through, where that time comes at all. */
  readonly retryAfterSeconds?: number;
  /** For what is counted one by one: what was worked out before, which decides and words the answer. */
  readonly preview?: AdmissionPreview;
}

export interface Warning {
  readonly code: 'limit_near';
  readonly message: string;
}

/** The warning that goes with an action between the soft and the hard edge, or undefined below. */
export function requireLimit(attempt: Attempt): Warning | undefined {
  const { holder, gate, observed, preview } = attempt;
  requireRole(attempt.table, gate, holder);
  const verdict: LimitVerdict = preview?.verdict ?? holder.evaluator.checkLimit(gate.key, observed);
  if (verdict === 'allowed') return undefined;
  const rule = attempt.table.limits[gate.key];
  const limit = holder.evaluator.getLimit(gate.key);
  if (verdict === 'hard_block') throw limitRefusal(attempt, rule, limit);
  return { code: 'limit_near', message: preview?.message ?? nearMessage(rule, limit, observed) };
}

function limitRefusal(attempt: Attempt, rule: LimitRule | undefined, limit: LimitValue) {
  const { gate, observed, retryAfterSeconds: seconds, preview } = attempt;
  if (preview?.cause === 'abuse_lock') return lockRefusal(preview.message, { key: gate.key, preview });
  if (preview?.cause === 'over_limit')
    return new ApiError(402, 'over_limit', preview.message, { details: { key: gate.key, preview } });
  const waits = seconds === undefined ? {} : { retry_after_seconds: seconds };
  return gateRefusal(gate, preview?.message ?? refusalMessage(attempt, rule, limit), {
    details: { limit, observed, unit: rule?.other ?? gate.key, ...waits, ...(preview && { preview }) },
    headers: seconds === undefined ? {} : { 'Retry-After': String(seconds) },
  });
}

function nearMessage(rule: LimitRule | undefined, limit: LimitValue, observed: number): string {
  if (!rule || typeof limit !== 'number') return 'This comes close to the limit.';
  const left = limit - observed;
  const room = left === 0 ? 'that was the last one' : `${left} more will fit`;
  return `In use: ${countInWords(rule, observed)}; ${room}.`;
}

function refusalMessage(attempt: Attempt, rule: LimitRule | undefined, limit: LimitValue): string {
  if (!rule || typeof limit !== 'number') return `This contract states no number of ${rule?.other ?? 'these'}.`;
  const included = limitInWords(rule, limit);
  if (rule.counts === 'range') return `${rule.name} goes back ${included}; ${attempt.observed} were asked for.`;
  const seconds = attempt.retryAfterSeconds;
  const when = seconds === undefined ? '' : ` The next one can start in ${durationInWords(seconds)}.`;
  return `${included} included.${when}`;
}
