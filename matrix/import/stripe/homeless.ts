/** An export goes in; its fields that a matrix has no place for are listed as left out. */
import type { Path } from '../../read/source.ts';
import { shown } from '../shown.ts';
import { idOf, type Placed, type Price, type Product } from './read-export.ts';
import type { Reading } from './reading.ts';
import { isSold } from './sold.ts';

const METADATA = 'pairs of words for code';
const HIDDEN = 'customers do not see it';
const KEPT = 'how Stripe keeps, ships or taxes it';

const REASONS: Readonly<Record<string, string>> = {
  metadata: METADATA,
  lookup_key: HIDDEN,
  trial_period_days: 'trials belong to the level `lifecycle`',
  tax_behavior: 'a matrix does not state taxes',
  aggregate_usage: 'a meter says how it counts, a price does not',
};

/** What is read elsewhere, and what is the same for all objects of a kind. */
const READ: Readonly<Record<string, readonly string[]>> = {
  products: words('id object name active description unit_label default_price marketing_features'),
  prices: words(
    'id object product active nickname currency unit_amount unit_amount_decimal billing_scheme tiers tiers_mode transform_quantity currency_options custom_unit_amount recurring type',
  ),
  features: words('id object lookup_key name active'),
  meters: words('id object display_name event_name default_aggregation'),
  options: words('unit_amount unit_amount_decimal tiers custom_unit_amount'),
  recurring: words('interval interval_count usage_type meter'),
};

function words(text: string): string[] {
  return text.split(' ');
}

export function listHomeless(reading: Reading): void {
  const { stripe, ledger } = reading;
  for (const name of stripe.others) ledger.leaveOut([name], 'nothing of it is read');
  for (const part of ['products', 'prices', 'features', 'meters'] as const)
    for (const placed of stripe[part] as Placed<{ id: string }>[]) unread(reading, part, placed);
  for (const placed of stripe.products) ofProduct(reading, placed);
  for (const placed of stripe.prices) ofPrice(reading, placed);
  for (const { one, at } of stripe.features)
    if (one.active === false)
      ledger.leaveOut(
        ['features', one.id, 'active'],
        'a feature is had or not, whether or not more products may have it',
        'false',
        at,
      );
  for (const [product, placed] of stripe.productFeatures)
    if (!stripe.products.some(({ one }) => one.id === product))
      ledger.leaveOut(['product_features', product], 'its product is not in the export', undefined, placed[0]?.at);
}

function unread(reading: Reading, part: string, { one, at }: Placed<{ id: string }>): void {
  for (const [field, value] of Object.entries(one as object)) {
    if (READ[part]!.includes(field)) continue;
    if (field === 'metadata' && typeof value === 'object') listMetadata(reading, [part, one.id], value, at);
    else leave(reading, [part, one.id, field], value, [...at, field]);
  }
}

function leave({ ledger }: Reading, path: Path, value: unknown, stands: Path): void {
  const field = String(path.at(-1));
  const isEmpty = value === '' || value === 'unspecified' || (typeof value === 'object' && !Object.keys(value!).length);
  if (isEmpty) return;
  const reason = REASONS[field] ?? KEPT;
  ledger.leaveOut(path, reason, reason === KEPT || typeof value === 'object' ? undefined : shown(value), stands);
}

function listMetadata({ ledger }: Reading, path: Path, metadata: object, at: Path): void {
  for (const [key, value] of Object.entries(metadata))
    if (!(key === 'planproof' && path[0] === 'products' && value === 'addon'))
      ledger.leaveOut([...path, 'metadata', key], METADATA, shown(value), [...at, 'metadata', key]);
}

/** Lines of a pricing table that only repeat the name of a feature are carried by it. */
function ofProduct({ stripe, ledger }: Reading, { one, at }: Placed<Product>): void {
  if (!isSold(one)) return;
  const named = new Map(stripe.features.map((feature) => [feature.one.id, feature.one.name]));
  const had = new Set(
    (stripe.productFeatures.get(one.id) ?? []).map((placed) =>
      typeof placed.one === 'string' ? named.get(placed.one) : placed.one.name,
    ),
  );
  (one.marketing_features ?? []).forEach(({ name }, i) => {
    if (!name || had.has(name)) return;
    const reason = 'a line of a pricing table that names no feature of the product';
    ledger.leaveOut(['products', one.id, 'marketing_features', i], reason, name, [...at, 'marketing_features', i]);
  });
}

function ofPrice(reading: Reading, { one, at }: Placed<Price>): void {
  const { stripe, ledger, meters } = reading;
  if (!stripe.products.some((product) => product.one.id === idOf(one.product)))
    ledger.leaveOut(['prices', one.id], 'its product is not in the export', idOf(one.product), at);
  const path = ['prices', one.id];
  const { recurring, custom_unit_amount: custom = {} } = one;
  for (const field of ['maximum', 'preset'] as const)
    if (custom[field] !== undefined)
      ledger.leaveOut(
        [...path, 'custom_unit_amount', field],
        'of an amount that customers choose, a matrix states the least',
        String(custom[field]),
        [...at, 'custom_unit_amount', field],
      );
  for (const [code, option] of Object.entries(one.currency_options ?? {})) {
    const steps = ['currency_options', code];
    for (const [field, value] of Object.entries(option))
      if (!READ.options!.includes(field)) leave(reading, [...path, ...steps, field], value, [...at, ...steps, field]);
  }
  if (!recurring) return;
  const inside = [...at, 'recurring'];
  for (const [field, value] of Object.entries(recurring))
    if (!READ.recurring!.includes(field)) leave(reading, [...path, 'recurring', field], value, [...inside, field]);
  if (recurring.usage_type === 'metered')
    ledger.leaveOut(
      [...path, 'recurring', 'interval'],
      'a price for what is used has no interval',
      recurring.interval,
      inside,
    );
  if (recurring.meter !== undefined && meters.of(recurring.meter) === undefined)
    ledger.leaveOut(
      [...path, 'recurring', 'meter'],
      'the export does not describe this meter',
      recurring.meter,
      inside,
    );
}
