/** A matrix as its file states it goes in; every amount that is asked for something, with its path, comes out. */
import type { RawAmount, RawIntervals, RawMatrix, RawPrice } from '../read/raw.ts';
import type { Path } from '../read/source.ts';

type Part = 'plans' | 'addons' | 'past_versions';

export interface StatedAmount {
  part: Part;
  /** Key of the plan, add-on or past version. */
  owner: string;
  currency: string;
  interval: keyof RawIntervals;
  terms: Exclude<RawAmount, number>;
  path: Path;
}

/** In the order of the file. A past contract is frozen, so most rules leave it alone. */
export function statedAmounts(raw: RawMatrix, parts: readonly Part[] = ['plans', 'addons']): StatedAmount[] {
  return parts.flatMap((part) =>
    Object.entries<{ price?: RawPrice }>(raw[part] ?? {}).flatMap(([owner, { price }]) => {
      if (price === undefined || typeof price === 'string') return [];
      return Object.entries(price).flatMap(([currency, intervals]) =>
        (Object.keys(intervals) as (keyof RawIntervals)[]).flatMap((interval) => {
          const path = [part, owner, 'price', currency, interval];
          return each(intervals[interval]!, path).map((one) => ({ part, owner, currency, interval, ...one }));
        }),
      );
    }),
  );
}

function each(amounts: RawAmount | RawAmount[], path: Path): Pick<StatedAmount, 'terms' | 'path'>[] {
  if (Array.isArray(amounts)) return amounts.map((amount, i) => ({ terms: termsOf(amount), path: [...path, i] }));
  return [{ terms: termsOf(amounts), path }];
}

function termsOf(amount: RawAmount): StatedAmount['terms'] {
  return typeof amount === 'number' ? { amount } : amount;
}
