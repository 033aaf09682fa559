/** A stated price goes in; one cell per interval and amount comes out, in whole minor units of its currency. */
import { fractionDigits, minorUnits } from '../money.ts';
import type { RawAmount, RawIntervals, RawPrice } from '../read/raw.ts';
import { type Path, placeOf, type Source, wordsAt } from '../read/source.ts';
import type { Interval, PriceCell, PriceTier } from '../types.ts';
import { duration } from './duration.ts';

/** Order in which prices are listed, whatever order the file has. */
const INTERVALS = ['day', 'week', 'month', 'quarter', 'year', 'once', 'usage'] as const satisfies Interval[] &
  (keyof RawIntervals)[];

type RawTerms = Exclude<RawAmount, number>;

/** Sorted by currency, then by interval; several amounts for one interval keep the order of the file. */
export function priceCells(source: Source, price: RawPrice | undefined, path: Path, currency: string): PriceCell[] {
  if (price === undefined) return [];
  const same = { at: placeOf(source, path), from: [String(path[1])], interval: 'any' as const, ids: [] };
  if (price === 'free') return [{ ...same, value: { kind: 'money', minor: 0, currency } }];
  if (price === 'on_request') return [{ ...same, value: { kind: 'on_request' } }];
  return Object.keys(price)
    .sort()
    .flatMap((code) => INTERVALS.map((interval) => ({ code, interval, amounts: price[code]?.[interval] })))
    .flatMap(({ code, interval, amounts }) => {
      if (amounts === undefined) return [];
      const listed = Array.isArray(amounts);
      return (listed ? amounts : [amounts]).map((amount, index) =>
        amountCell(source, amount, [...path, code, interval, ...(listed ? [index] : [])]),
      );
    });
}

function amountCell(source: Source, amount: RawAmount, path: Path): PriceCell {
  const terms: RawTerms = typeof amount === 'object' ? amount : {};
  const [currency, interval] = [String(path[3]), path[4] as (typeof INTERVALS)[number]];
  const own = ownAmount(amount, path);
  const { billed, from, kind, lasts, until, id, note, tiers, tiers_are: are = 'graduated' } = terms;
  const per = perOf(interval, terms.per);
  const list = tiers?.map((tier, i) => tierOf(source, tier, [...path, 'tiers', i], currency));
  return {
    interval,
    value: {
      kind: 'money',
      minor: minorAt(source, own, currency),
      currency,
      ...(per && { per }),
      ...(billed && { billed }),
      ...((from || (list && list.length > 1)) && { from: true }),
    },
    at: placeOf(source, own),
    from: [String(path[1])],
    ...(kind && { kind }),
    ...(list && { tiers: { are, list } }),
    ...(lasts && { lasts: duration(lasts) }),
    ...(until && { until }),
    ids: id === undefined ? [] : [id].flat(),
    ...(note && { note }),
  };
}

/** Where the amount stands that is told as the price: of tiers, that of the first. */
function ownAmount(amount: RawAmount, path: Path): Path {
  if (typeof amount === 'number') return path;
  if (amount.amount !== undefined) return [...path, 'amount'];
  const first = amount.tiers?.[0];
  return [...path, 'tiers', 0, first?.amount === undefined && first?.flat !== undefined ? 'flat' : 'amount'];
}

function tierOf(
  source: Source,
  { up_to, amount, flat }: NonNullable<RawTerms['tiers']>[number],
  path: Path,
  currency: string,
): PriceTier {
  return {
    ...(up_to !== undefined && { up_to }),
    ...(amount !== undefined && { minor: minorAt(source, [...path, 'amount'], currency) }),
    ...(flat !== undefined && { flat_minor: minorAt(source, [...path, 'flat'], currency) }),
  };
}

/** `1000 call` is `{ n: 1000, unit: 'call' }`. What is paid once, or for use, has no period. */
function perOf(interval: (typeof INTERVALS)[number], words: string | undefined) {
  const period = interval === 'once' || interval === 'usage' ? undefined : interval;
  const [unit, n] = words?.split(' ').reverse() ?? [];
  if (!period && !unit) return undefined;
  return { ...(period && { period }), ...(n && { n: Number(n) }), ...(unit && { unit }) };
}

function minorAt(source: Source, path: Path, currency: string): number {
  return minorUnits(wordsAt(source, path) ?? '0', fractionDigits(currency));
}
