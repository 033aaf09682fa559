/**
 * What a contract calls a version or a key enters; what it is called today leaves. A name of today is never taken for an
 * old one, and an old name counts only where what it stands for is there. What nobody knows stays as it is.
 */

import type { EntitlementTable } from '../../../app/evaluator/table.ts';

export type Kind = 'capabilities' | 'limits' | 'meters';

export function versionToday(table: EntitlementTable, name: string): string {
  if (Object.hasOwn(table.versions, name)) return name;
  const today = Object.hasOwn(table.aliases.versions, name) ? table.aliases.versions[name]! : name;
  return Object.hasOwn(table.versions, today) ? today : name;
}

export function keyToday(table: EntitlementTable, kind: Kind, name: string): string {
  const declared = table[kind] ?? {};
  if (Object.hasOwn(declared, name)) return name;
  const today = Object.hasOwn(table.aliases.keys, name) ? table.aliases.keys[name]! : name;
  return Object.hasOwn(declared, today) ? today : name;
}
