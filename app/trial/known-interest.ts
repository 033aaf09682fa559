/** What somebody says they want to try enters; the table's key for it leaves, or nothing when it is none. */

import { own } from '../evaluator/own.ts';
import type { EntitlementTable } from '../evaluator/table.ts';

export function knownInterest(table: EntitlementTable, wanted: unknown): string | undefined {
  const rule = own(table.capabilities, wanted);
  return rule && !rule.marker ? String(wanted) : undefined;
}
