/** A Stripe price in one currency goes in; an amount of a matrix, or why it has none, comes out. */
import type { RawAmount, RawTier } from '../../read/raw.ts';
import { type Decimal, decimal } from '../decimal.ts';
import { exactAmount } from '../exact-amount.ts';
import type { Amounts, Price, Tier } from './read-export.ts';

/** The currencies that Stripe counts in whole units, and those that it counts in thousandths. */
const WHOLE = new Set('BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF'.split(' '));
const THOUSANDTHS = new Set('BHD JOD KWD OMR TND'.split(' '));

function placesOf(currency: string): number {
  if (WHOLE.has(currency)) return 0;
  return THOUSANDTHS.has(currency) ? 3 : 2;
}

export type Terms = Exclude<RawAmount, number>;

export interface Asked {
  price: Price;
  amounts: Amounts;
  currency: string;
  /** The key of what is counted. */
  unit?: string;
}

/** A text is a reason. */
export function amountOf({ price, amounts, currency, unit }: Asked): Terms | string {
  if (price.billing_scheme === 'tiered') return inTiers({ price, amounts, currency, unit });
  if (amounts.custom_unit_amount) return chosen(amounts.custom_unit_amount.minimum, currency);
  const value = coins(amounts.unit_amount_decimal, amounts.unit_amount, currency);
  if (!value) return 'no amount is stated';
  const { divide_by: many = 1, round } = price.transform_quantity ?? {};
  if (many > 1 && !unit) return `an amount for ${many} of what no \`unit_label\` names`;
  const terms = exactAmount(value, currency, unit, many);
  if (typeof terms === 'string') return terms;
  return { ...terms, ...(round && { note: `Quantities are rounded ${round} to whole packages of ${many}.` }) };
}

/** Stripe gives both, of which the text is exact. */
function coins(words: string | undefined, whole: number | undefined, currency: string): Decimal | undefined {
  const text = words ?? (whole === undefined ? undefined : String(whole));
  const value = text === undefined ? undefined : decimal(text);
  return value && decimal(`${value.digits}e-${value.scale + placesOf(currency)}`);
}

function chosen(minimum: number | undefined, currency: string): Terms | string {
  const value = coins(undefined, minimum, currency);
  if (!value) return 'customers choose the amount, and no least one is stated';
  const terms = exactAmount(value, currency);
  return typeof terms === 'string' ? terms : { ...terms, from: true };
}

function inTiers({ price, amounts, currency, unit }: Asked): Terms | string {
  if (!amounts.tiers) return 'the export lacks its tiers: `--expand data.tiers` gives them';
  if (price.transform_quantity) return 'tiers of packages, which a matrix does not state';
  const tiers: RawTier[] = [];
  for (const tier of amounts.tiers) {
    const stated = tierOf(tier, currency);
    if (typeof stated === 'string') return `a tier of it: ${stated}`;
    tiers.push(stated);
  }
  return { tiers, tiers_are: price.tiers_mode ?? 'graduated', ...(unit && { per: unit }) };
}

function tierOf(tier: Tier, currency: string): RawTier | string {
  const each = coins(tier.unit_amount_decimal, tier.unit_amount, currency);
  const flat = coins(tier.flat_amount_decimal, tier.flat_amount, currency);
  const stated = { amount: each && exactAmount(each, currency), flat: flat && exactAmount(flat, currency) };
  if (!stated.amount && !stated.flat) return 'no amount is stated';
  for (const terms of Object.values(stated)) if (typeof terms === 'string') return terms;
  const [amount, whole] = [stated.amount, stated.flat] as ({ amount: number } | undefined)[];
  return {
    ...(tier.up_to !== undefined && { up_to: tier.up_to }),
    ...(amount && { amount: amount.amount }),
    ...(whole && { flat: whole.amount }),
  };
}
