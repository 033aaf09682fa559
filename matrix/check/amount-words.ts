/** An amount goes in; what it is called in a message comes out: `8.99 USD a month`, `10 USD per seat a year`. */
import { fractionDigits } from '../money.ts';
import type { Interval } from '../types.ts';
import type { Money } from './priced.ts';

const PERIOD: Readonly<Record<Interval, string>> = {
  day: ' a day',
  week: ' a week',
  month: ' a month',
  quarter: ' a quarter',
  year: ' a year',
  once: ' once',
  usage: '',
  any: '',
};

export function amountWords({ value, interval }: { value: Money; interval: Interval }): string {
  const { per, billed } = value;
  const unit = per?.unit ? ` per ${per.n ? `${per.n} ` : ''}${per.unit.replaceAll('_', ' ')}` : '';
  return `${moneyWords(value)}${unit}${PERIOD[interval]}${billed ? `, billed by the ${billed}` : ''}`;
}

/** As the file writes it: `8.99 USD`. `minor` may be a sum or a product. */
export function moneyWords({ minor, currency }: Pick<Money, 'minor' | 'currency'>): string {
  const digits = fractionDigits(currency);
  const text = String(minor).padStart(digits + 1, '0');
  const fraction = digits ? text.slice(-digits) : '';
  return `${text.slice(0, text.length - digits)}${/[1-9]/.test(fraction) ? `.${fraction}` : ''} ${currency}`;
}
