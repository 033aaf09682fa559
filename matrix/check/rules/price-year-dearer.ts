/** `price/year-dearer`: a year that costs more than twelve months of the same thing. */
import { amountWords, moneyWords } from '../amount-words.ts';
import { type Amount, type Priced, pricedToday } from '../priced.ts';
import type { MatrixRule } from '../rule.ts';
import { yearly } from '../yearly.ts';

export const priceYearDearer: MatrixRule = {
  id: 'price/year-dearer',
  level: 'warning',
  from: 'copy',
  find: ({ matrix }) =>
    pricedToday(matrix).flatMap((priced) =>
      yearly(priced.amounts).flatMap(({ months, billed, years }) => {
        // Of several, which of them belong together is not stated.
        const [month, ...more] = months;
        if (!month || more.length) return [];
        return [
          ...years.flatMap((year) => problem(priced, month, year, year.value.minor)),
          ...billed.flatMap((one) => problem(priced, month, one, one.value.minor * 12)),
        ];
      }),
    ),
};

function problem({ name }: Priced, month: Amount, year: Amount, cost: number) {
  const twelve = month.value.minor * 12;
  if (cost <= twelve) return [];
  const { currency } = month.value;
  const [paid, months] = [cost, twelve].map((minor) => moneyWords({ minor, currency }));
  return [
    {
      at: year.at,
      found: `A year of ${name} costs ${paid}, and twelve months cost ${months}.`,
      write: `at most what twelve months at ${amountWords(month)} cost.`,
      related: [{ at: month.at, words: 'What a month costs stands here.' }],
    },
  ];
}
