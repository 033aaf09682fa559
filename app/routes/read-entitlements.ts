/** A holder enters; the one normalised payload that a front end reads leaves. */

import { type EntitlementPayload, entitlementPayload } from '../evaluator/entitlement-payload.ts';
import type { UsageReadings } from '../evaluator/usage-reading.ts';
import { readCircumstances } from '../posture/read-circumstances.ts';
import type { Product } from '../product.ts';
import { readUsage, type Usage } from '../records/read-usage.ts';
import { isOffered } from '../roles/require-role.ts';
import type { Holder } from '../session/holder.ts';

export interface Entitlements extends EntitlementPayload {
  /** What a change of plan hides or brings back is not settled yet. */
  readonly settling: boolean;
}

export async function readEntitlements(product: Product, holder: Holder): Promise<Entitlements> {
  const { database, table, now } = product;
  const [usage, recorded] = await Promise.all([
    readUsage(product, holder),
    readCircumstances(database, holder.organisation.id),
  ]);
  const { settling } = recorded;
  const stateEndsAt = holder.stateUntil?.getTime();
  const at = { ...recorded, usage: readings(usage), now: now().getTime(), stateEndsAt };
  const payload = entitlementPayload(table, holder.evaluator, at);
  // Nobody is shown the way to what their role would not be offered.
  const isTheirs = (key: string) =>
    Object.values(table.gates).some((gate) => gate.key === key && isOffered(gate, holder));
  return { ...payload, upgrade_reasons: payload.upgrade_reasons.filter(({ key }) => isTheirs(key)), settling };
}

/** A count that was made is said to be one; what is missing stays unread. */
function readings(usage: Usage): UsageReadings {
  return Object.fromEntries([...usage].map(([key, observed]) => [key, { available: true as const, observed }]));
}
