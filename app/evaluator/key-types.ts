/** The type of a printed table enters; the names that may be asked for leave: its keys and the aliases that lead to them. */

import type { EntitlementTable } from './table.ts';

type KeysOf<Records> = Extract<keyof NonNullable<Records>, string>;

/** Aliases of keys of one kind; none where the table's type does not name them. */
type AliasOf<Table extends EntitlementTable, Key extends string> = {
  [Alias in KeysOf<Table['aliases']['keys']>]: Table['aliases']['keys'][Alias] extends Key ? Alias : never;
}[KeysOf<Table['aliases']['keys']>];

type Askable<Table extends EntitlementTable, Key extends string> = string extends Key
  ? string
  : Key | AliasOf<Table, Key>;

export type CapabilityOf<Table extends EntitlementTable> = Askable<Table, KeysOf<Table['capabilities']>>;
export type LimitOf<Table extends EntitlementTable> = Askable<Table, KeysOf<Table['limits']>>;
export type MeterOf<Table extends EntitlementTable> = Askable<Table, KeysOf<Table['meters']>>;
