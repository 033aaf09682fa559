/** A value goes in; the words that a customer reads for it come out. Printers alone use them; the verifier has its own. */
import { fractionDigits } from '../money.ts';
import { standardPrices } from '../public.ts';
import type { Matrix, PriceCell, Value } from '../types.ts';

/** `14 days`, `5 client workspaces`, `1 per hour`, `Unlimited`; nothing for what is unknown. */
export function limitWords(matrix: Pick<Matrix, 'units'>, value: Value): string | undefined {
  if (value.kind === 'unlimited') return 'Unlimited';
  if (value.kind === 'on_request') return 'On request';
  if (value.kind !== 'amount') return undefined;
  const n = grouped(value.n);
  if (value.per)
    return `${n} per ${value.per.n === 1 ? '' : `${value.per.n} `}${matrix.units[value.per.unit]?.one ?? value.per.unit}`;
  const unit = matrix.units[value.unit];
  return `${n} ${(value.n === 1 ? unit?.one : unit?.other) ?? value.unit}`;
}

/** How American English writes the usual currencies; every other one is left to the machine's locale data. */
const SIGNS: Readonly<Record<string, string>> = {
  USD: '$',
  EUR: '€',
  GBP: '£',
  JPY: '¥',
  INR: '₹',
  CAD: 'CA$',
  AUD: 'A$',
};

export function moneyWords(value: PriceCell['value']): string {
  if (value.kind === 'on_request') return 'On request';
  if (value.minor === 0 && !value.from) return 'Free';
  const { from, per } = value;
  const unit = per?.unit ? ` per ${per.n ? `${grouped(per.n)} ` : ''}${per.unit.replaceAll('_', ' ')}` : '';
  return `${from ? 'From ' : ''}${amountWords(value)}${unit}`;
}

function amountWords({ minor, currency }: { minor: number; currency: string }): string {
  const digits = fractionDigits(currency);
  const factor = 10 ** digits;
  const shown = minor % factor === 0 ? 0 : digits;
  const sign = SIGNS[currency];
  if (sign)
    return `${sign}${grouped(Math.floor(minor / factor))}${shown ? `.${String(minor % factor).padStart(digits, '0')}` : ''}`;
  const style = { style: 'currency', currency, minimumFractionDigits: shown } as const;
  return new Intl.NumberFormat('en-US', style).format(minor / factor);
}

/** `1490` is `1,490`, and `0.005` stays. */
function grouped(n: number): string {
  const [whole = '', fraction] = String(n).split('.');
  const shown = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction ? `${shown}.${fraction}` : shown;
}

/** Price words of one interval, when the version has exactly one price for it in the matrix's currency. */
export function priceWords(prices: PriceCell[], interval: 'month' | 'year'): string | undefined {
  const [first, ...others] = standardPrices(prices).filter((price) => price.interval === interval);
  return first && others.length === 0 ? moneyWords(first.value) : undefined;
}
