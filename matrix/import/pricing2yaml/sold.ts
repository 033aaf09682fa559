/** The plans and add-ons of a pricing go in; those of a matrix come out. */
import type { RawAddon, RawPlan } from '../../read/raw.ts';
import type { Path } from '../../read/source.ts';
import { isPlain, type KeySpace } from '../key-space.ts';
import { shown } from '../shown.ts';
import { nameOf } from '../words-of.ts';
import { addonContents, type Contents, planContents } from './contents.ts';
import { priceOf } from './prices.ts';
import type { Sold } from './read-pricing.ts';
import { type Reading, understand } from './reading.ts';
import { ownValue } from './values.ts';

export function plansOf(reading: Reading): Record<string, RawPlan> {
  const { pricing, plans, originals, ledger } = reading;
  const all = Object.entries(pricing.plans ?? {});
  const named = all.map(([name, sold]) => ({ name, sold, key: plans.add(name) }));
  return Object.fromEntries(
    named.map(({ name, sold, key }) => {
      if (!isPlain(key, name)) originals.set(`plans.${key}`, name);
      if (sold.private) ledger.understand('A private plan is one that is never sold to the public: `sale: internal`.');
      const price = priceOf(reading, ['plans', name], sold);
      const { has, details, limits } = planContents(reading, name, sold);
      const plan: RawPlan = {
        name: nameOf(name),
        ...(sold.private && { sale: 'internal' }),
        version: versionOf(reading, key),
        ...(sold.description?.trim() && { summary: sold.description.trim() }),
        ...(price && { price }),
        has,
        ...filled({ details, limits }),
      };
      return [key, plan];
    }),
  );
}

/** A pricing has one version; a plan's own is made of both. */
function versionOf({ pricing }: Reading, key: string): string {
  const version = String(pricing.version ?? pricing.createdAt ?? '').replace(/[^A-Za-z0-9_.-]+/g, '-');
  return version ? `${key}_${version}` : key;
}

export function addonsOf(reading: Reading): Record<string, RawAddon> {
  const { pricing, addons } = reading;
  const named = Object.entries(pricing.addOns ?? {}).map(([name, sold]) => ({ name, sold, key: addons.add(name) }));
  return Object.fromEntries(named.map(({ name, sold, key }) => [key, addonOf(reading, key, name, sold)]));
}

function addonOf(reading: Reading, key: string, name: string, sold: Sold): RawAddon {
  const { originals, plans, addons } = reading;
  const path = ['addOns', name];
  if (!isPlain(key, name)) originals.set(`addons.${key}`, name);
  const sets = {
    for: sold.availableFor && known(reading, [...path, 'availableFor'], sold.availableFor, plans),
    requires: known(reading, [...path, 'dependsOn'], sold.dependsOn, addons),
    excludes: known(reading, [...path, 'excludes'], sold.excludes, addons),
  };
  const price = priceOf(reading, path, sold);
  const { has, details, limits } = addonContents(reading, name, sold);
  const adds = addsOf(reading, name, sold, limits);
  return {
    name: nameOf(name),
    ...(sold.description?.trim() && { description: sold.description.trim() }),
    ...(sold.private && { audience: 'internal' }),
    ...(sets.for && { for: sets.for }),
    ...(sets.requires.length && { requires: sets.requires }),
    ...(sets.excludes.length && { excludes: sets.excludes }),
    ...(price && { price }),
    ...(has.length && { has }),
    ...filled({ details, limits, adds }),
  };
}

function known({ ledger }: Reading, path: Path, names: readonly string[] = [], space: KeySpace): string[] {
  const keys = names.flatMap((name, i) => {
    const key = space.of(name);
    if (key === undefined) ledger.leaveOut([...path, i], 'nothing bears this name', name);
    return key ?? [];
  });
  return [...new Set(keys)];
}

/** Numbers that are added; what is added without end takes the plan's number away. */
function addsOf(reading: Reading, name: string, sold: Sold, limits: Contents['limits']): Record<string, number> {
  const adds: Record<string, number> = {};
  for (const [limit, entry] of Object.entries(sold.usageLimitsExtensions ?? {})) {
    const path = ['addOns', name, 'usageLimitsExtensions', limit];
    const declared = reading.pricing.usageLimits?.[limit];
    const own = ownValue(entry, path);
    const key = reading.keys.of(`usageLimits.${limit}`);
    if (!declared || !own) reading.ledger.leaveOut(path, declared ? 'no value is stated' : 'nothing declares it');
    else {
      const meaning = understand(reading, own.path, own.value, declared);
      if (key && meaning?.kind === 'number') adds[key] = meaning.n;
      else if (key && meaning?.kind === 'unlimited') limits[key] = 'unlimited';
      else if (meaning) reading.ledger.leaveOut(path, 'only to a limit with a unit can be added', shown(own.value));
    }
  }
  return adds;
}

/** Without the parts that are empty. */
function filled<T extends Record<string, object>>(parts: T): Partial<T> {
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => Object.keys(part).length)) as Partial<T>;
}
