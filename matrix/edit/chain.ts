/** A contract goes in; what it holds, with all that it builds on, comes out. */
import { type Data, type DataMap, isList } from './data.ts';
import { at, type Path } from './step.ts';

/** A plan's, bundle's or past version's own statements. */
export type Chain = readonly DataMap[];

/** The sets that the contract at `path` is built from, nearest first. Loops and unknown names end it. */
export function chainOf(data: Data, path: Path): Chain {
  const chain = new Set<DataMap>();
  let set = at(data, path);
  while (set instanceof Map && !chain.has(set)) {
    chain.add(set);
    const base = String(set.get('everything_in') ?? '');
    set = at(data, ['plans', base]) ?? at(data, ['bundles', base]);
  }
  return [...chain];
}

/** The nearest set that takes or gives `key` decides; a closed list without it excludes; no list at all is unknown. */
export function capabilityIn(chain: Chain, key: string): 'included' | 'excluded' | 'unknown' {
  for (const set of chain) {
    if (listIn(set, 'without').includes(key)) return 'excluded';
    if (listIn(set, 'has').includes(key)) return 'included';
  }
  return chain.some((set) => isList(set.get('has'))) ? 'excluded' : 'unknown';
}

/** What the nearest set states; `unknown` where none does. */
export function limitIn(chain: Chain, key: string): Data {
  const stated = chain.map((set) => at(set, ['limits', key])).find((value) => value !== undefined);
  return stated ?? 'unknown';
}

export function listIn(set: DataMap, field: string): readonly Data[] {
  const list = set.get(field);
  return isList(list) ? list : [];
}
