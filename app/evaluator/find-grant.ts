/** A table and a holder enter; the row whose capabilities and limits hold for that holder now leaves, or nothing. */

import type { ContractHolder } from './contract-grant.ts';
import { own } from './own.ts';
import type { EntitlementTable, VersionRow } from './table.ts';

/**
 * The row of the holder's own version, of the fallback version when the state keeps only that, or undefined: a version
 * or state that the table does not know is never granted anything, in no state.
 */
export function findGrant(table: EntitlementTable, holder: ContractHolder): VersionRow | undefined {
  const row = findVersion(table, holder.version);
  const rule = own(table.states, holder.state);
  if (!row || !rule || rule.keeps === 'nothing') return undefined;
  return rule.keeps === 'paid' ? row : findVersion(table, rule.fallback);
}

/** The row of a version or of one of its aliases. */
export function findVersion(table: EntitlementTable, version: string | undefined): VersionRow | undefined {
  return own(table.versions, version) ?? own(table.versions, own(table.aliases.versions, version));
}
