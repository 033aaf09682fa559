/** The features and meters of an export go in; the capabilities and meters of a matrix come out. */
import type { RawCapability, RawMeter } from '../../read/raw.ts';
import { isPlain } from '../key-space.ts';
import { nameOf } from '../words-of.ts';
import type { Feature, Placed } from './read-export.ts';
import type { Reading } from './reading.ts';

/** Features of the list, then those that only a product names. */
export function capabilitiesOf(reading: Reading): Record<string, RawCapability> {
  const { stripe, features, originals } = reading;
  const attached = [...stripe.productFeatures.values()].flat().filter((placed) => typeof placed.one !== 'string');
  const out: Record<string, RawCapability> = {};
  for (const { one } of [...stripe.features, ...(attached as Placed<Feature>[])]) {
    if (features.of(one.id) !== undefined) continue;
    const key = features.add(one.id, one.lookup_key);
    out[key] = { name: one.name };
    if (!isPlain(key, one.lookup_key)) originals.set(`capabilities.${key}`, one.lookup_key);
  }
  return out;
}

export function metersOf({ stripe, meters, units, ledger, originals }: Reading): Record<string, RawMeter> {
  return Object.fromEntries(
    stripe.meters.map(({ one, at }): [string, RawMeter] => {
      const key = meters.add(one.id, one.event_name);
      if (!isPlain(key, one.event_name)) originals.set(`meters.${key}`, one.event_name);
      const formula = one.default_aggregation?.formula;
      if (formula && formula !== 'sum')
        ledger.leaveOut(
          ['meters', one.id, 'default_aggregation'],
          'a matrix knows sums, highest levels and different ones',
          formula,
          [...at, 'default_aggregation'],
        );
      const name = one.display_name?.trim() || nameOf(one.event_name);
      return [key, { name, unit: units.of(one.event_name), ...(formula === 'sum' && { aggregates: formula }) }];
    }),
  );
}
