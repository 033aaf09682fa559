/** A table and the version of a contract that ended enter; the versions with which its holder can come back leave. */

import { findVersion } from './find-grant.ts';
import { own } from './own.ts';
import type { EntitlementTable } from './table.ts';

/**
 * Only what is on offer today, in page order: those of the same line, or all where that line has none. The version that
 * ended is among them only when it is itself on offer, so a grandfathered one never is.
 */
export function reentryVersions(table: EntitlementTable, version: string | undefined): readonly string[] {
  const offers = table.offers ?? [];
  const line = findVersion(table, version)?.line;
  const ofLine = offers.filter((id) => own(table.versions, id)?.line === line);
  return ofLine.length > 0 ? ofLine : offers;
}

/** Whether a contract may take a version: any that the table knows, and after an earlier one ended, only what is on offer. */
export function mayTake(table: EntitlementTable, version: string, earlierContractEnded: boolean): boolean {
  if (!Object.hasOwn(table.versions, version)) return false;
  return !earlierContractEnded || (table.offers ?? []).includes(version);
}
