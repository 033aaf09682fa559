/** `date/impossible`: a day that no calendar has, such as 31 February. */
import type { RawMatrix } from '../../read/raw.ts';
import { type Path, placeOf } from '../../read/source.ts';
import { isDay } from '../day.ts';
import type { MatrixRule } from '../rule.ts';

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
  const keys = (['capabilities', 'limits', 'meters'] as const).flatMap((part) =>
    Object.entries(raw[part] ?? {}).flatMap(([key, { lifecycle }]) =>
      (['deprecated_at', 'sunset_at'] as const).flatMap((field): [Path, string][] => {
        const day = lifecycle?.[field];
        return day === undefined ? [] : [[[part, key, 'lifecycle', field], day]];
      }),
    ),
  );
  const contracts = Object.entries(raw.past_versions ?? {}).flatMap(([key, { until, sunset_at }]): [Path, string][] => [
    ...(sunset_at === undefined ? [] : [[['past_versions', key, 'sunset_at'], sunset_at] as [Path, string]]),
    ...(until && looksLikeDay(until) ? [[['past_versions', key, 'until'], until] as [Path, string]] : []),
  ]);
  return [...keys, ...contracts, ...priceDays(raw)];
}

/** What ends a contract may be told in words. */
function looksLikeDay(until: string): boolean {
  return /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$/.test(until);
}

function priceDays(raw: RawMatrix): [Path, string][] {
  return (['plans', 'past_versions', 'addons'] as const).flatMap((part) =>
    Object.entries(raw[part] ?? {}).flatMap(([key, { price }]) =>
      typeof price !== 'object'
        ? []
        : Object.entries(price).flatMap(([currency, intervals]) =>
            Object.entries(intervals).flatMap(([interval, amounts]) =>
              [amounts].flat().flatMap((amount, i): [Path, string][] => {
                if (typeof amount === 'number' || amount.until === undefined) return [];
                const at = Array.isArray(amounts) ? [i] : [];
                return [[[part, key, 'price', currency, interval, ...at, 'until'], amount.until]];
              }),
            ),
          ),
    ),
  );
}
