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

/** Fields that state something of a capability, or of a meter, in the order in which they count within one set. */
export const CAPABILITY_FIELDS = ['without', 'details', 'unknown', 'has'] as const;
export const METER_FIELDS = ['without', 'meters'] as const;
type Stating = (typeof CAPABILITY_FIELDS | typeof METER_FIELDS)[number];

/** The nearest set that states something of `key`, and the field in which it does. */
export function decision(
  chain: Chain,
  key: string,
  fields: readonly Stating[],
): { set: DataMap; field: Stating } | undefined {
  for (const set of chain) {
    const field = fields.find((one) => namesIn(set, one).includes(key));
    if (field) return { set, field };
  }
  return undefined;
}

/** Where nobody states anything, a closed list excludes; no list at all is unknown. Words in place of a tick include. */
export function capabilityIn(chain: Chain, key: string): 'included' | 'excluded' | 'unknown' {
  const decided = decision(chain, key, CAPABILITY_FIELDS);
  if (decided?.field === 'unknown') return 'unknown';
  if (decided) return decided.field === 'without' ? 'excluded' : 'included';
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

/** The words of a list, or the keys of a map. */
export function namesIn(set: DataMap, field: string): readonly Data[] {
  const stated = set.get(field);
  return stated instanceof Map ? [...stated.keys()] : listIn(set, field);
}
