/** A table and the name of a gate (`GET /api/audit`, `/settings/audit`) enter; what the table says of it leaves. */

import { own } from '../evaluator/own.ts';
import type { EntitlementTable } from '../evaluator/table.ts';
import { StartupError } from '../startup-error.ts';

export type Gate = EntitlementTable['gates'][string] & { readonly id: string };

/** Throws `StartupError` when the table does not name it: a route without its gate would let everybody through. */
export function findGate(table: EntitlementTable, id: string): Gate {
  const gate = own(table.gates, id);
  if (gate) return { ...gate, id };
  throw new StartupError(`The entitlement table has no gate "${id}"; add it to the matrix and print the table again.`);
}
