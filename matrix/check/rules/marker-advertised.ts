/** `key/advertised`: a marker, compatibility or internal key in a group of the pricing table, where customers would see it. */
import { placeOf } from '../../read/source.ts';
import type { MatrixRule } from '../rule.ts';

export const markerAdvertised: MatrixRule = {
  id: 'key/advertised',
  level: 'error',
  from: 'copy',
  find: ({ raw, source }) =>
    (['capabilities', 'limits', 'meters'] as const).flatMap((part) =>
      Object.entries(raw[part] ?? {}).flatMap(([key, one]) => {
        const hidden = one.audience !== undefined && one.audience !== 'public';
        if (!hidden || !one.group) return [];
        return [
          {
            at: placeOf(source, [part, key, 'group']),
            found: `\`${key}\` is for the audience ${one.audience}, and stands in the group ${one.group} of the pricing table.`,
            write: 'no `group`, or `audience: public`.',
          },
        ];
      }),
    ),
};
