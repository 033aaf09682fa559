/** A printed table enters; the same facts leave laid out for speed: a number for each key, a flat list for each contract. */

import { checkShape } from './check-shape.ts';
import { hardEdge, softEdge } from './edges.ts';
import type { EntitlementTable, Lifecycle, LimitRule, LimitValue, StateRule, VersionRow } from './table.ts';

/**
 * A record without a prototype, so that no name is found in it that nobody put there. It is asked twice as fast as a
 * `Map`, which is most of the time of an answer; ask it only with what is known to be a string.
 */
export type Lookup<T> = Readonly<Record<string, T | undefined>>;

/** Keys and the aliases that lead to them, each with the place of its key in every list. */
export interface KeyIndex {
  readonly keys: readonly string[];
  readonly places: Lookup<number>;
}

/** What one contract holds now, by the places of its keys. */
export interface Grant {
  /** `HELD` and `OUTGOING`, added. */
  readonly capabilities: Uint8Array;
  readonly meters: Uint8Array;
  readonly limits: readonly LimitValue[];
  /** The last amounts without a warning and at all; -1 where nothing is stated, Infinity where nothing ends it. */
  readonly soft: Float64Array;
  readonly hard: Float64Array;
}

export const HELD = 1;
/** Deprecated: it works, and whoever asks is told once. */
export const OUTGOING = 2;

export interface CompiledTable {
  readonly table: EntitlementTable;
  readonly capabilities: KeyIndex;
  readonly limits: KeyIndex;
  readonly meters: KeyIndex;
  /** By place. */
  readonly rules: readonly LimitRule[];
  /** By version id or alias. */
  readonly versions: Lookup<CompiledVersion>;
  readonly states: Lookup<StateRule>;
  readonly nothing: Grant;
  /** Keys whose warning was given. */
  readonly warned: Set<string>;
}

export interface CompiledVersion {
  /** What it is called today. */
  readonly id: string;
  readonly row: VersionRow;
  readonly own: Grant;
  readonly byState: Lookup<Grant>;
}

let last: CompiledTable | undefined;
const known = new WeakMap<EntitlementTable, CompiledTable>();

/** Laid out once for each table, which must not change afterwards. Throws on a table of another shape. */
export function compiled(table: EntitlementTable): CompiledTable {
  if (last?.table === table) return last;
  const before = known.get(table);
  last = before ?? layOut(table);
  if (!before) known.set(table, last);
  return last;
}

function layOut(table: EntitlementTable): CompiledTable {
  checkShape(table);
  const aliases = Object.entries(table.aliases.keys);
  const capabilities = indexOf(table.capabilities, aliases);
  const limits = indexOf(table.limits, aliases);
  const meters = indexOf(table.meters ?? {}, aliases);
  const rules = limits.keys.map((key) => table.limits[key]!);
  const indices = { table, capabilities, limits, meters, rules };
  const nothing = grantOf(indices, { capabilities: [], limits: {} });
  const grants = new Map(Object.entries(table.versions).map(([id, row]) => [id, grantOf(indices, row)]));
  const states = Object.entries(table.states);
  const versions = [...grants].map(([id, own]): [string, CompiledVersion] => {
    const kept = (rule: StateRule) => (rule.keeps === 'paid' ? own : grants.get(fallbackOf(rule) ?? '')) ?? nothing;
    const byState = lookup(states.map(([name, rule]) => [name, kept(rule)]));
    return [id, { id, row: table.versions[id]!, own, byState }];
  });
  const known = lookup(versions);
  const others = Object.entries(table.aliases.versions).flatMap(([alias, id]): typeof versions =>
    known[id] ? [[alias, known[id]]] : [],
  );
  return { ...indices, versions: lookup([...others, ...versions]), states: lookup(states), nothing, warned: new Set() };
}

/** Of two entries with one name, the later one stays. */
function lookup<T>(entries: readonly (readonly [string, T])[]): Lookup<T> {
  const out: Record<string, T | undefined> = Object.create(null);
  for (const [name, value] of entries) out[name] = value;
  return out;
}

/** The entry of that name; nothing for what is no string. */
export function find<T>(names: Lookup<T>, name: unknown): T | undefined {
  return typeof name === 'string' ? names[name] : undefined;
}

function fallbackOf({ keeps, fallback }: StateRule): string | undefined {
  return keeps === 'fallback' ? fallback : undefined;
}

function indexOf(records: Readonly<Record<string, unknown>>, aliases: readonly [string, string][]): KeyIndex {
  const keys = Object.keys(records);
  const own = keys.map((key, place) => [key, place] as const);
  const known = lookup(own);
  const others = aliases.flatMap(([alias, key]) => (known[key] === undefined ? [] : [[alias, known[key]] as const]));
  return { keys, places: lookup([...others, ...own]) };
}

type Indices = Pick<CompiledTable, 'table' | 'capabilities' | 'limits' | 'meters' | 'rules'>;

function grantOf(indices: Indices, row: Pick<VersionRow, 'capabilities' | 'limits' | 'meters'>): Grant {
  const { table, capabilities, limits, meters, rules } = indices;
  const grant: Grant = {
    capabilities: outgoing(capabilities.keys, table.capabilities),
    meters: outgoing(meters.keys, table.meters ?? {}),
    limits: limits.keys.map(() => 'unknown' as const),
    soft: new Float64Array(limits.keys.length).fill(-1),
    hard: new Float64Array(limits.keys.length).fill(-1),
  };
  hold(capabilities, grant.capabilities, row.capabilities);
  hold(meters, grant.meters, row.meters ?? []);
  for (const [key, value] of Object.entries(row.limits)) {
    const place = limits.places[key];
    if (place !== undefined) setLimit(grant, rules[place]!, place, value);
  }
  return grant;
}

function outgoing(keys: readonly string[], records: Readonly<Record<string, Lifecycle>>): Uint8Array {
  return Uint8Array.from(keys, (key) => (records[key]?.deprecated ? OUTGOING : 0));
}

/** Marks every listed key that the table knows; others are nothing that the product could ask for. */
export function hold({ places }: KeyIndex, marks: Uint8Array, keys: readonly string[]): void {
  for (let i = 0; i < keys.length; i++) {
    const place = find(places, keys[i]);
    if (place !== undefined) marks[place]! |= HELD;
  }
}

/**
 * A value that is no number from 0 to 2^53 - 1, and not `unlimited`, is `unknown`: above, readers of JSON no longer agree
 * on a number.
 */
export function setLimit(grant: Grant, rule: LimitRule, place: number, value: unknown): void {
  const isAmount = typeof value === 'number' && value >= 0 && value <= Number.MAX_SAFE_INTEGER;
  const stated = isAmount || value === 'unlimited' ? value : 'unknown';
  (grant.limits as LimitValue[])[place] = stated;
  grant.soft[place] = isAmount ? softEdge(rule, value) : stated === 'unlimited' ? Number.POSITIVE_INFINITY : -1;
  grant.hard[place] = isAmount ? hardEdge(rule, value) : stated === 'unlimited' ? Number.POSITIVE_INFINITY : -1;
}
