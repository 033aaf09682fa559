/** Two things and the words that each is told in go in; the fields whose words differ come out. */
import type { FilePlace } from '../types.ts';
import { placesOf } from './events.ts';
import type { Places, Wording } from './types.ts';

/** Words of one field; nothing where it says nothing. */
export type Fields<T> = readonly (readonly [field: string, words: (one: T) => string | undefined])[];

interface Told {
  key: string;
  name: string;
  at?: Places;
}

export function wordings<T>(
  what: Wording['what'],
  fields: Fields<T>,
  [before, after]: readonly [T, T],
  { key, name, at }: Told,
): Wording[] {
  return fields.flatMap(([field, words]) => {
    const [was, is] = [words(before) || undefined, words(after) || undefined];
    if (was === is) return [];
    return [
      {
        what,
        key,
        name,
        field,
        ...(was !== undefined && { before: was }),
        ...(is !== undefined && { after: is }),
        at: at ?? {},
      },
    ];
  });
}

/** Of two things that bear key, name and place themselves. */
export function ownWordings<T extends { key: string; name: string; at: FilePlace }>(
  what: Wording['what'],
  fields: Fields<T>,
  before: T | undefined,
  after: T | undefined,
): Wording[] {
  if (!before || !after) return [];
  const { key, name } = after;
  return wordings(what, fields, [before, after], { key, name, at: placesOf(before, after) });
}

/** Words by language, or a list, as one line; the order of a list counts. */
export function lined(words: Readonly<Record<string, string>> | readonly string[] | undefined): string {
  if (!words) return '';
  if (Array.isArray(words)) return words.join(', ');
  return Object.entries(words)
    .map(([locale, text]) => `${locale}: ${text}`)
    .join(', ');
}
