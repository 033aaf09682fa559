/** `name/ambiguous`: one key for two things of which a reference could mean either. */
import { type Path, placeOf } from '../../read/source.ts';
import type { MatrixRule } from '../rule.ts';

/** Where one name is looked up in both. */
const SHARED = [
  ['plans', 'bundles'],
  ['capabilities', 'limits'],
] as const;

const WORDS = { plans: 'plan', bundles: 'bundle', capabilities: 'capability', limits: 'limit' } as const;

export const nameAmbiguous: MatrixRule = {
  id: 'name/ambiguous',
  level: 'error',
  from: 'copy',
  find: ({ raw, source }) =>
    SHARED.flatMap(([first, second]) =>
      Object.keys(raw[second] ?? {}).flatMap((key) => {
        if (!raw[first] || !(key in raw[first])) return [];
        const [at, other]: [Path, Path] = [
          [second, key],
          [first, key],
        ];
        return [
          {
            at: placeOf(source, at, 'key'),
            found: `The ${WORDS[second]} \`${key}\` bears the key of a ${WORDS[first]}.`,
            write: 'a key that nothing else bears.',
            related: [{ at: placeOf(source, other, 'key'), words: `\`${key}\` is declared here first.` }],
          },
        ];
      }),
    ),
};
