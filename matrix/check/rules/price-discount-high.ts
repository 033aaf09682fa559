/** `price/discount-high`: a founding or introductory price that is not below what everybody else is asked for. */
import { amountWords } from '../amount-words.ts';
import { besides } from '../besides.ts';
import { pricedToday, standard } from '../priced.ts';
import type { MatrixRule } from '../rule.ts';

export const priceDiscountHigh: MatrixRule = {
  id: 'price/discount-high',
  level: 'error',
  from: 'copy',
  find: ({ matrix }) =>
    pricedToday(matrix).flatMap(({ name, amounts }) =>
      amounts.flatMap((amount) => {
        if (amount.kind !== 'founding' && amount.kind !== 'introductory') return [];
        const most = besides(amount, standard(amounts)).at(-1);
        if (!most || amount.value.minor < most.value.minor) return [];
        return [
          {
            at: amount.at,
            found: `The ${amount.kind} price of ${name} is ${amountWords(amount)}, and everybody pays ${amountWords(most)}.`,
            write: `an amount below that, or no ${amount.kind} price.`,
            related: [{ at: most.at, words: 'What everybody pays stands here.' }],
          },
        ];
      }),
    ),
};
