/** A value goes in; the words that a customer reads for it come out. Printers alone use them; the verifier has its own. */
import { fractionDigits } from '../money.ts';
import type { Matrix, PriceCell, Value } from '../types.ts';

/** `14 days`, `5 client workspaces`, `1 per hour`, `Unlimited`; nothing for what is unknown. */
export function limitWords(matrix: Matrix, value: Value): string | undefined {
  if (value.kind === 'unlimited') return 'Unlimited';
  if (value.kind !== 'amount') return undefined;
  const n = value.n.toLocaleString('en-US');
  if (value.per)
    return `${n} per ${value.per.n === 1 ? '' : `${value.per.n} `}${matrix.units[value.per.unit]?.one ?? value.per.unit}`;
  const unit = matrix.units[value.unit];
  return `${n} ${(value.n === 1 ? unit?.one : unit?.other) ?? value.unit}`;
}

export function moneyWords(value: PriceCell['value']): string {
  if (value.kind === 'on_request') return 'On request';
  if (value.minor === 0) return 'Free';
  const digits = fractionDigits(value.currency);
  const factor = 10 ** digits;
  return new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency: value.currency,
    minimumFractionDigits: value.minor % factor === 0 ? 0 : digits,
  }).format(value.minor / factor);
}

/** Price words of one interval, when the version has exactly one price for it in the matrix's currency. */
export function priceWords(prices: PriceCell[], interval: 'month' | 'year'): string | undefined {
  const [first, ...others] = prices.filter((price) => price.interval === interval);
  return first && others.length === 0 ? moneyWords(first.value) : undefined;
}
