/** A stated price goes in; one cell per interval and amount comes out, in whole minor units of its currency. */
import { fractionDigits, minorUnits } from '../money.ts';
import type { RawAmount, RawPrice } from '../read/raw.ts';
import { type Path, placeOf, type Source, wordsAt } from '../read/source.ts';
import type { Interval, PriceCell } from '../types.ts';

/** Order in which prices are listed, whatever order the file has. */
const INTERVALS = ['month', 'year', 'once'] as const;

/** Sorted by currency, then by interval; several amounts for one interval keep the order of the file. */
export function priceCells(source: Source, price: RawPrice | undefined, path: Path, currency: string): PriceCell[] {
  if (price === undefined) return [];
  const at = placeOf(source, path);
  const from = [String(path[1])];
  if (price === 'free') return [{ interval: 'any', value: { kind: 'money', minor: 0, currency }, at, from }];
  if (price === 'on_request') return [{ interval: 'any', value: { kind: 'on_request' }, at, from }];
  return Object.keys(price)
    .sort()
    .flatMap((code) => INTERVALS.map((interval) => ({ code, interval, amounts: price[code]?.[interval] })))
    .flatMap(({ code, interval, amounts }) => {
      if (amounts === undefined) return [];
      const listed = Array.isArray(amounts);
      return (listed ? amounts : [amounts]).map((amount, index) =>
        amountCell(source, amount, [...path, code, interval, ...(listed ? [index] : [])], from),
      );
    });
}

function amountCell(source: Source, amount: RawAmount, path: Path, from: string[]): PriceCell {
  const [currency, interval] = [String(path[3]), path[4] as Interval];
  const own: Path = typeof amount === 'object' ? [...path, 'amount'] : path;
  const note = typeof amount === 'object' ? amount.note : undefined;
  const minor = minorUnits(wordsAt(source, own) ?? '0', fractionDigits(currency));
  const per = interval === 'once' ? undefined : { period: interval };
  return {
    interval,
    value: { kind: 'money', minor, currency, ...(per && { per }) },
    at: placeOf(source, own),
    from,
    ...(note && { note }),
  };
}
