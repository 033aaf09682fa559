/** A price of any fineness goes in; an amount in whole coins comes out, for more at once where one costs less than that. */
import { fractionDigits } from '../money.ts';
import { type Decimal, decimalWords, exactNumber, times } from './decimal.ts';

export interface Terms {
  amount: number;
  per?: string;
}

/** `0.0015` per call in USD is 0.15 per 100 calls. What cannot be stated is a reason why. `n` is what the price is for. */
export function exactAmount(value: Decimal, currency: string, unit?: string, n = 1): Terms | string {
  const places = Math.max(0, value.scale - fractionDigits(currency));
  if (places && !unit) return `${decimalWords(value)} ${currency} is no amount of whole coins`;
  const amount = exactNumber(times(value, { digits: 10n ** BigInt(places), scale: 0 }));
  const coins = exactNumber(times(value, { digits: 10n ** BigInt(fractionDigits(currency) + places), scale: 0 }));
  if (amount === undefined || !Number.isSafeInteger(coins))
    return `${decimalWords(value)} ${currency} is more than can be counted exactly`;
  const many = n * 10 ** places;
  return { amount, ...(unit && { per: many === 1 ? unit : `${many} ${unit}` }) };
}
