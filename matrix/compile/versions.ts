/** Plans and past versions go in; one fully expanded contract for each comes out. */
import type { RawMatrix, RawPastVersion, RawPlan } from '../read/raw.ts';
import { type Path, placeOf, type Source } from '../read/source.ts';
import type { Bundle, Plan, Version } from '../types.ts';
import { addonOffers } from './addons.ts';
import { DEFAULT_LOCALE, inOrder, type Keys, named, ONLY_LINE } from './keys.ts';
import { priceCells } from './prices.ts';
import { chainOf, type Resolver } from './resolve.ts';
import { sorted } from './sorted.ts';

/** What compiling any contract needs. */
export interface Compiling {
  raw: RawMatrix;
  source: Source;
  keys: Keys;
  resolver: Resolver;
}

export function compilePlan({ raw, source }: Compiling, key: string, plan: RawPlan): Plan {
  return {
    key,
    ...named(plan.name, raw.locale ?? DEFAULT_LOCALE),
    also: plan.also ?? [],
    line: plan.line ?? ONLY_LINE,
    sale: plan.sale ?? 'on_sale',
    ...(plan.summary && { summary: plan.summary }),
    ...(plan.badge && { badge: plan.badge }),
    version: plan.version,
    ...(plan.everything_in && { everything_in: plan.everything_in }),
    illustrative: plan.illustrative ?? [],
    at: placeOf(source, ['plans', key], 'key'),
  };
}

export function compileBundles({ raw, source }: Compiling): Record<string, Bundle> {
  return sorted(
    Object.entries(raw.bundles ?? {}).map(([key, { everything_in, illustrative = [] }]): [string, Bundle] => [
      key,
      { key, ...(everything_in && { everything_in }), illustrative, at: placeOf(source, ['bundles', key], 'key') },
    ]),
  );
}

/** Current versions in page order, then past ones in file order. An id that stands twice, which a rule reports, is the first's. */
export function compileVersions(compiling: Compiling): Version[] {
  const { raw } = compiling;
  const current = Object.entries(raw.plans).map(([key, plan]) => currentVersion(compiling, key, plan));
  const past = Object.entries(raw.past_versions ?? {}).map(([key, version]) => pastVersion(compiling, key, version));
  const seen = new Set<string>();
  return [...current, ...past].filter(({ key }) => !seen.has(key) && seen.add(key));
}

function currentVersion(compiling: Compiling, key: string, plan: RawPlan): Version {
  const { name, names, line, sale } = compilePlan(compiling, key, plan);
  return {
    key: plan.version,
    plan: key,
    name,
    names,
    line,
    sale,
    status: 'current',
    states: inOrder(plan.states ?? compiling.keys.lines[line]?.states ?? []),
    ...contents(compiling, ['plans', key], plan, key),
    at: placeOf(compiling.source, ['plans', key, 'version']),
  };
}

function pastVersion(compiling: Compiling, key: string, past: RawPastVersion): Version {
  const { raw, source, keys } = compiling;
  const plan = raw.plans[past.of];
  const line = plan?.line ?? ONLY_LINE;
  return {
    key,
    plan: past.of,
    ...named(past.name ?? plan?.name ?? key, raw.locale ?? DEFAULT_LOCALE),
    line,
    sale: 'legacy',
    status: 'past',
    ...(past.until && { until: past.until }),
    ...(past.sunset_at && { sunset_at: past.sunset_at }),
    states: inOrder(past.states ?? keys.lines[line]?.states ?? []),
    ...contents(compiling, ['past_versions', key], past, past.of),
    at: placeOf(source, ['past_versions', key], 'key'),
  };
}

function contents(compiling: Compiling, path: Path, set: RawPlan | RawPastVersion, plan: string) {
  const { raw, source, resolver } = compiling;
  const links = chainOf(raw, path, set);
  const { capabilities, limits, meters } = resolver.cells(links);
  return {
    builds_on: links.slice(1).map((link) => link.name),
    capabilities: addonOffers(compiling, plan, capabilities),
    limits,
    meters,
    prices: priceCells(source, set.price, [...path, 'price'], raw.currency ?? 'USD'),
    illustrative: set.illustrative ?? [],
  };
}
