/** A refused gate enters; the error that the API answers with the table's own status and code leaves. */

import type { EntitlementTable } from '../evaluator/table.ts';
import { ApiError, type Details } from '../routes/api-error.ts';
import type { Holder } from '../session/holder.ts';
import type { Gate } from './find-gate.ts';

// Only for a table that names a gate without its refusal: it stays closed, and says so in general words.
const UNSTATED = { status: 403, code: 'refused' };

/** The refusal of one gate. */
export function gateRefusal(
  gate: Gate,
  message: string,
  more: { details: Details; headers?: Readonly<Record<string, string>> },
): ApiError {
  const { status, code = UNSTATED.code } = gate.refusal ?? UNSTATED;
  return new ApiError(status, code, message, { ...more, details: { key: gate.key, ...more.details } });
}

/** The refusal of everything, for a state that keeps nothing. */
export function stateRefusal(table: EntitlementTable, holder: Holder): ApiError {
  const { status, code = UNSTATED.code } = table.states[holder.state].refusal ?? UNSTATED;
  const message = 'This account is suspended. Nothing was deleted; please contact support.';
  return new ApiError(status, code, message, { details: { subscription_state: holder.state } });
}
