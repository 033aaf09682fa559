/** `limit/edgeless`: a limit without soft and hard edge, so that nobody can say when to warn and when to refuse. */
import { placeOf } from '../../read/source.ts';
import type { MatrixRule } from '../rule.ts';

export const limitEdgeless: MatrixRule = {
  id: 'limit/edgeless',
  level: 'error',
  from: 'gates',
  find: ({ raw, source }) => {
    return Object.entries(raw.limits ?? {}).flatMap(([key, limit]) => {
      const missing = (['soft', 'hard'] as const).filter((edge) => limit[edge] === undefined);
      if (!missing.length) return [];
      return [
        {
          at: placeOf(source, ['limits', key], 'key'),
          found: `The limit \`${key}\` has no ${missing.join(' and no ')} edge.`,
          write: `${missing.map((edge) => `\`${edge}: ${edge === 'soft' ? '80%' : '100%'}\``).join(' and ')}.`,
        },
      ];
    });
  },
};
