/** `date/impossible`: a day that no calendar has, such as 31 February. */
import type { RawMatrix } from '../../read/raw.ts';
import { type Path, placeOf } from '../../read/source.ts';
import { isDay } from '../day.ts';
import { outgoingKeys } from '../lifecycles.ts';
import type { MatrixRule } from '../rule.ts';
import { termsOf } from '../terms.ts';

export const dateImpossible: MatrixRule = {
  id: 'date/impossible',
  level: 'error',
  from: 'copy',
  find: ({ raw, source }) =>
    daysOf(raw).flatMap(([path, day]) =>
      isDay(day)
        ? []
        : [
            {
              at: placeOf(source, path),
              found: `There is no day \`${day}\`.`,
              write: 'a day of the calendar as year, month and day, such as 2027-02-28.',
            },
          ],
    ),
};

function daysOf(raw: RawMatrix): [Path, string][] {
  const keys = outgoingKeys(raw).flatMap(({ path, lifecycle }) =>
    (['deprecated_at', 'sunset_at'] as const).flatMap((field) => day([...path, field], lifecycle[field])),
  );
  const contracts = Object.entries(raw.past_versions ?? {}).flatMap(([key, { until, sunset_at }]) => [
    ...day(['past_versions', key, 'sunset_at'], sunset_at),
    ...day(['past_versions', key, 'until'], until && looksLikeDay(until) ? until : undefined),
  ]);
  const prices = termsOf(raw).flatMap(({ path, terms }) => day([...path, 'until'], terms.until));
  return [...keys, ...contracts, ...prices];
}

/** What ends a contract may be told in words. */
function looksLikeDay(until: string): boolean {
  return /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$/.test(until);
}

function day(path: Path, stated: string | undefined): [Path, string][] {
  return stated === undefined ? [] : [[path, stated]];
}
