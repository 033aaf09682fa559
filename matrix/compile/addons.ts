/** The stated add-ons go in; what each gives, and which capabilities a plan can have by buying one, come out. */
import type { RawAddon } from '../read/raw.ts';
import { type Path, placeOf, placesIn } from '../read/source.ts';
import type { Addon, Cell } from '../types.ts';
import { DEFAULT_LOCALE, named } from './keys.ts';
import { priceCells } from './prices.ts';
import { sorted } from './sorted.ts';
import { type Statement, statementsOf } from './statements.ts';
import type { Compiling } from './versions.ts';

export function compileAddons(compiling: Compiling): Record<string, Addon> {
  return sorted(
    Object.entries(compiling.raw.addons ?? {}).map(([key, addon]): [string, Addon] => [
      key,
      compileAddon(compiling, key, addon),
    ]),
  );
}

function compileAddon({ raw, source, keys }: Compiling, key: string, addon: RawAddon): Addon {
  const path: Path = ['addons', key];
  const locale = raw.locale ?? DEFAULT_LOCALE;
  const { capabilities, limits, meters } = statementsOf(source, keys, path, addon, locale);
  const cells = (from: Iterable<[string, Statement]>) =>
    sorted([...from].map(([name, statement]): [string, Cell] => [name, { ...statement, from: [key] }]));
  const at = placesIn(source, [...path, 'adds']);
  const added = Object.entries(addon.adds ?? {}).flatMap(([name, n]): [string, Statement][] => {
    const limit = keys.limits[name];
    if (!limit) return [];
    const { unit, per } = limit;
    return [[name, { value: { kind: 'amount', n, unit, ...(per && { per }), bound: 'exactly' }, at: at(name) }]];
  });
  return {
    key,
    ...named(addon.name, locale),
    also: addon.also ?? [],
    ...(addon.description && { description: addon.description }),
    audience: addon.audience ?? 'public',
    ...(addon.maturity && { maturity: addon.maturity }),
    for: addon.for ?? Object.keys(raw.plans),
    requires: addon.requires ?? [],
    excludes: addon.excludes ?? [],
    quantity: { at_least: 1, ...(addon.quantity ?? { at_most: 1 }) },
    prices: priceCells(source, addon.price, [...path, 'price'], raw.currency ?? 'USD'),
    capabilities: cells(capabilities),
    limits: cells(limits),
    meters: cells(meters),
    adds: cells(added),
    illustrative: addon.illustrative ?? [],
    at: placeOf(source, path, 'key'),
  };
}

/** A capability that `plan` lacks, and that an add-on for it gives, is had as an add-on. */
export function addonOffers(
  { raw, source }: Compiling,
  plan: string,
  capabilities: Record<string, Cell>,
): Record<string, Cell> {
  const offers = Object.entries(raw.addons ?? {}).filter(([, addon]) => !addon.for || addon.for.includes(plan));
  if (!offers.length) return capabilities;
  const out: Record<string, Cell> = Object.assign(Object.create(null), capabilities);
  for (const [name, addon] of offers)
    for (const key of [...(addon.has ?? []), ...Object.keys(addon.details ?? {})]) {
      if (out[key]?.value.kind !== 'excluded') continue;
      const index = addon.has?.indexOf(key) ?? -1;
      const path = index >= 0 ? ['addons', name, 'has', index] : ['addons', name, 'details', key];
      out[key] = { value: { kind: 'addon' }, at: placeOf(source, path), from: [name] };
    }
  return out;
}
