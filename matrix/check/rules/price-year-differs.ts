/** `price/year-differs`: a monthly amount that is charged once a year, and a yearly amount that is not twelve times as much. */
import { fractionDigits } from '../../money.ts';
import { amountWords, moneyWords } from '../amount-words.ts';
import { type Money, pricedToday } from '../priced.ts';
import type { MatrixRule } from '../rule.ts';
import { yearly } from '../yearly.ts';

export const priceYearDiffers: MatrixRule = {
  id: 'price/year-differs',
  level: 'warning',
  from: 'copy',
  find: ({ matrix }) =>
    pricedToday(matrix).flatMap(({ name, amounts }) =>
      yearly(amounts).flatMap(({ billed: [month, ...more], years: [year, ...others] }) => {
        // Of several, which of them belong together is not stated.
        if (!month || !year || more.length || others.length) return [];
        const minor = month.value.minor * 12;
        if (Math.abs(year.value.minor - minor) < 12 * stepOf(month.value)) return [];
        return [
          {
            at: month.at,
            found: `${name} costs ${amountWords(month)}, which is ${moneyWords({ ...month.value, minor })} a year, and also ${amountWords(year)}.`,
            write: `a twelfth of ${moneyWords(year.value)}, which may be rounded; or the yearly amount that is charged.`,
            related: [{ at: year.at, words: 'The yearly amount stands here.' }],
          },
        ];
      }),
    ),
};

/** The step that an amount was rounded by: whole units of the currency where it has no smaller ones, or its smallest coin. */
function stepOf({ minor, currency }: Money): number {
  const unit = 10 ** fractionDigits(currency);
  return minor % unit === 0 ? unit : 1;
}
