/** What one thing costs goes in; what a year of it costs, paid by the month and paid at once, comes out. */
import { grouped } from './grouped.ts';
import { type Amount, isPlain, standard, unitOf } from './priced.ts';

interface Yearly {
  /** Paid and charged every month. */
  months: Amount[];
  /** Told by the month and charged once a year. */
  billed: Amount[];
  years: Amount[];
}

/** One for each currency and unit. */
export function yearly(amounts: readonly Amount[]): Yearly[] {
  return [...grouped(standard(amounts).filter(isPlain), unitOf).values()].map((alike) => ({
    months: alike.filter(({ interval, value }) => interval === 'month' && !value.billed),
    billed: alike.filter(({ interval, value }) => interval === 'month' && value.billed),
    years: alike.filter(({ interval }) => interval === 'year'),
  }));
}
