/** A value goes in; the words that a customer reads for it come out. Printers alone use them; the verifier has its own. */
import { fractionDigits } from '../money.ts';
import { standardPrices } from '../public.ts';
import type { Interval, Matrix, PriceCell, Value } from '../types.ts';

/** What naming a unit needs of a matrix. */
type Units = Pick<Matrix, 'units'>;

/** `14 days`, `5 client workspaces`, `1 per hour`, `Unlimited`; nothing for what is unknown. */
export function limitWords(matrix: Units, value: Value): string | undefined {
  if (value.kind === 'unlimited') return 'Unlimited';
  if (value.kind === 'on_request') return 'On request';
  if (value.kind !== 'amount') return undefined;
  const { n, unit, per } = value;
  if (!per) return unitsWords(matrix, n, unit);
  return `${numberWords(n)} per ${per.n === 1 ? unitWords(matrix, per.unit) : unitsWords(matrix, per.n, per.unit)}`;
}

/** `1 client workspace`, `1,000 calls`. */
function unitsWords(matrix: Units, n: number, unit: string): string {
  return `${numberWords(n)} ${n === 1 ? unitWords(matrix, unit) : (matrix.units[unit]?.other ?? unit)}`;
}

function unitWords(matrix: Units, unit: string): string {
  return matrix.units[unit]?.one ?? unit;
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

/** `From $10 per 1,000 calls`. */
export function moneyWords(matrix: Units, value: PriceCell['value']): string {
  if (value.kind === 'on_request') return 'On request';
  if (value.minor === 0 && !value.from) return 'Free';
  const { from, per } = value;
  const unit = per?.unit ? ` per ${per.n ? unitsWords(matrix, per.n, per.unit) : unitWords(matrix, per.unit)}` : '';
  return `${from ? 'From ' : ''}${amountWords(value)}${unit}`;
}

function amountWords({ minor, currency }: { minor: number; currency: string }): string {
  const digits = fractionDigits(currency);
  const factor = 10 ** digits;
  const shown = minor % factor === 0 ? 0 : digits;
  const sign = SIGNS[currency];
  if (sign)
    return `${sign}${numberWords(Math.floor(minor / factor))}${shown ? `.${String(minor % factor).padStart(digits, '0')}` : ''}`;
  const style = { style: 'currency', currency, minimumFractionDigits: shown } as const;
  return new Intl.NumberFormat('en-US', style).format(minor / factor);
}

/** `1490` is `1,490`, and `0.005` stays, whatever the machine's language. */
export function numberWords(n: number): string {
  const [whole = '', fraction] = String(n).split('.');
  const shown = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction ? `${shown}.${fraction}` : shown;
}

/** Price words of one interval, when the version has exactly one price for it in the matrix's currency. */
export function priceWords(matrix: Matrix, prices: PriceCell[], interval: 'month' | 'year'): string | undefined {
  const [first, ...others] = standardPrices(prices).filter(
    ({ value, ...price }) =>
      price.interval === interval &&
      (value.kind !== 'money' || (value.currency === matrix.currency && value.billed === undefined)),
  );
  return first && others.length === 0 ? moneyWords(matrix, first.value) : undefined;
}

const PER: Partial<Record<Interval, string>> = { once: ' once', usage: '', any: '' };

/** `$5 per user per month or $50 per user per year`; empty for no price. */
export function priceListWords(matrix: Matrix, prices: readonly PriceCell[]): string {
  return prices
    .map(({ value, interval }) => `${moneyWords(matrix, value)}${PER[interval] ?? ` per ${interval}`}`)
    .join(' or ');
}
