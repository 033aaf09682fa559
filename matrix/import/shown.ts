/** Any value of a source goes in; how it is shown to people comes out. */

export function shown(value: unknown): string {
  if (value === Number.POSITIVE_INFINITY) return '.inf';
  if (Array.isArray(value)) return value.map(shown).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
