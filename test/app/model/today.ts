/** What a contract calls a version or a key enters; what it is called today leaves. The name of today comes first. */

import type { EntitlementTable } from '../../../app/evaluator/table.ts';

export type Kind = 'capabilities' | 'limits' | 'meters';

export function versionToday(table: EntitlementTable, name: string): string {
  if (Object.hasOwn(table.versions, name)) return name;
  return Object.hasOwn(table.aliases.versions, name) ? table.aliases.versions[name]! : name;
}

export function keyToday(table: EntitlementTable, kind: Kind, name: string): string {
  if (Object.hasOwn(table[kind] ?? {}, name)) return name;
  return Object.hasOwn(table.aliases.keys, name) ? table.aliases.keys[name]! : name;
}
