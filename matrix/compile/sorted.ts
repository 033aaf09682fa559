/** Entries in any order go in; a record in the order of its keys (by code unit, on every machine) comes out. */
export function sorted<T>(entries: [string, T][]): Record<string, T> {
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
