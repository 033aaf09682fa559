/** A document's blocks go in; every forbidden phrase and every name that customers should not read comes out. */
import type { Vocabulary } from '../../matrix/vocabulary.ts';
import type { Observation } from '../types.ts';
import { type Block, textsOf } from './text.ts';

export function readOwnedWords(blocks: readonly Block[], surface: string, vocabulary: Vocabulary): Observation[] {
  const sought = [
    ...vocabulary.neverSay.map(({ phrase }) => ({ words: phrase, facet: 'never_say' })),
    ...vocabulary.hidden.map(({ words }) => ({ words, facet: 'hidden' })),
  ].map((one) => ({
    ...one,
    pattern: new RegExp(`(?<![\\p{L}\\p{N}_])${escaped(one.words)}(?![\\p{L}\\p{N}_])`, 'giu'),
  }));
  return blocks.flatMap(textsOf).flatMap((text) =>
    sought.flatMap(({ words, facet, pattern }) =>
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
