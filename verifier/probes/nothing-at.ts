/** Data and a JSON pointer that leads nowhere in it go in; the words for that, with the keys that are there instead, come out. */
import { pointer } from './pointer.ts';

const MOST_KEYS = 12;

export function nothingAt(data: unknown, path: string): string {
  const parts = path.split('/').slice(1);
  // As far as it leads.
  let known = parts.length;
  const at = () => (known ? `/${parts.slice(0, known).join('/')}` : '');
  while (known > 0 && !isObject(pointer(data, at()))) known -= 1;
  const there = pointer(data, at());
  if (!isObject(there)) return `nothing at ${path}`;
  const keys = Object.keys(there);
  const named = keys.slice(0, MOST_KEYS).join(', ') + (keys.length > MOST_KEYS ? ', …' : '');
  const where = known ? `the keys of ${at()}` : 'its keys';
  return `nothing at ${path}; ${keys.length ? `${where} are ${named}` : 'it has no keys'}`;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
