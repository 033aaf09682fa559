/** The prices of one product go in; its price in a matrix comes out. */
import type { RawAmount, RawIntervals, RawPrice } from '../../read/raw.ts';
import { amountOf, type Terms } from './amounts.ts';
import { idOf, type Placed, type Price, type Product } from './read-export.ts';
import type { Reading } from './reading.ts';

type Interval = keyof RawIntervals;

export function priceOf(reading: Reading, product: Product): RawPrice | undefined {
  const all = reading.prices.get(product.id) ?? [];
  const standard = product.default_price && idOf(product.default_price);
  // What is asked for first stands first, what is no longer asked for last.
  const rank = ({ one }: Placed<Price>) => (one.active === false ? 2 : one.id === standard ? 0 : 1);
  const out: Record<string, Partial<Record<Interval, RawAmount[]>>> = {};
  for (const placed of [...all].sort((a, b) => rank(a) - rank(b)))
    for (const { currency, interval, terms } of amountsOf(reading, product, placed)) {
      out[currency] ??= {};
      out[currency][interval] = [...(out[currency][interval] ?? []), terms];
    }
  if (!Object.keys(out).length) return undefined;
  return Object.fromEntries(Object.entries(out).map(([currency, intervals]) => [currency, single(intervals)]));
}

const ORDER: readonly Interval[] = ['day', 'week', 'month', 'quarter', 'year', 'once', 'usage'];

function single(intervals: Partial<Record<Interval, RawAmount[]>>): RawIntervals {
  return Object.fromEntries(
    ORDER.flatMap((interval) => {
      const [first, ...more] = intervals[interval] ?? [];
      return first === undefined ? [] : [[interval, more.length ? [first, ...more] : first]];
    }),
  );
}

interface Stated {
  currency: string;
  interval: Interval;
  terms: Terms;
}

function amountsOf(reading: Reading, product: Product, { one: price, at }: Placed<Price>): Stated[] {
  const { ledger } = reading;
  const interval = intervalOf(price);
  if (!interval) {
    const { interval: name, interval_count: count } = price.recurring!;
    const reason = 'an interval that no price of a matrix has';
    ledger.leaveOut(['prices', price.id], reason, `every ${count} ${name}s`, at);
    return [];
  }
  if (!ID.test(price.id))
    ledger.leaveOut(
      ['prices', price.id, 'id'],
      'an id of other signs than letters, digits, _ . : and -',
      undefined,
      at,
    );
  const unit = unitOf(reading, product, price);
  const own = price.currency.toUpperCase();
  const others = Object.entries(price.currency_options ?? {}).map(([code, amounts]) => ({
    currency: code.toUpperCase(),
    amounts,
    path: ['currency_options', code],
  }));
  const all = [{ currency: own, amounts: price, path: [] }, ...others.filter(({ currency }) => currency !== own)];
  return all.flatMap(({ currency, amounts, path }): Stated[] => {
    const terms = amountOf({ price, amounts, currency, ...(unit && { unit }) });
    if (typeof terms !== 'string') return [{ currency, interval, terms: termsOf(price, terms) }];
    ledger.leaveOut(['prices', price.id, ...path], terms, undefined, [...at, ...path]);
    return [];
  });
}

/** What may stand as an id in a matrix; those of Stripe do, but for a few that people chose. */
const ID = /^[A-Za-z0-9][A-Za-z0-9_.:-]*$/;

function termsOf({ active, id, nickname }: Price, terms: Terms): Terms {
  const note = [nickname?.trim(), terms.note].filter(Boolean).join('. ');
  const known = ID.test(id) && { id };
  return { ...terms, ...(active === false && { kind: 'retired' }), ...known, ...(note && { note }) };
}

/** Three months are a quarter, twelve are a year. */
const INTERVALS: Readonly<Record<string, Interval>> = {
  '1 day': 'day',
  '1 week': 'week',
  '7 day': 'week',
  '1 month': 'month',
  '3 month': 'quarter',
  '12 month': 'year',
  '1 year': 'year',
};

function intervalOf({ recurring }: Price): Interval | undefined {
  if (!recurring) return 'once';
  if (recurring.usage_type === 'metered') return 'usage';
  return INTERVALS[`${recurring.interval_count ?? 1} ${recurring.interval}`];
}

/** What the product's label says is counted; of a meter, else the event that it counts. */
function unitOf({ units, stripe }: Reading, { unit_label }: Product, { recurring }: Price): string | undefined {
  const meter = stripe.meters.find(({ one }) => one.id === recurring?.meter)?.one;
  const words = unit_label?.trim() || meter?.event_name.trim();
  return words ? units.of(words) : undefined;
}
