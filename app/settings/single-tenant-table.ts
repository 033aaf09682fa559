/** A table enters; the same without what only a product of many tenants can run leaves. */

import { own } from '../evaluator/own.ts';
import type { EntitlementTable, VersionRow } from '../evaluator/table.ts';

/** The flag that the matrix names for it; the example's product has it on unless it is turned off. */
const FLAG = 'PULSE_MULTI_TENANT_ENABLED';
const TENANT_GATE = 'POST /api/workspaces';

export function isSingleTenant(environment: Readonly<Record<string, string | undefined>>): boolean {
  return environment[FLAG]?.toLowerCase() === 'false';
}

/**
 * Evaluator, pages and payloads all read the table, so that none of them has to remember what cannot be spoken of here.
 * What a contract is called stays: its name is what was bought.
 */
export function singleTenantTable(table: EntitlementTable): EntitlementTable {
  const needing = Object.entries(table.capabilities).filter(([, { needs }]) => needs?.includes(`${FLAG}=true`));
  const gone = new Set([...needing.map(([key]) => key), own(table.gates, TENANT_GATE)?.key]);
  const kept = <T>(record: Readonly<Record<string, T>>) => withoutKeys(record, gone);
  const gates = Object.entries(table.gates).filter(([, { key }]) => !gone.has(key));
  const versions = Object.entries(table.versions).map(([version, row]) => [version, keptRow(row, gone)]);
  return {
    ...table,
    capabilities: kept(table.capabilities),
    limits: kept(table.limits),
    versions: Object.fromEntries(versions),
    gates: Object.fromEntries(gates),
  };
}

function keptRow(row: VersionRow, gone: ReadonlySet<string | undefined>): VersionRow {
  return {
    ...row,
    capabilities: row.capabilities.filter((key) => !gone.has(key)),
    limits: withoutKeys(row.limits, gone),
  };
}

function withoutKeys<T>(record: Readonly<Record<string, T>>, gone: ReadonlySet<string | undefined>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !gone.has(key)));
}
