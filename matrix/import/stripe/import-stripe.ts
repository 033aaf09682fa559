/** The bytes of a Stripe export go in; a matrix of level `copy`, and what it could not take, come out. */
import type { RawMatrix } from '../../read/raw.ts';
import type { ImportResult } from '../imported.ts';
import { capabilitiesOf, metersOf } from './declarations.ts';
import { listHomeless } from './homeless.ts';
import { readExport } from './read-export.ts';
import { type Reading, startReading } from './reading.ts';
import { addonsOf, isSold, plansOf } from './sold.ts';

/** `path` is only a name. Never throws on bad input: what is wrong is in `problems`. */
export function importStripe(bytes: Uint8Array, path: string): ImportResult {
  const { stripe, problems } = readExport(bytes, path);
  if (!stripe)
    return { problems: problems.map((problem) => ({ ...problem, rule: problem.rule.replace('matrix/', 'import/') })) };
  const reading = startReading(stripe);
  const { name, isStated } = productName(reading, path);
  const capabilities = capabilitiesOf(reading);
  const meters = metersOf(reading);
  const [plans, addons] = [plansOf(reading), addonsOf(reading)];
  listHomeless(reading);
  const currency = currencyOf(reading);
  const raw: RawMatrix = {
    planproof: 1,
    level: 'copy',
    product: name,
    ...(currency && { currency }),
    ...filled('units', reading.units.declared),
    ...filled('capabilities', capabilities),
    ...filled('meters', meters),
    plans,
    ...filled('addons', addons),
  };
  const imported = {
    raw,
    about: [`Imported from ${path}, an export from Stripe.`],
    readings: readingsOf(reading, isStated),
    keys: reading.originals,
    leftOut: reading.ledger.leftOut,
    counts: {
      products: stripe.products.length,
      prices: stripe.prices.length,
      features: stripe.features.length,
      meters: stripe.meters.length,
    },
  };
  return { imported, problems: [] };
}

/** The account's name; without one, that of the file. */
function productName({ stripe }: Reading, path: string): { name: string; isStated: boolean } {
  const { business_profile, settings } = stripe.account;
  for (const name of [settings?.dashboard?.display_name, business_profile?.name])
    if (typeof name === 'string' && name.trim()) return { name: name.trim(), isStated: true };
  return { name: path.replace(/^.*\//, '').replace(/\.[^.]*$/, '') || path, isStated: false };
}

/** Of several currencies nobody knows which one is meant, unless the account says. */
function currencyOf({ stripe }: Reading): string | undefined {
  const { default_currency: own } = stripe.account;
  const used = [...new Set(stripe.prices.map(({ one }) => one.currency.toUpperCase()))];
  if (typeof own === 'string' && used.includes(own.toUpperCase())) return own.toUpperCase();
  return used.length === 1 ? used[0] : undefined;
}

function filled<Name extends string, T extends object>(name: Name, map: T): Partial<Record<Name, T>> {
  return Object.keys(map).length ? ({ [name]: map } as Record<Name, T>) : {};
}

function readingsOf({ stripe, ledger, units }: Reading, isStated: boolean): string[] {
  const silent = stripe.products
    .filter(({ one }) => isSold(one) && !stripe.productFeatures.has(one.id))
    .map(({ one }) => one.name);
  return [
    ...(isStated ? [] : ['The export names no account: `product` is the name of its file.']),
    'A product is a plan, and its id is the version; one with `planproof: addon` in its metadata is an add-on.',
    ...(stripe.features.length ? ['Names of capabilities are those that Stripe keeps for your own purpose.'] : []),
    ...(stripe.prices.some(({ one }) => one.nickname)
      ? ['The note of a price is its nickname, which customers do not see.']
      : []),
    ...(silent.length
      ? [`What these products have is unknown, as no product features stand there: ${silent.join(', ')}.`]
      : []),
    ...ledger.readings,
    ...units.readings,
  ];
}
