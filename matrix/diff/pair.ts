/** Two matrices go in; what in the one is what in the other, by id and by the earlier ids that it lists, comes out. */
import type { Key, Matrix, Version } from '../types.ts';

/** One side is missing of what came or went. */
export interface Pair<T> {
  before?: T;
  after?: T;
}

export type Part = 'capabilities' | 'limits' | 'meters';
export const PARTS: readonly Part[] = ['capabilities', 'limits', 'meters'];

/** What is now, in page order; then what is gone. An entry with another key is what lists the earlier key under `was`. */
function pairRecords<T>(
  before: Readonly<Record<string, T>>,
  after: Readonly<Record<string, T>>,
  order: { before: readonly string[]; after: readonly string[] },
  was: { before: Readonly<Record<string, string>>; after: Readonly<Record<string, string>> },
): Pair<T>[] {
  const back = new Map<string, string[]>();
  for (const [alias, key] of Object.entries(was.before)) back.set(key, [...(back.get(key) ?? []), alias]);
  const successor = (key: string): string | undefined => {
    if (after[key]) return key;
    const next = was.after[key];
    if (next !== undefined && after[next]) return next;
    return back.get(key)?.find((name) => after[name] && !before[name]);
  };
  const preimages = new Map<string, T[]>();
  const gone: Pair<T>[] = [];
  for (const key of order.before) {
    const next = successor(key);
    if (next === undefined) gone.push({ before: before[key]! });
    else preimages.set(next, [...(preimages.get(next) ?? []), before[key]!]);
  }
  const there = order.after.flatMap((key): Pair<T>[] => {
    const found = preimages.get(key);
    return found ? found.map((one) => ({ before: one, after: after[key]! })) : [{ after: after[key]! }];
  });
  return [...there, ...gone];
}

/** Without a prototype, so that no name is found in it. */
const NONE: Readonly<Record<string, string>> = Object.freeze(Object.create(null));

export interface Pairs {
  keys: Record<Part, Pair<Key>[]>;
  plans: Pair<Matrix['plans'][string]>[];
  addons: Pair<Matrix['addons'][string]>[];
  lines: Pair<Matrix['lines'][string]>[];
  /** Contracts under the id that now answers for them. */
  versions: { before: Version; after: Version }[];
  /** The key that a plan has now. */
  planNow: (before: string) => string | undefined;
  /** The key that a capability, limit or meter has now. */
  keyNow: (before: string) => string | undefined;
  addonNow: (before: string) => string | undefined;
}

export function pairMatrices(before: Matrix, after: Matrix): Pairs {
  const part = <T>(
    name: 'capabilities' | 'limits' | 'meters' | 'plans' | 'addons' | 'lines',
    was: 'keys' | 'plans' | 'addons' | undefined,
  ) =>
    pairRecords<T>(
      before[name] as unknown as Record<string, T>,
      after[name] as unknown as Record<string, T>,
      { before: before.order[name], after: after.order[name] },
      was ? { before: before.aliases[was], after: after.aliases[was] } : { before: NONE, after: NONE },
    );
  const keys = {
    capabilities: part<Key>('capabilities', 'keys'),
    limits: part<Key>('limits', 'keys'),
    meters: part<Key>('meters', 'keys'),
  };
  const plans = part<Matrix['plans'][string]>('plans', 'plans');
  const addons = part<Matrix['addons'][string]>('addons', 'addons');
  return {
    keys,
    plans,
    addons,
    lines: part('lines', undefined),
    versions: before.order.versions.flatMap((id) => {
      const now = versionNow(after, id);
      return now ? [{ before: before.versions[id]!, after: now }] : [];
    }),
    planNow: successors(plans),
    keyNow: successors(PARTS.flatMap((name) => keys[name])),
    addonNow: successors(addons),
  };
}

/** What an id that a contract carries is read as. */
export function versionNow(matrix: Matrix, id: string): Version | undefined {
  return matrix.versions[id] ?? matrix.versions[matrix.aliases.versions[id] ?? ''];
}

function successors(pairs: readonly Pair<{ key: string }>[]): (before: string) => string | undefined {
  const known = new Map(pairs.flatMap(({ before, after }) => (before && after ? [[before.key, after.key]] : [])));
  return (key) => known.get(key);
}
