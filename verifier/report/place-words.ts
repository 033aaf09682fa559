/** A place goes in; the words that a person copies to get there come out. */
import type { Place } from '../../matrix/types.ts';

/** `path:line:column`, `url selector`, or `GET /api/audit /code`. */
export function placeWords(place: Place): string {
  if (place.kind === 'file') return `${place.path}:${place.line}:${place.column}`;
  if (place.kind === 'page') return [place.url, place.selector].filter(Boolean).join(' ');
  return [place.method, place.path, place.pointer].filter(Boolean).join(' ');
}

const MOST_QUOTED = 100;

/** The same, with the words that were read there. */
export function placeLine(place: Place): string {
  const words = place.kind === 'call' ? undefined : place.words;
  if (!words) return placeWords(place);
  const quoted = words.length > MOST_QUOTED ? `${words.slice(0, MOST_QUOTED)}…` : words;
  return `${placeWords(place)} “${quoted}”`;
}
