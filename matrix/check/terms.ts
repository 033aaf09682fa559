/** A matrix goes in; every amount that states more than a number comes out, with its place. */
import type { RawAmount, RawMatrix, RawPrice } from '../read/raw.ts';
import type { Path } from '../read/source.ts';

export interface Terms {
  path: Path;
  terms: Exclude<RawAmount, number>;
}

export function termsOf(raw: RawMatrix): Terms[] {
  return (['plans', 'past_versions', 'addons'] as const).flatMap((part) =>
    Object.entries<{ price?: RawPrice }>(raw[part] ?? {}).flatMap(([key, { price }]) =>
      typeof price === 'object' ? inPrice([part, key, 'price'], price) : [],
    ),
  );
}

function inPrice(path: Path, price: Exclude<RawPrice, string>): Terms[] {
  return Object.entries(price).flatMap(([currency, intervals]) =>
    Object.entries(intervals).flatMap(([interval, amounts]: [string, RawAmount | RawAmount[]]) =>
      [amounts].flat().flatMap((terms, i) => {
        const at = [...path, currency, interval, ...(Array.isArray(amounts) ? [i] : [])];
        return typeof terms === 'number' ? [] : [{ path: at, terms }];
      }),
    ),
  );
}
