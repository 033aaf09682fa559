/** `price/introductory-endless`: an introductory price that does not say for how long it holds. */
import { placeOf } from '../../read/source.ts';
import type { MatrixRule } from '../rule.ts';
import { statedAmounts } from '../stated-amounts.ts';

export const priceIntroductoryEndless: MatrixRule = {
  id: 'price/introductory-endless',
  level: 'error',
  from: 'copy',
  find: ({ raw, source }) =>
    statedAmounts(raw).flatMap(({ owner, interval, terms: { kind, lasts }, path }) => {
      // What is paid once is over with the payment.
      if (kind !== 'introductory' || lasts || interval === 'once') return [];
      return [
        {
          at: placeOf(source, [...path, 'kind']),
          found: `The introductory price of \`${owner}\` does not say how long it holds.`,
          write: '`lasts` beside it, such as `lasts: 3 months`.',
        },
      ];
    }),
};
