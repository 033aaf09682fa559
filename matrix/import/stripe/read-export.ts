/** The bytes of a Stripe export go in; its lists with places, or problems in the words of who made it, come out. */
import { Ajv, type ValidateFunction } from 'ajv';
import { currenciesInsteadOf } from '../../money.ts';
import type { Problem } from '../../problem.ts';
import { decode } from '../../read/decode.ts';
import { openYaml } from '../../read/read.ts';
import { type Path, placeOf, type Source } from '../../read/source.ts';
import { validate } from '../../read/validate.ts';
import { withoutNulls } from '../without-nulls.ts';
import schema from './stripe-export.schema.json' with { type: 'json' };

type Metadata = Record<string, unknown>;
type Reference = string | { id: string };

export interface Product {
  id: string;
  name: string;
  active?: boolean;
  description?: string;
  unit_label?: string;
  default_price?: Reference;
  marketing_features?: { name?: string }[];
  metadata?: Metadata;
}

export interface Tier {
  up_to?: number;
  unit_amount?: number;
  unit_amount_decimal?: string;
  flat_amount?: number;
  flat_amount_decimal?: string;
}

/** What a price has for each currency. */
export interface Amounts {
  unit_amount?: number;
  unit_amount_decimal?: string;
  tiers?: Tier[];
  custom_unit_amount?: { minimum?: number; maximum?: number; preset?: number };
}

export interface Price extends Amounts {
  id: string;
  product: Reference;
  active?: boolean;
  /** Tells it from other prices; customers do not see it. */
  nickname?: string;
  currency: string;
  billing_scheme?: 'per_unit' | 'tiered';
  tiers_mode?: 'graduated' | 'volume';
  transform_quantity?: { divide_by: number; round?: 'up' | 'down' };
  currency_options?: Record<string, Amounts>;
  recurring?: {
    interval: 'day' | 'week' | 'month' | 'year';
    interval_count?: number;
    usage_type?: 'licensed' | 'metered';
    meter?: string;
  };
  metadata?: Metadata;
}

export interface Feature {
  id: string;
  lookup_key: string;
  name: string;
  active?: boolean;
  metadata?: Metadata;
}

export interface Meter {
  id: string;
  event_name: string;
  display_name?: string;
  default_aggregation?: { formula?: string };
}

/** An object of a list, and where it stands. */
export interface Placed<T> {
  one: T;
  at: Path;
}

export interface Account {
  business_profile?: { name?: unknown };
  settings?: { dashboard?: { display_name?: unknown } };
  default_currency?: unknown;
}

export interface StripeExport {
  source: Source;
  account: Account;
  products: Placed<Product>[];
  prices: Placed<Price>[];
  features: Placed<Feature>[];
  /** By the product's id; a product that is not there has features that nobody knows. */
  productFeatures: Map<string, Placed<Feature | string>[]>;
  meters: Placed<Meter>[];
  /** Parts of the file that nothing reads. */
  others: string[];
}

export type ExportRead = { stripe: StripeExport; problems: [] } | { stripe?: undefined; problems: Problem[] };

const EMPTY = '`{ "products": [...], "prices": [...] }`; `planproof import --help` says how to make it.';

/** JSON is YAML but for its tabs; one reader gives places for both. */
export function readExport(bytes: Uint8Array, path: string): ExportRead {
  const { text, bad } = decode(bytes);
  const { source, data, problems } = openYaml(bad ? bytes : text.replaceAll('\t', ' '), path, EMPTY);
  if (problems.length) return { problems };
  const plain = withoutNulls(data) as Record<string, unknown>;
  const malformed = validate(source, plain, shapeCheck()).map(tellPages);
  if (malformed.length) return { problems: malformed };
  const stripe = listsOf(source, plain);
  const meaningless = [...unknownCurrencies(stripe), ...sold(stripe)];
  return meaningless.length ? { problems: meaningless } : { stripe, problems: [] };
}

let compiled: ValidateFunction | undefined;

function shapeCheck(): ValidateFunction {
  compiled ??= new Ajv({ allErrors: true, verbose: true, strict: false }).compile(schema);
  return compiled;
}

/** The schema can say only what `has_more` must be, and not why. */
function tellPages(problem: Problem): Problem {
  if (!problem.found.includes('has_more`')) return problem;
  return {
    ...problem,
    found: problem.found.replace(/\.$/, ': what stands on the next pages would be missing.'),
    write: 'all pages as one list, with `"has_more": false`.',
  };
}

function listsOf(source: Source, plain: Record<string, unknown>): StripeExport {
  const known = Object.keys(schema.properties);
  return {
    source,
    account: (plain.account ?? {}) as Account,
    products: listAt<Product>(plain.products, ['products']),
    prices: listAt<Price>(plain.prices, ['prices']),
    features: listAt<Feature>(plain.features, ['features']),
    productFeatures: featuresByProduct(plain.product_features),
    meters: listAt<Meter>(plain.meters, ['meters']),
    others: Object.keys(plain).filter((name) => !known.includes(name)),
  };
}

function listAt<T>(list: unknown, path: Path): Placed<T>[] {
  if (Array.isArray(list)) return list.map((one, i) => ({ one: one as T, at: [...path, i] }));
  const { data = [] } = (list ?? {}) as { data?: T[] };
  return data.map((one, i) => ({ one, at: [...path, 'data', i] }));
}

interface ProductFeature {
  product?: Reference;
  entitlement_feature: Feature | string;
}

function featuresByProduct(given: unknown): StripeExport['productFeatures'] {
  const out: StripeExport['productFeatures'] = new Map();
  const add = (product: string, { one, at }: Placed<ProductFeature>) =>
    out.set(product, [
      ...(out.get(product) ?? []),
      { one: one.entitlement_feature, at: [...at, 'entitlement_feature'] },
    ]);
  const path = ['product_features'];
  if (Array.isArray(given))
    for (const placed of listAt<ProductFeature>(given, path)) add(idOf(placed.one.product!), placed);
  else
    for (const [product, list] of Object.entries(given ?? {})) {
      out.set(product, []);
      for (const placed of listAt<ProductFeature>(list, [...path, product])) add(product, placed);
    }
  return out;
}

export function idOf(reference: Reference): string {
  return typeof reference === 'string' ? reference : reference.id;
}

function unknownCurrencies({ source, prices }: StripeExport): Problem[] {
  return prices.flatMap(({ one, at }) => {
    const own: [string, Path][] = [[one.currency, [...at, 'currency']]];
    const other = Object.keys(one.currency_options ?? {}).map((code): [string, Path] => [
      code,
      [...at, 'currency_options', code],
    ]);
    return [...own, ...other]
      .filter(([code]) => !/^[a-z]{3}$/i.test(code) || currenciesInsteadOf(code.toUpperCase()))
      .map(([code, path]) =>
        malformed(source, path, `There is no currency \`${code}\`.`, 'a code of ISO 4217, such as usd.'),
      );
  });
}

function sold({ source, products }: StripeExport): Problem[] {
  if (products.length) return [];
  return [malformed(source, ['products'], '`products` is empty.', 'the products that are sold.')];
}

function malformed(source: Source, path: Path, found: string, write: string): Problem {
  return { rule: 'import/malformed', level: 'error', at: placeOf(source, path), found, write };
}
