/** `price/id-reused`: a provider's price id that stands for two amounts, so that a payment cannot be traced to one. */
import { type Path, placeOf } from '../../read/source.ts';
import type { MatrixRule } from '../rule.ts';
import { type StatedAmount, statedAmounts } from '../stated-amounts.ts';

interface Use extends StatedAmount {
  id: string;
  at: Path;
}

export const priceIdReused: MatrixRule = {
  id: 'price/id-reused',
  level: 'error',
  from: 'copy',
  find: ({ raw, source }) => {
    const first = new Map<string, Use>();
    return statedAmounts(raw, ['plans', 'addons', 'past_versions']).flatMap((amount) =>
      usesOf(amount).flatMap((use) => {
        const before = first.get(use.id);
        first.set(use.id, before ?? use);
        if (!before || isOneProviderPrice(before, use)) return [];
        return [
          {
            at: placeOf(source, use.at),
            found: `The price id \`${use.id}\` of ${nameOf(use)} already stands for ${nameOf(before)}, so a payment cannot be traced to one of them.`,
            write: 'the id that the payment provider has for this amount, or no `id`.',
            related: [{ at: placeOf(source, before.at), words: `\`${use.id}\` stands here first.` }],
          },
        ];
      }),
    );
  },
};

function usesOf(amount: StatedAmount): Use[] {
  const { id } = amount.terms;
  const path = [...amount.path, 'id'];
  if (Array.isArray(id)) return [...new Set(id)].map((one) => ({ ...amount, id: one, at: [...path, id.indexOf(one)] }));
  return id === undefined ? [] : [{ ...amount, id, at: path }];
}

/** Providers give one price an amount in each currency, and take coupons off it. */
function isOneProviderPrice(one: Use, other: Use): boolean {
  if (one.part !== other.part || one.owner !== other.owner || one.interval !== other.interval) return false;
  return one.currency !== other.currency || isReduced(one) !== isReduced(other);
}

function isReduced({ terms: { kind } }: Use): boolean {
  return kind === 'founding' || kind === 'introductory';
}

const OF = { plans: '', addons: 'the add-on ', past_versions: 'the past version ' };

function nameOf({ part, owner, currency, interval }: Use): string {
  return `${OF[part]}\`${owner}\` (${currency}, ${interval})`;
}
