/** Any plain data goes in; a seal over what it states comes out: same statements, same seal, on every machine. */
import { createHash } from 'node:crypto';

/** `sha256-` and 64 hex digits over canonical JSON (keys sorted); `undefined` does not count. */
export function digestOf(data: unknown): string {
  return `sha256-${createHash('sha256').update(canonicalJson(data)).digest('hex')}`;
}

/** Lists whose order says nothing. */
const SETS = new Set(['has', 'without', 'meters', 'states']);

function canonicalJson(data: unknown): string {
  const parts: string[] = [];
  write(parts, data, '');
  return parts.join('');
}

function write(parts: string[], data: unknown, field: string): void {
  if (data === null || typeof data !== 'object') {
    parts.push(JSON.stringify(data) ?? 'null');
  } else if (Array.isArray(data)) {
    parts.push('[');
    const items = SETS.has(field) ? [...data].sort() : data;
    items.forEach((item, i) => {
      if (i) parts.push(',');
      write(parts, item, '');
    });
    parts.push(']');
  } else {
    writeMap(parts, data as Record<string, unknown>);
  }
}

function writeMap(parts: string[], map: Record<string, unknown>): void {
  const keys = Object.keys(map)
    .filter((key) => map[key] !== undefined)
    .sort();
  parts.push('{');
  keys.forEach((key, i) => {
    parts.push(i ? ',' : '', JSON.stringify(key), ':');
    write(parts, map[key], key);
  });
  parts.push('}');
}
