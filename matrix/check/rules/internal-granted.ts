/** `key/granted`: an internal key in a plan or contract; such keys are for fixtures and never sold. */
import type { RawSet } from '../../read/raw.ts';
import { type Path, placeOf } from '../../read/source.ts';
import type { MatrixRule } from '../rule.ts';

export const internalGranted: MatrixRule = {
  id: 'key/granted',
  level: 'error',
  from: 'copy',
  find: ({ raw, source }) => {
    const parts = ['plans', 'bundles', 'past_versions'] as const;
    return parts.flatMap((part) =>
      Object.entries<RawSet>(raw[part] ?? {}).flatMap(([name, set]) =>
        (set.has ?? []).flatMap((key, i) => {
          if (raw.capabilities?.[key]?.audience !== 'internal') return [];
          const path: Path = [part, name, 'has', i];
          return [
            {
              at: placeOf(source, path),
              found: `\`${name}\` holds the internal key \`${key}\`.`,
              write: 'the list without it.',
              related: [
                { at: placeOf(source, ['capabilities', key], 'key'), words: `\`${key}\` is declared internal here.` },
              ],
            },
          ];
        }),
      ),
    );
  },
};
