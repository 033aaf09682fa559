/** Phrases go in; what tells which of them stand in a text, as whole words and whatever their case, comes out. */
import type { Phrase } from '../types.ts';

export function phraseFinder(phrases: readonly Phrase[]): (words: string) => Phrase[] {
  const each = phrases
    .filter(({ phrase }) => phrase.trim() !== '')
    .map((phrase) => ({ phrase, pattern: patternOf(escaped(phrase.phrase)) }));
  if (!each.length) return () => [];
  const any = patternOf(`(?:${each.map(({ phrase }) => escaped(phrase.phrase)).join('|')})`);
  return (words) =>
    any.test(words) ? each.filter(({ pattern }) => pattern.test(words)).map(({ phrase }) => phrase) : [];
}

/** Equal for phrases that are the same to a reader. */
export function plainWords(words: string): string {
  return words.trim().replace(/\s+/g, ' ').toLowerCase();
}

function escaped(words: string): string {
  return words
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\s+/g, '\\s+');
}

function patternOf(words: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}_])${words}(?![\\p{L}\\p{N}_])`, 'iu');
}
