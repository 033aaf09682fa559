/** Any plain data goes in; a seal over what it states comes out: same statements, same seal, on every machine. */
import { createHash } from 'node:crypto';

/** `sha256-` and 64 hex digits over canonical JSON (keys sorted); `undefined` does not count. */
export function digestOf(data: unknown): string {
  return `sha256-${createHash('sha256').update(canonicalJson(data)).digest('hex')}`;
}

/** Lists whose order says nothing. */
const SETS = new Set(['has', 'without', 'meters', 'states']);

function canonicalJson(data: unknown, field = ''): string {
  if (typeof data === 'string') return quoted(data);
  if (data === null || typeof data !== 'object') return JSON.stringify(data) ?? 'null';
  if (Array.isArray(data)) {
    const items = data.map((item) => canonicalJson(item));
    return `[${(SETS.has(field) ? items.sort() : items).join(',')}]`;
  }
  const map = data as Record<string, unknown>;
  let out = '';
  for (const key of Object.keys(map).sort())
    if (map[key] !== undefined) out += `${out && ','}${quoted(key)}:${canonicalJson(map[key], key)}`;
  return `{${out}}`;
}

/** A matrix is mostly ids, in which nothing has to be escaped. */
function quoted(words: string): string {
  return PLAIN.test(words) ? `"${words}"` : JSON.stringify(words);
}

const PLAIN = /^[\w .-]*$/;
