/** A table and a payload that holds enter; the claims in today's names leave, as one answer for all who bring the token. */

import type { Claims, ClaimsRead } from '../claims.ts';
import { readClaims } from '../read-claims.ts';
import type { EntitlementTable } from '../table.ts';

const BROKEN_TABLE =
  'table: cannot be read, so the names are those of the token. The evaluator answers open and says what to do';

/**
 * Frozen: what one caller changes must not reach the others. A broken table leaves version and state as they are carried:
 * `createEvaluator` answers open then, so that a broken release locks no paying customer out.
 */
export function readVerified(table: EntitlementTable, payload: Readonly<Record<string, unknown>>): ClaimsRead {
  const { claims, problems } = readOrKeep(table, payload);
  for (const field of Object.values(claims)) if (typeof field === 'object') Object.freeze(field);
  return Object.freeze({ claims: Object.freeze(claims), from: 'live', problems: Object.freeze(problems) });
}

function readOrKeep(table: EntitlementTable, payload: Readonly<Record<string, unknown>>) {
  try {
    return readClaims(table, payload);
  } catch {
    const { plan_version, subscription_state } = payload;
    const claims: Claims = {
      ...(typeof plan_version === 'string' && { plan_version }),
      ...(typeof subscription_state === 'string' && { subscription_state }),
    };
    return { claims, problems: [BROKEN_TABLE] };
  }
}
