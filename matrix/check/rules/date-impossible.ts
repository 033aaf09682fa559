/** `date/impossible`: an old contract that holds until a day that no calendar has; elsewhere the reader tells. */
import { placeOf } from '../../read/source.ts';
import { isDay } from '../day.ts';
import type { MatrixRule } from '../rule.ts';

export const dateImpossible: MatrixRule = {
  id: 'date/impossible',
  level: 'error',
  from: 'copy',
  find: ({ raw, source }) =>
    Object.entries(raw.past_versions ?? {}).flatMap(([key, { until }]) =>
      until === undefined || !looksLikeDay(until) || isDay(until)
        ? []
        : [
            {
              at: placeOf(source, ['past_versions', key, 'until']),
              found: `There is no day \`${until}\`.`,
              write: 'a day of the calendar as year, month and day, such as 2027-02-28.',
            },
          ],
    ),
};

/** What ends a contract may be told in words. */
function looksLikeDay(until: string): boolean {
  return /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$/.test(until);
}
