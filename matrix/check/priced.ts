/** A matrix goes in; what can be bought today, with the amounts that are asked for it, comes out. */
import { currentVersion, offeredPlans, standardPrices } from '../public.ts';
import type { Matrix, Plan, PriceCell, Value } from '../types.ts';

export type Money = Extract<Value, { kind: 'money' }>;

export interface Amount extends PriceCell {
  value: Money;
}

export interface Priced {
  name: string;
  /** Nothing of what is free or on request. */
  amounts: Amount[];
}

/** Plans on offer in page order, then add-ons that are advertised. */
export function pricedToday(matrix: Matrix): Priced[] {
  const addons = matrix.order.addons.map((key) => matrix.addons[key]!).filter(({ audience }) => audience === 'public');
  return [
    ...offeredPlans(matrix).map((plan) => ({ name: plan.name, amounts: amountsOfPlan(matrix, plan) })),
    ...addons.map(({ name, prices }) => ({ name, amounts: stated(prices) })),
  ];
}

export function amountsOfPlan(matrix: Matrix, plan: Plan): Amount[] {
  return stated(currentVersion(matrix, plan).prices);
}

/** What everybody is asked for. */
export function standard(amounts: readonly Amount[]): Amount[] {
  return standardPrices(amounts) as Amount[];
}

/** Whether it is one number that everybody pays: `from` and tiers are not. */
export function isPlain({ value, tiers }: Amount): boolean {
  return !value.from && !tiers;
}

/** Equal for amounts that are paid in the same money for the same thing: 10 per seat, 12 per seat. */
export function unitOf({ value: { currency, per } }: Amount): string {
  return `${currency} ${per?.n ?? 1} ${per?.unit ?? ''}`;
}

function stated(prices: readonly PriceCell[]): Amount[] {
  return prices.filter((cell): cell is Amount => cell.value.kind === 'money' && cell.interval !== 'any');
}
