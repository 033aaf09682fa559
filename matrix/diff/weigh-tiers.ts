/** Two prices in tiers go in; whether any quantity costs more, and whether any costs less, comes out. */
import type { PriceCell, PriceTier } from '../types.ts';
import type { Effect } from './types.ts';

type Tiers = NonNullable<PriceCell['tiers']>;

/** Both are straight lines between the ends of their tiers, so it is enough to look there, and far behind the last. */
export function weighTiers(before: PriceCell, after: PriceCell): Effect | undefined {
  const [was, is] = [tiersOf(before), tiersOf(after)];
  const ends = [...was.list, ...is.list].flatMap(({ up_to }) => (up_to === undefined ? [] : [up_to, up_to + 1]));
  const quantities = [1, ...ends, Math.max(1, ...ends) * 1000];
  const differences = quantities.map((quantity) => costOf(is, quantity) - costOf(was, quantity));
  const [more, less] = [differences.some((one) => one > 0), differences.some((one) => one < 0)];
  if (more && less) return 'incomparable';
  if (more) return 'loses';
  return less ? 'gains' : undefined;
}

/** A price without tiers is the same for every unit. */
function tiersOf({ tiers, value }: PriceCell): Tiers {
  return tiers ?? { are: 'volume', list: [{ minor: value.kind === 'money' ? value.minor : 0 }] };
}

function costOf({ are, list }: Tiers, quantity: number): number {
  if (are === 'volume') {
    const tier = list.find(({ up_to }) => up_to === undefined || quantity <= up_to) ?? list.at(-1)!;
    return costIn(tier, quantity);
  }
  let [cost, from] = [0, 0];
  for (const tier of list) {
    if (quantity <= from) break;
    const to = Math.min(quantity, tier.up_to ?? quantity);
    cost += costIn(tier, to - from);
    from = to;
  }
  return cost;
}

function costIn({ minor = 0, flat_minor = 0 }: PriceTier, quantity: number): number {
  return flat_minor + minor * quantity;
}
