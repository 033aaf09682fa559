/** Contracts, or add-ons, before and after go in; which of their prices moved, came or went comes out. */
import { moneyWords, numberWords } from '../print/words.ts';
import type { PriceCell, PriceTier, Value } from '../types.ts';
import type { Contract } from './contract.ts';
import { gather, type Met } from './gather.ts';
import type { About, Holding } from './types.ts';
import { takes } from './weigh.ts';
import { type PriceChange, weighPrices } from './weigh-prices.ts';

interface Slot {
  about: About;
  name: string;
  met: Met[];
}

/** Whose prices are compared. */
export type Payer = Pick<Contract, 'holder' | 'published'> &
  Record<'before' | 'after', { prices: readonly PriceCell[] }>;

export function priceHoldings(payers: readonly Payer[], of: Holding['of']): Holding[] {
  const slots = new Map<string, Slot>();
  for (const { holder, published, before, after } of payers)
    for (const change of weighPrices(before.prices, after.prices)) {
      const slot = slotOf(change);
      const key = `${slot.about.key} ${slot.about.facet} ${slot.name}`;
      if (!slots.has(key)) slots.set(key, slot);
      slots.get(key)!.met.push(metBy(holder, published, change));
    }
  return [...slots.values()].flatMap(({ about, name, met }) => gather(about, name, of, met));
}

const KINDS: Record<NonNullable<PriceCell['kind']>, string> = {
  founding: 'Founding price',
  compare_at: 'Struck-through price',
  introductory: 'Introductory price',
  retired: 'Retired price',
};

function slotOf({ before, after }: PriceChange): Slot {
  const sides = [after, before].filter((one) => one !== undefined);
  // Free, or on request, is told where the other side has its amount.
  const told =
    sides.find((one) => one.interval !== 'any') ?? sides.find((one) => one.value.kind === 'money') ?? sides[0]!;
  const { interval, value, kind, note } = told;
  const about: About = { kind: 'price', key: value.kind === 'money' ? value.currency : 'any', facet: interval };
  return { about, name: `${kind ? KINDS[kind] : 'Price'}${note ? ` (${note})` : ''}`, met: [] };
}

function metBy(holder: string, published: boolean, { effect, before, after }: PriceChange): Met {
  const told = effect === 'differs';
  const [was, is] = [before && priceValue(before, told), after && priceValue(after, told)];
  return {
    holder,
    effect,
    ...(was && { before: was }),
    ...(is && { after: is }),
    breaks: published && takes(effect, was),
    at: { ...(before && { before: before.at }), ...(after && { after: after.at }) },
  };
}

/** A price in tiers tells its unit by key. */
const NO_UNITS = { units: {} };

/** Tiers, and terms that make the difference, take words. */
function priceValue(price: PriceCell, told: boolean): Value {
  const { value, tiers } = price;
  if (!tiers && !told) return value;
  const amount = tiers && value.kind === 'money' ? tierWords(tiers, value) : moneyWords(NO_UNITS, value);
  return { kind: 'words', text: [amount, ...(told ? termWords(price) : [])].join(', ') };
}

type Money = Extract<Value, { kind: 'money' }>;

function tierWords({ are, list }: NonNullable<PriceCell['tiers']>, { currency, per }: Money): string {
  const each = per?.n ? `per ${numberWords(per.n)}` : 'each';
  const money = (minor: number) => moneyWords(NO_UNITS, { kind: 'money', minor, currency });
  const costs = ({ minor, flat_minor }: PriceTier) =>
    [
      ...(flat_minor === undefined ? [] : [`${money(flat_minor)} in all`]),
      ...(minor === undefined ? [] : [`${money(minor)} ${each}`]),
    ].join(' and ');
  const words = list.map(
    (tier) => `${tier.up_to === undefined ? 'above' : `up to ${numberWords(tier.up_to)}`} ${costs(tier)}`,
  );
  return `${words.join('; ')} (${are})`;
}

function termWords({ interval, kind, lasts, until, note }: PriceCell): string[] {
  return [
    ...(interval === 'any' ? [] : [interval === 'once' || interval === 'usage' ? interval : `per ${interval}`]),
    ...(kind ? [kind.replace('_', ' ')] : []),
    ...(lasts ? [`for ${lasts.n} ${lasts.unit}${lasts.n === 1 ? '' : 's'}`] : []),
    ...(until ? [`until ${until}`] : []),
    ...(note ? [note] : []),
  ];
}
