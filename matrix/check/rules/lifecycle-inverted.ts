/** `lifecycle/inverted`: a key that stops working before the day from which nobody should begin to use it. */
import { placeOf } from '../../read/source.ts';
import { outgoingKeys } from '../lifecycles.ts';
import type { MatrixRule } from '../rule.ts';

export const lifecycleInverted: MatrixRule = {
  id: 'lifecycle/inverted',
  level: 'error',
  from: 'lifecycle',
  find: ({ raw, source }) =>
    outgoingKeys(raw).flatMap(({ key, path, lifecycle: { deprecated_at, sunset_at } }) => {
      if (!deprecated_at || !sunset_at || deprecated_at <= sunset_at) return [];
      const found = `\`${key}\` stops working on ${sunset_at}, and is deprecated after that, on ${deprecated_at}.`;
      return [
        {
          at: placeOf(source, [...path, 'deprecated_at']),
          found,
          write: 'a `deprecated_at` that comes before `sunset_at`.',
          related: [{ at: placeOf(source, [...path, 'sunset_at']), words: `\`${key}\` no longer works from here.` }],
        },
      ];
    }),
};
