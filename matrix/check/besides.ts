/** An amount and others of the same thing go in; those that it can be held against come out, the least first. */
import { type Amount, isPlain, unitOf } from './priced.ts';

/** The same interval, money and unit; where some are billed alike, only those. */
export function besides(amount: Amount, others: readonly Amount[]): Amount[] {
  if (!isPlain(amount)) return [];
  const alike = others.filter(
    (one) => isPlain(one) && one.interval === amount.interval && unitOf(one) === unitOf(amount),
  );
  const billedAlike = alike.filter(({ value }) => value.billed === amount.value.billed);
  return (billedAlike.length ? billedAlike : alike).toSorted((a, b) => a.value.minor - b.value.minor);
}
