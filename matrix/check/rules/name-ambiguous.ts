/** `name/ambiguous`: one key for two things of which a reference, a contract or a gate could mean either. */
import { type Path, placeOf } from '../../read/source.ts';
import type { MatrixRule } from '../rule.ts';

/** Where one name is looked up in all of them. */
const SHARED = [
  ['plans', 'bundles'],
  ['plans', 'addons'],
  ['capabilities', 'limits', 'meters'],
] as const;

const WORDS = {
  plans: 'plan',
  bundles: 'bundle',
  addons: 'add-on',
  capabilities: 'capability',
  limits: 'limit',
  meters: 'meter',
} as const;

export const nameAmbiguous: MatrixRule = {
  id: 'name/ambiguous',
  level: 'error',
  from: 'copy',
  find: ({ raw, source }) =>
    SHARED.flatMap((parts) => {
      const first = new Map<string, keyof typeof WORDS>();
      return parts.flatMap((part) =>
        Object.keys(raw[part] ?? {}).flatMap((key) => {
          const before = first.get(key);
          if (before === undefined) {
            first.set(key, part);
            return [];
          }
          const [path, other]: [Path, Path] = [
            [part, key],
            [before, key],
          ];
          return [
            {
              at: placeOf(source, path, 'key'),
              found: `The ${WORDS[part]} \`${key}\` bears the key of a ${WORDS[before]}.`,
              write: 'a key that nothing else bears.',
              related: [{ at: placeOf(source, other, 'key'), words: `\`${key}\` is declared here first.` }],
            },
          ];
        }),
      );
    }),
};
