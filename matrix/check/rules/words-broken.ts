/** `words/broken`: a phrase that is never to be said, in a name or another text of the matrix itself. */
import { placeOf } from '../../read/source.ts';
import { phraseFinder } from '../phrases.ts';
import type { MatrixRule } from '../rule.ts';
import { shownTexts } from '../texts.ts';

export const wordsBroken: MatrixRule = {
  id: 'words/broken',
  level: 'error',
  from: 'copy',
  find: ({ raw, source, matrix }) => {
    if (!matrix.words.never_say.length) return [];
    const phrasesIn = phraseFinder(matrix.words.never_say);
    return shownTexts(raw).flatMap(({ words, path }) =>
      phrasesIn(words).map(({ phrase, say, at }) => ({
        at: placeOf(source, path),
        found: `\`${words}\` says \`${phrase}\`, which no copy may say.`,
        write: `\`${say}\` instead of \`${phrase}\`.`,
        related: [{ at, words: `\`${phrase}\` is forbidden here.` }],
      })),
    );
  },
};
