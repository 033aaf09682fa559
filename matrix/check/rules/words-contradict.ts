/** `words/contradict`: owned words that cannot all be obeyed: a replacement or a notice that says what is forbidden, or two replacements. */
import { type Path, placeOf } from '../../read/source.ts';
import { phraseFinder, plainWords } from '../phrases.ts';
import type { Checked, MatrixRule } from '../rule.ts';

export const wordsContradict: MatrixRule = {
  id: 'words/contradict',
  level: 'error',
  from: 'copy',
  find: (checked) => [...forbidden(checked), ...saidTwice(checked), ...retired(checked)],
};

/** What has to be said, and holds a phrase that nobody may say. */
function forbidden({ raw, source, matrix }: Checked) {
  const phrasesIn = phraseFinder(matrix.words.never_say);
  const { never_say = [], must_say = [], retired_names = [] } = raw.words ?? {};
  const told: { words: string | undefined; path: Path }[] = [
    ...never_say.map(({ say }, i) => ({ words: say, path: ['words', 'never_say', i, 'say'] })),
    ...must_say.map(({ phrase }, i) => ({ words: phrase, path: ['words', 'must_say', i, 'phrase'] })),
    ...retired_names.map(({ say }, i) => ({ words: say, path: ['words', 'retired_names', i, 'say'] })),
  ];
  return told.flatMap(({ words = '', path }) =>
    phrasesIn(words).map(({ phrase, at }) => ({
      at: placeOf(source, path),
      found: `\`${words}\` is to be said, and holds \`${phrase}\`, which is never to be said.`,
      write: 'words without it, or a longer forbidden phrase that does not stand in them.',
      related: [{ at, words: `\`${phrase}\` is forbidden here.` }],
    })),
  );
}

function saidTwice({ matrix }: Checked) {
  const first = new Map<string, (typeof matrix.words.never_say)[number]>();
  return matrix.words.never_say.flatMap((one) => {
    const key = plainWords(one.phrase);
    const before = first.get(key);
    first.set(key, before ?? one);
    if (!before || plainWords(before.say) === plainWords(one.say)) return [];
    return [
      {
        at: one.at,
        found: `\`${one.phrase}\` is to be \`${one.say}\` here and \`${before.say}\` before.`,
        write: 'the phrase once, with the one thing to say instead.',
        related: [{ at: before.at, words: `\`${before.phrase}\` stands here first.` }],
      },
    ];
  });
}

/** A retired name in place of a retired name. */
function retired({ source, matrix }: Checked) {
  const names = new Map(matrix.words.retired_names.map((one) => [plainWords(one.name), one]));
  return matrix.words.retired_names.flatMap(({ say }, i) => {
    const other = say === undefined ? undefined : names.get(plainWords(say));
    if (!other) return [];
    return [
      {
        at: placeOf(source, ['words', 'retired_names', i, 'say']),
        found: `\`${say}\` is to be said, and is a retired name itself.`,
        write: 'the name that is in use today.',
        related: [{ at: other.at, words: `\`${other.name}\` is retired here.` }],
      },
    ];
  });
}
