/** `price/unit-missing`: a price for use that does not say of what. */
import { placeOf } from '../../read/source.ts';
import type { MatrixRule } from '../rule.ts';
import { statedAmounts } from '../stated-amounts.ts';

export const priceUnitMissing: MatrixRule = {
  id: 'price/unit-missing',
  level: 'error',
  from: 'copy',
  find: ({ raw, source }) =>
    statedAmounts(raw).flatMap(({ owner, interval, terms: { per }, path }) => {
      if (interval !== 'usage' || per) return [];
      return [
        {
          at: placeOf(source, path),
          found: `\`${owner}\` is paid for by use, and its price does not say for what.`,
          write: '`per` beside the amount, such as `{ amount: 2, per: 1000 call }`.',
        },
      ];
    }),
};
