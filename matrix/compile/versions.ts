/** Plans and past versions go in; one fully expanded contract for each comes out. */
import type { RawMatrix, RawPastVersion, RawPlan } from '../read/raw.ts';
import { type Path, placeOf, type Source } from '../read/source.ts';
import type { Plan, Version } from '../types.ts';
import { inOrder, type Keys, ONLY_LINE } from './keys.ts';
import { priceCells } from './prices.ts';
import { capabilityCell, chainOf, limitCell } from './resolve.ts';
import { sorted } from './sorted.ts';

export function compilePlan(source: Source, key: string, plan: RawPlan): Plan {
  return {
    key,
    name: plan.name,
    also: plan.also ?? [],
    line: plan.line ?? ONLY_LINE,
    sale: plan.sale ?? 'on_sale',
    ...(plan.summary && { summary: plan.summary }),
    version: plan.version,
    ...(plan.everything_in && { everything_in: plan.everything_in }),
    illustrative: plan.illustrative ?? [],
    at: placeOf(source, ['plans', key], 'key'),
  };
}

/** Current versions in page order, then past ones in file order. */
export function compileVersions(raw: RawMatrix, source: Source, keys: Keys): Version[] {
  const current = Object.entries(raw.plans).map(([key, plan]) => currentVersion(raw, source, keys, key, plan));
  const past = Object.entries(raw.past_versions ?? {}).map(([key, version]) =>
    pastVersion(raw, source, keys, key, version),
  );
  return [...current, ...past];
}

function currentVersion(raw: RawMatrix, source: Source, keys: Keys, key: string, plan: RawPlan): Version {
  const { name, line, sale } = compilePlan(source, key, plan);
  return {
    key: plan.version,
    plan: key,
    name,
    line,
    sale,
    status: 'current',
    states: inOrder(plan.states ?? keys.lines[line]?.states ?? []),
    ...contents(raw, source, keys, ['plans', key], plan),
    at: placeOf(source, ['plans', key, 'version']),
  };
}

function pastVersion(raw: RawMatrix, source: Source, keys: Keys, key: string, past: RawPastVersion): Version {
  const plan = raw.plans[past.of];
  const line = plan?.line ?? ONLY_LINE;
  return {
    key,
    plan: past.of,
    name: past.name ?? plan?.name ?? key,
    line,
    sale: 'legacy',
    status: 'past',
    until: past.until,
    states: inOrder(past.states ?? keys.lines[line]?.states ?? []),
    ...contents(raw, source, keys, ['past_versions', key], past),
    at: placeOf(source, ['past_versions', key], 'key'),
  };
}

function contents(raw: RawMatrix, source: Source, keys: Keys, path: Path, set: RawPlan | RawPastVersion) {
  const links = chainOf(raw, path, set);
  return {
    builds_on: links.slice(1).map((link) => link.name),
    capabilities: sorted(Object.keys(keys.capabilities).map((key) => [key, capabilityCell(source, links, key)])),
    limits: sorted(Object.values(keys.limits).map((limit) => [limit.key, limitCell(source, links, limit)])),
    prices: priceCells(source, set.price, [...path, 'price'], raw.currency ?? 'USD'),
    illustrative: set.illustrative ?? [],
  };
}
