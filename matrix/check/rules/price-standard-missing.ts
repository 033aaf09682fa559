/** `price/standard-missing`: an introductory or struck-through price of something whose usual price is not stated. */
import { amountWords } from '../amount-words.ts';
import { grouped } from '../grouped.ts';
import { type Amount, pricedToday } from '../priced.ts';
import type { MatrixRule } from '../rule.ts';

const WHY = { introductory: 'what is paid afterwards', compare_at: 'what is asked for instead of it' } as const;

export const priceStandardMissing: MatrixRule = {
  id: 'price/standard-missing',
  level: 'error',
  from: 'copy',
  find: ({ matrix }) =>
    pricedToday(matrix).flatMap(({ name, amounts }) =>
      [...grouped(amounts, ({ value }) => value.currency).values()].flatMap((alike) => {
        if (alike.some(({ kind }) => kind === undefined || kind === 'founding')) return [];
        return alike.filter(isPointing).map((amount) => ({
          at: amount.at,
          found: `${name} has ${amount.kind === 'introductory' ? 'an introductory' : 'a struck-through'} price of ${amountWords(amount)}, and nothing states ${WHY[amount.kind]}.`,
          write: `an amount in ${amount.value.currency} without \`kind\` beside it.`,
        }));
      }),
    ),
};

function isPointing(amount: Amount): amount is Amount & { kind: keyof typeof WHY } {
  return amount.kind === 'introductory' || amount.kind === 'compare_at';
}
