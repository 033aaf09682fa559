/** `price/ambiguous`: two amounts for one thing, and nothing that says which of them holds. */
import { amountWords } from '../amount-words.ts';
import { grouped } from '../grouped.ts';
import { type Amount, pricedToday, standard, unitOf } from '../priced.ts';
import type { MatrixRule } from '../rule.ts';

export const priceAmbiguous: MatrixRule = {
  id: 'price/ambiguous',
  level: 'error',
  from: 'copy',
  find: ({ matrix }) =>
    pricedToday(matrix).flatMap(({ name, amounts }) =>
      [...grouped(standard(amounts), termsOf).values()].flatMap(([first, ...others]) =>
        others.flatMap((other) => {
          if (!first || other.value.minor === first.value.minor) return [];
          return [
            {
              at: other.at,
              found: `${name} costs ${amountWords(other)} and ${amountWords(first)}, and nothing says which of them holds.`,
              write: 'one of them; or what sets this one apart: `kind`, `per`, `billed`, `until` or a `note`.',
              related: [{ at: first.at, words: 'The other amount stands here.' }],
            },
          ];
        }),
      ),
    ),
};

/** Amounts with other terms, or with a note, can be told apart. */
function termsOf(amount: Amount): string {
  const { interval, value, note, until, tiers } = amount;
  return JSON.stringify([interval, unitOf(amount), value.billed, value.from, tiers !== undefined, until, note]);
}
