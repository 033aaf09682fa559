/** A version and the end of its trial enter; all that the trial gives, each key and number written out, leaves. */

import type { Claims } from '../evaluator/claims.ts';
import { findVersion } from '../evaluator/find-grant.ts';
import type { EntitlementTable } from '../evaluator/table.ts';

export function trialClaims(table: EntitlementTable, version: string, endsAt: Date): Claims {
  const row = findVersion(table, version);
  return {
    plan_version: version,
    subscription_state: 'trial',
    capabilities: [...(row?.capabilities ?? [])],
    limits: { ...row?.limits },
    meters_enabled: [...(row?.meters ?? [])],
    state_ends_at: Math.floor(endsAt.getTime() / 1000),
  };
}
