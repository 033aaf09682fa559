/** `version/endless`: an old contract that does not say how long it holds. */
import { placeOf } from '../../read/source.ts';
import type { MatrixRule } from '../rule.ts';

export const versionEndless: MatrixRule = {
  id: 'version/endless',
  level: 'error',
  from: 'lifecycle',
  find: ({ raw, source }) =>
    Object.entries(raw.past_versions ?? {}).flatMap(([key, { until, sunset_at }]) =>
      until !== undefined || sunset_at !== undefined
        ? []
        : [
            {
              at: placeOf(source, ['past_versions', key], 'key'),
              found: `\`${key}\` is no longer sold, and does not say how long it holds.`,
              write: '`until: cancellation`, `until: never`, or `sunset_at:` and a day.',
            },
          ],
    ),
};
