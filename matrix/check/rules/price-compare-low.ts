/** `price/compare-low`: a price that is shown struck through, and is not above the one that is asked for. */
import { amountWords } from '../amount-words.ts';
import { besides } from '../besides.ts';
import { pricedToday } from '../priced.ts';
import type { MatrixRule } from '../rule.ts';

export const priceCompareLow: MatrixRule = {
  id: 'price/compare-low',
  level: 'error',
  from: 'copy',
  find: ({ matrix }) =>
    pricedToday(matrix).flatMap(({ name, amounts }) => {
      const asked = amounts.filter(({ kind }) => kind !== 'compare_at' && kind !== 'retired');
      return amounts.flatMap((amount) => {
        if (amount.kind !== 'compare_at') return [];
        const [least] = besides(amount, asked);
        if (!least || amount.value.minor > least.value.minor) return [];
        return [
          {
            at: amount.at,
            found: `${name} is compared with ${amountWords(amount)}, and costs ${amountWords(least)}.`,
            write: 'the higher price that it was, or no `compare_at`.',
            related: [{ at: least.at, words: 'What it costs stands here.' }],
          },
        ];
      });
    }),
};
