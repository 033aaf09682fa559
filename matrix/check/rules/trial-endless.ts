/** `trial/endless`: a trial that does not say how long it is. */
import { placeOf } from '../../read/source.ts';
import type { MatrixRule } from '../rule.ts';

export const trialEndless: MatrixRule = {
  id: 'trial/endless',
  level: 'error',
  from: 'lifecycle',
  find: ({ raw, source }) =>
    Object.entries(raw.trials ?? {}).flatMap(([key, { length }]) =>
      length !== undefined
        ? []
        : [
            {
              at: placeOf(source, ['trials', key], 'key'),
              found: `The trial \`${key}\` does not say how long it is.`,
              write: '`length: 14 days`, or `length: none` where there is none.',
            },
          ],
    ),
};
