/** Any plain data goes in; 16 hex digits that name it, the same on every machine, come out. */
import { createHash } from 'node:crypto';

const HEX_DIGITS = 16;

/** Keys are sorted at every depth, so the order in which an object was built does not count. */
export function hash(data: unknown): string {
  const canonical = JSON.stringify(data, (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  return createHash('sha256').update(canonical).digest('hex').slice(0, HEX_DIGITS);
}
