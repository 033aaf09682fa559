/** A product line goes in; the add-ons that its plans can be bought with come out as ready words, in page order. */
import { offeredPlans, standardPrices } from '../public.ts';
import type { Matrix } from '../types.ts';
import { priceListWords } from './words.ts';

export interface OfferedAddon {
  key: string;
  name: string;
  price: string;
  /** Names of the plans of the line that it goes with. */
  for: string[];
}

export function offeredAddons(matrix: Matrix, line: string): OfferedAddon[] {
  return matrix.order.addons.flatMap((key) => {
    const addon = matrix.addons[key]!;
    const plans = offeredPlans(matrix, line).filter((plan) => addon.for.includes(plan.key));
    if (addon.audience !== 'public' || !plans.length) return [];
    const price = priceListWords(matrix, standardPrices(addon.prices)) || 'Ask us';
    return [{ key, name: addon.name, price, for: plans.map((plan) => plan.name) }];
  });
}
