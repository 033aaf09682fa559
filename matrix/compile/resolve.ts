/** A plan's or version's sets go in, one cell for every declared key comes out, with the chain that led to it. */
import type { RawMatrix, RawSet } from '../read/raw.ts';
import { type Path, placeOf, type Source } from '../read/source.ts';
import type { Cell, Limit, Value } from '../types.ts';

interface Link {
  name: string;
  path: Path;
  set: RawSet;
}

/** The sets that `set` is built from, nearest first. Loops and unknown names end the chain; rules report them. */
export function chainOf(raw: RawMatrix, path: Path, set: RawSet): Link[] {
  const links: Link[] = [{ name: String(path.at(-1)), path, set }];
  const seen = new Set<string>();
  for (let next = set.everything_in; next && !seen.has(next); ) {
    seen.add(next);
    const link = linkTo(raw, next);
    if (!link) break;
    links.push(link);
    next = link.set.everything_in;
  }
  return links;
}

function linkTo(raw: RawMatrix, name: string): Link | undefined {
  const plan = raw.plans[name];
  if (plan) return { name, path: ['plans', name], set: plan };
  const bundle = raw.bundles?.[name];
  return bundle && { name, path: ['bundles', name], set: bundle };
}

/** The nearest set that gives or takes `key` decides; a closed list without it excludes; no list at all is unknown. */
export function capabilityCell(source: Source, links: Link[], key: string): Cell {
  const from: string[] = [];
  for (const link of links) {
    from.push(link.name);
    const taken = link.set.without?.indexOf(key) ?? -1;
    if (taken >= 0) return cell(source, { kind: 'excluded' }, [...link.path, 'without', taken], from);
    const given = link.set.has?.indexOf(key) ?? -1;
    if (given >= 0) return cell(source, { kind: 'included' }, [...link.path, 'has', given], from);
  }
  const closed = links.find((link) => link.set.has);
  const first = links[0]!;
  const path = closed ? [...closed.path, 'has'] : first.path;
  return { value: { kind: closed ? 'excluded' : 'unknown' }, at: placeOf(source, path, 'key'), from: [first.name] };
}

export function limitCell(source: Source, links: Link[], limit: Limit): Cell {
  const from: string[] = [];
  for (const link of links) {
    from.push(link.name);
    const stated = link.set.limits?.[limit.key];
    if (stated !== undefined) return cell(source, limitValue(stated, limit), [...link.path, 'limits', limit.key], from);
  }
  const first = links[0]!;
  return { value: { kind: 'unknown' }, at: placeOf(source, first.path, 'key'), from: [first.name] };
}

function limitValue(stated: number | 'unlimited' | 'unknown', limit: Limit): Value {
  if (stated === 'unknown') return { kind: 'unknown' };
  if (stated === 'unlimited') return { kind: 'unlimited', unit: limit.unit };
  return { kind: 'amount', n: stated, unit: limit.unit, ...(limit.per && { per: limit.per }), bound: 'exactly' };
}

function cell(source: Source, value: Value, path: Path, from: string[]): Cell {
  return { value, at: placeOf(source, path), from: [...from] };
}
