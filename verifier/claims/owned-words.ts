/** A document's blocks go in; every forbidden phrase and every name that customers should not read comes out. */
import type { Vocabulary } from '../../matrix/vocabulary.ts';
import type { Observation } from '../types.ts';
import { type Block, textsOf } from './text.ts';

interface Sought {
  words: string;
  facet: 'never_say' | 'hidden';
  pattern: RegExp;
}

const known = new WeakMap<Vocabulary, { any: RegExp; each: Sought[] } | 'nothing'>();

export function readOwnedWords(blocks: readonly Block[], surface: string, vocabulary: Vocabulary): Observation[] {
  const sought = soughtIn(vocabulary);
  if (sought === 'nothing') return [];
  const texts = blocks.flatMap(textsOf).filter((text) => sought.any.test(text.value));
  return texts.flatMap((text) =>
    sought.each.flatMap(({ words, facet, pattern }) =>
      Array.from(
        text.value.matchAll(pattern),
        (match): Observation => ({
          surface,
          about: {
            words: match[0],
            subject: { kind: 'words', key: words, facet },
            certain: true,
            plans: { known: [] },
          },
          outcome: { kind: 'read', value: { kind: 'words', text: match[0] } },
          at: [text.place(match.index, match.index + match[0].length)],
        }),
      ),
    ),
  );
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ +/g, '\\s+');
}

function soughtIn(vocabulary: Vocabulary): { any: RegExp; each: Sought[] } | 'nothing' {
  const before = known.get(vocabulary);
  if (before) return before;
  const each: Sought[] = [
    ...vocabulary.neverSay.map(({ phrase }) => ({ words: phrase, facet: 'never_say' as const })),
    ...vocabulary.hidden.map(({ words }) => ({ words, facet: 'hidden' as const })),
  ].map((one) => ({ ...one, pattern: patternOf(escaped(one.words), isTitle(one) ? 'gu' : 'giu') }));
  const any = patternOf(`(?:${each.map((one) => escaped(one.words)).join('|')})`, 'iu');
  const found = each.length ? { any, each } : 'nothing';
  known.set(vocabulary, found);
  return found;
}

/** "Demo Fixtures" is a name; "demo fixtures" are any. */
function isTitle({ words, facet }: Pick<Sought, 'words' | 'facet'>): boolean {
  return facet === 'hidden' && /^(?:\p{Lu}\p{L}*[ -]?)+$/u.test(words);
}

function patternOf(words: string, flags: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}_\\x60])${words}(?![\\p{L}\\p{N}_\\x60])`, flags);
}
