/** `date/impossible`: an end of a contract that looks like a day and is none, such as 31 February. */
import { placeOf } from '../../read/source.ts';
import { isDay } from '../day.ts';
import type { MatrixRule } from '../rule.ts';

/** What ends a contract may be told in words. */
const LOOKS_LIKE_A_DAY = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/;

export const dateImpossible: MatrixRule = {
  id: 'date/impossible',
  level: 'error',
  from: 'copy',
  find: ({ raw, source }) =>
    Object.entries(raw.past_versions ?? {}).flatMap(([key, { until }]) => {
      if (until === undefined || !LOOKS_LIKE_A_DAY.test(until) || isDay(until)) return [];
      const write = 'a day of the calendar as year, month and day, such as 2027-02-28.';
      return [{ at: placeOf(source, ['past_versions', key, 'until']), found: `There is no day \`${until}\`.`, write }];
    }),
};
