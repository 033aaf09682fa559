/** Data of another format goes in; the same without its empty entries, which say nothing there, comes out. */

export function withoutNulls(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(withoutNulls);
  if (data === null || typeof data !== 'object') return data;
  const out: Record<string, unknown> = Object.create(null);
  for (const [key, value] of Object.entries(data)) if (value !== null) out[key] = withoutNulls(value);
  return out;
}
