/** The products of an export go in; the plans and add-ons of a matrix come out. */
import type { RawAddon, RawPlan } from '../../read/raw.ts';
import { priceOf } from './prices.ts';
import type { Placed, Product } from './read-export.ts';
import type { Reading } from './reading.ts';

function isAddon({ metadata }: Product): boolean {
  return metadata?.planproof === 'addon';
}

/** Whether the matrix states it: a plan may be retired, an add-on may not. */
export function isSold(product: Product): boolean {
  return !isAddon(product) || product.active !== false;
}

export function plansOf(reading: Reading): Record<string, RawPlan> {
  const products = reading.stripe.products.filter(({ one }) => !isAddon(one));
  return Object.fromEntries(
    products.map((placed) => {
      const key = keyOf(reading, placed.one);
      return [key, planOf(reading, placed, key)];
    }),
  );
}

function keyOf({ sold }: Reading, { id, name }: Product): string {
  return sold.add(id, name);
}

/** What may stand as a version in a matrix; the ids of Stripe do, but for a few that people chose. */
const ID = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/;

function planOf(reading: Reading, { one: product, at }: Placed<Product>, key: string): RawPlan {
  if (!ID.test(product.id))
    reading.ledger.leaveOut(
      ['products', product.id, 'id'],
      'an id of other signs than letters, digits, _ . and -; the key of the plan stands for it',
      undefined,
      at,
    );
  const { description, active } = product;
  const price = priceOf(reading, product);
  const has = featuresOf(reading, product);
  const meters = metersOf(reading, product);
  return {
    name: product.name,
    ...(active === false && { sale: 'retired' }),
    version: ID.test(product.id) ? product.id : key,
    ...(description?.trim() && { summary: description.trim() }),
    ...(price && { price }),
    ...(has && { has }),
    ...(meters.length && { meters }),
  };
}

export function addonsOf(reading: Reading): Record<string, RawAddon> {
  const products = reading.stripe.products.filter(({ one }) => isAddon(one));
  return Object.fromEntries(
    products.flatMap((placed): [string, RawAddon][] => {
      if (isSold(placed.one)) return [[keyOf(reading, placed.one), addonOf(reading, placed.one)]];
      leaveOutAddon(reading, placed);
      return [];
    }),
  );
}

function addonOf(reading: Reading, product: Product): RawAddon {
  const { description } = product;
  const price = priceOf(reading, product);
  const has = featuresOf(reading, product) ?? [];
  const meters = metersOf(reading, product);
  return {
    name: product.name,
    ...(description?.trim() && { description: description.trim() }),
    ...(price && { price }),
    ...(has.length && { has }),
    ...(meters.length && { meters }),
  };
}

function leaveOutAddon({ ledger, prices }: Reading, { one: { id, name }, at }: Placed<Product>): void {
  const reason = 'an add-on that is no longer sold; only plans can be retired';
  ledger.leaveOut(['products', id], reason, name, at);
  for (const price of prices.get(id) ?? []) ledger.leaveOut(['prices', price.one.id], reason, undefined, price.at);
}

/** Nothing where the export does not say what features the product has. */
function featuresOf({ stripe, features, ledger }: Reading, { id }: Product): string[] | undefined {
  const stated = stripe.productFeatures.get(id);
  const keys = stated?.flatMap(({ one, at }) => {
    const key = features.of(typeof one === 'string' ? one : one.id);
    if (key !== undefined) return key;
    ledger.leaveOut(['product_features', id], 'a feature that the export does not describe', String(one), at);
    return [];
  });
  return keys && [...new Set(keys)];
}

function metersOf({ prices, meters }: Reading, { id }: Product): string[] {
  const ids = (prices.get(id) ?? []).flatMap(({ one }) => (one.active === false ? [] : (one.recurring?.meter ?? [])));
  return [...new Set(ids.flatMap((meter) => meters.of(meter) ?? []))];
}
