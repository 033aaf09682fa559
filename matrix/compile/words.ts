/** Words as stated, in one language or several, go in; those of one language, and all others, come out. */
import type { RawWordsByLocale } from '../read/raw.ts';
import { sorted } from './sorted.ts';

/** In `locale`; where that is not stated, in the first language that is. */
export function inLocale(words: RawWordsByLocale, locale: string): string {
  return typeof words === 'string' ? words : (words[locale] ?? Object.values(words)[0]!);
}

/** By language; empty when `words` states no language. */
export function byLocale(words: RawWordsByLocale): Record<string, string> {
  return typeof words === 'string' ? {} : sorted(Object.entries(words));
}
