/** `price/billing-unclear`: `billed: year` on an amount that is not paid by a part of a year. */
import { placeOf } from '../../read/source.ts';
import type { MatrixRule } from '../rule.ts';
import { statedAmounts } from '../stated-amounts.ts';

const WHY = {
  year: 'is for a year already, so it is charged once a year anyway',
  once: 'is paid once, so nothing is charged every year',
  usage: 'is paid for use, so what a year costs is not known before',
} as const;

export const priceBillingUnclear: MatrixRule = {
  id: 'price/billing-unclear',
  level: 'error',
  from: 'copy',
  find: ({ raw, source }) =>
    statedAmounts(raw).flatMap(({ owner, interval, terms: { billed }, path }) => {
      if (!billed || !(interval in WHY)) return [];
      return [
        {
          at: placeOf(source, [...path, 'billed']),
          found: `This price of \`${owner}\` ${WHY[interval as keyof typeof WHY]}.`,
          write: 'no `billed`; or the amount of one month under `month`, with `billed: year`.',
        },
      ];
    }),
};
