/** Any plain data goes in; a seal over what it states comes out: same statements, same seal, on every machine. */
import { createHash } from 'node:crypto';

/** `sha256-` and 64 hex digits over canonical JSON (keys sorted); `at`, `from` and `undefined` do not count. */
export function digestOf(data: unknown): string {
  return `sha256-${createHash('sha256').update(canonicalJson(data)).digest('hex')}`;
}

function canonicalJson(data: unknown): string {
  return JSON.stringify(data, (key, value: unknown) => {
    if (key === 'at' || key === 'from') return undefined;
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
