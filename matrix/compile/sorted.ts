/**
 * Entries in any order go in; a record in the order of its keys (by code unit, on every machine) comes out. It has no
 * prototype, so that a name such as `constructor` is found in it only when somebody declared it.
 */
export function sorted<T>(entries: [string, T][]): Record<string, T> {
  const record: Record<string, T> = Object.create(null);
  for (const [key, value] of entries.sort(([a], [b]) => (a < b ? -1 : 1))) record[key] = value;
  return record;
}
