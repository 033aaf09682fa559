/** `price/returned`: a price that was retired and is asked for again. */
import { offeredPlans } from '../../public.ts';
import type { Matrix, Plan, RetiredPrice } from '../../types.ts';
import { amountWords } from '../amount-words.ts';
import { grouped } from '../grouped.ts';
import { type Amount, amountsOfPlan, standard, unitOf } from '../priced.ts';
import type { MatrixRule } from '../rule.ts';

export const priceReturned: MatrixRule = {
  id: 'price/returned',
  level: 'error',
  from: 'copy',
  find: ({ matrix }) => {
    const retired = retiredByAmount(matrix);
    return offeredPlans(matrix).flatMap((plan) => {
      const amounts = amountsOfPlan(matrix, plan);
      const own = amounts.filter(({ kind }) => kind === 'retired');
      return standard(amounts).flatMap((amount) => {
        if (amount.tiers) return [];
        const before =
          own.find((one) => isSame(one, amount)) ??
          retired.get(amountKey(amount))?.find((one) => isOf(matrix, one, plan));
        if (!before) return [];
        return [
          {
            at: amount.at,
            found: `${plan.name} costs ${amountWords(amount)}, a price that was retired.`,
            write: 'another amount; or take it off the retired ones, if it is sold again on purpose.',
            related: [{ at: before.at, words: `${amountWords(before)} is retired here.` }],
          },
        ];
      });
    });
  },
};

/** What a retired price does not state (what it was paid for, how it was billed) sets no price apart from it. */
function retiredByAmount({ words }: Matrix): Map<string, RetiredPrice[]> {
  return grouped(words.retired_prices, amountKey);
}

function amountKey({ value, interval }: Pick<Amount, 'value' | 'interval'>): string {
  return `${value.minor} ${value.currency} ${interval}`;
}

function isOf({ aliases }: Matrix, { plan }: RetiredPrice, { key }: Plan): boolean {
  return plan === undefined || plan === key || aliases.plans[plan] === key;
}

function isSame(one: Amount, other: Amount): boolean {
  return (
    amountKey(one) === amountKey(other) && unitOf(one) === unitOf(other) && one.value.billed === other.value.billed
  );
}
