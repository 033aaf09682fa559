/** A document's blocks go in; every forbidden phrase and every name that customers should not read comes out. */
import type { Vocabulary } from '../../matrix/vocabulary.ts';
import type { Observation } from '../types.ts';
import { plainSigns } from './plain-signs.ts';
import { sentencesOf } from './sentences.ts';
import { type Block, textsOf } from './text.ts';

interface Sought {
  words: string;
  facet: 'never_say' | 'hidden' | 'retired_name';
  pattern: RegExp;
}

const known = new WeakMap<Vocabulary, { any: RegExp; each: Sought[] } | 'nothing'>();

export function readOwnedWords(blocks: readonly Block[], surface: string, vocabulary: Vocabulary): Observation[] {
  const sought = soughtIn(vocabulary);
  if (sought === 'nothing') return [];
  const shown = blocks.filter(({ hidden }) => hidden !== 'unsure');
  const texts = shown.flatMap(textsOf).filter((text) => sought.any.test(text.value));
  return texts.flatMap((text) =>
    sought.each.flatMap(({ words, facet, pattern }) =>
      Array.from(text.value.matchAll(pattern))
        .filter(({ index }) => facet !== 'retired_name' || !isHistory(text.value, index))
        .map(
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

/** "formerly Gold", "existing Gold contracts": an old name said as one. */
function isHistory(words: string, at: number): boolean {
  const sentence = sentencesOf(words).find(({ from, to }) => from <= at && at < to);
  return /\b(?:formerly|previously|legacy|renamed|replaced|used to|was|were|until|old|older|earlier|retired|no longer|discontinued|existing|grandfathered)\b/i.test(
    sentence ? words.slice(sentence.from, sentence.to) : words,
  );
}

function escaped(words: string): string {
  return plainSigns(words)
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/ +/g, '\\s+');
}

function soughtIn(vocabulary: Vocabulary): { any: RegExp; each: Sought[] } | 'nothing' {
  const before = known.get(vocabulary);
  if (before) return before;
  const each: Sought[] = [
    ...vocabulary.neverSay.map(({ phrase }) => ({ words: phrase, facet: 'never_say' as const })),
    ...vocabulary.retiredNames.map((words) => ({ words, facet: 'retired_name' as const })),
    ...vocabulary.hidden.map(({ words }) => ({ words, facet: 'hidden' as const })),
  ].map((one) => ({ ...one, pattern: patternOf(escaped(one.words), isTitle(one) ? 'gu' : 'giu') }));
  const any = patternOf(`(?:${each.map((one) => escaped(one.words)).join('|')})`, 'iu');
  const found = each.length ? { any, each } : 'nothing';
  known.set(vocabulary, found);
  return found;
}

/** "Demo Fixtures" is a name; "demo fixtures" are any. */
function isTitle({ words, facet }: Pick<Sought, 'words' | 'facet'>): boolean {
  return facet !== 'never_say' && /^(?:\p{Lu}\p{L}*[ -]?)+$/u.test(words);
}

function patternOf(words: string, flags: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}_\\x60])${words}(?![\\p{L}\\p{N}_\\x60])`, flags);
}
