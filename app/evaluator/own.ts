/** A record and a name enter; the record's own entry leaves, never one that it inherits (`constructor`, `toString`). */
export function own<T>(record: Readonly<Record<string, T>>, name: unknown): T | undefined {
  return typeof name === 'string' && Object.hasOwn(record, name) ? record[name] : undefined;
}
