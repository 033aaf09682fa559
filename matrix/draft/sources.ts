/** Where something stands goes in; the words of a comment that says so come out. */
import type { Place } from '../types.ts';
import type { Said } from './types.ts';

const MOST = 3;
const LONGEST = 40;

/** `README.md:12`; of a page, the words that stand there. Each place once, the first few by name. */
export function sources(at: readonly Place[]): string {
  const all = [...new Set(at.map(placeWords))];
  const more = all.length - MOST;
  const named = all.slice(0, MOST).map((words, i) => {
    const [path, before] = [pathOf(words), pathOf(all[i - 1] ?? '')];
    return path && path === before ? words.slice(path.length) : words;
  });
  return named.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** The second line of one file needs no path: `README.md:12, :40`. */
function pathOf(words: string): string | undefined {
  return /^(.+):\d+$/.exec(words)?.[1];
}

function placeWords(place: Place): string {
  if (place.kind === 'file') return `${place.path}:${place.line}`;
  if (place.kind === 'call') return `${place.method} ${place.path}`;
  const words = place.words.replace(/\s+/g, ' ').trim();
  return `${place.url} "${words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words}"`;
}

/** `README.md:12 says 5, docs/limits.md:3 says 10`. */
export function sidesWords(said: readonly Said[], words: (value: Said['value']) => string): string {
  return said.map(({ value, at }) => `${sources(at)} says ${words(value)}`).join('; ');
}
