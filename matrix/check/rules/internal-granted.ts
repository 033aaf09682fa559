/** `key/granted`: an internal key in a plan, contract or add-on; such keys are for fixtures and never sold. */
import { placeOf } from '../../read/source.ts';
import { grantsOf, placesOf } from '../references.ts';
import type { MatrixRule } from '../rule.ts';
import { setsOf } from '../sets.ts';

export const internalGranted: MatrixRule = {
  id: 'key/granted',
  level: 'error',
  from: 'copy',
  find: ({ raw, source }) => {
    const parts = { capability: 'capabilities', limit: 'limits', meter: 'meters' } as const;
    const internal = Object.values(parts).some((part) =>
      Object.values(raw[part] ?? {}).some((one) => one.audience === 'internal'),
    );
    if (!internal) return [];
    return setsOf(raw).flatMap(({ name, path, set }) =>
      grantsOf(path, set).flatMap((grants) => {
        const part = parts[grants.to as keyof typeof parts];
        const at = placesOf(source, grants);
        return grants.names.flatMap((key, i) => {
          if (raw[part]?.[key]?.audience !== 'internal') return [];
          const declared = placeOf(source, [part, key], 'key');
          return [
            {
              at: at(i),
              found: `\`${name}\` holds the internal key \`${key}\`.`,
              write: 'what it holds without it.',
              related: [{ at: declared, words: `\`${key}\` is declared internal here.` }],
            },
          ];
        });
      }),
    );
  },
};
