/** An export that was read goes in; what turning any part of it into a matrix needs comes out. */
import { Ledger } from '../imported.ts';
import { KeySpace } from '../key-space.ts';
import { Units } from '../units.ts';
import { idOf, type Placed, type Price, type StripeExport } from './read-export.ts';

export interface Reading {
  stripe: StripeExport;
  ledger: Ledger;
  units: Units;
  /** Keys of features by their ids. */
  features: KeySpace;
  meters: KeySpace;
  sold: KeySpace;
  /** Prices by the id of their product. */
  prices: Map<string, Placed<Price>[]>;
  /** Where a key is not the source's. */
  originals: Map<string, string>;
}

export function startReading(stripe: StripeExport): Reading {
  return {
    stripe,
    ledger: new Ledger(stripe.source),
    units: new Units(),
    features: new KeySpace(),
    meters: new KeySpace(),
    sold: new KeySpace(),
    prices: byProduct(stripe.prices),
    originals: new Map(),
  };
}

function byProduct(prices: readonly Placed<Price>[]): Reading['prices'] {
  const out: Reading['prices'] = new Map();
  for (const placed of prices) {
    const id = idOf(placed.one.product);
    out.set(id, [...(out.get(id) ?? []), placed]);
  }
  return out;
}
