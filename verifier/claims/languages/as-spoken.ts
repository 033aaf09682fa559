/** A surface's vocabulary and the language that a document says it is in go in; the vocabulary to read it with comes out. */
import type { Vocabulary } from '../../../matrix/vocabulary.ts';

const known = new WeakMap<Vocabulary, Map<string, Vocabulary>>();

/** `said`: as `lang` writes it (BCP 47). What is no name of a language says nothing, and a dialect is read as its language. */
export function asSpoken(vocabulary: Vocabulary, said: string | undefined): Vocabulary {
  const language = /^([a-z]{2,3})(?:[-_]|$)/i.exec(said?.trim() ?? '')?.[1]?.toLowerCase();
  if (language === undefined || language === languageOf(vocabulary)) return vocabulary;
  const others = known.get(vocabulary) ?? new Map<string, Vocabulary>();
  known.set(vocabulary, others);
  const before = others.get(language);
  if (before) return before;
  const other = { ...vocabulary, locale: language };
  others.set(language, other);
  return other;
}

function languageOf({ locale }: Vocabulary): string {
  return locale.toLowerCase().split(/[-_]/)[0]!;
}
