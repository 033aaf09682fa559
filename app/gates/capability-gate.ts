/** A gate and a holder enter; nothing leaves when they may, and the refusal is thrown when they may not. */

import type { EntitlementTable } from '../evaluator/table.ts';
import { requireRole } from '../roles/require-role.ts';
import type { Holder } from '../session/holder.ts';
import type { Gate } from './find-gate.ts';
import { gateRefusal } from './refusal.ts';

export function requireCapability(table: EntitlementTable, gate: Gate, holder: Holder): void {
  requireRole(table, gate, holder);
  if (holder.evaluator.hasCapability(gate.key)) return;
  const details = { plan_version: holder.version, subscription_state: holder.state };
  throw gateRefusal(gate, notIncluded(table, gate.key), { details });
}

/** The sentence that the page of the same key shows, so that both surfaces say one thing. */
function notIncluded(table: EntitlementTable, key: string): string {
  const locked = Object.values(table.gates).find((gate) => gate.key === key && gate.locked)?.locked;
  return `${locked ?? `${table.capabilities[key]?.name ?? key}: not part of this plan`}.`;
}
