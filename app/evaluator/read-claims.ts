/** Anything that calls itself claims enters; claims in today's names leave, with what was odd about them. */

import type { Claims } from './claims.ts';
import { type CompiledTable, compiled, find, type KeyIndex } from './compiled-table.ts';
import { byNameOfToday } from './contract-grant.ts';
import { own } from './own.ts';
import type { EntitlementTable, LimitValue } from './table.ts';

/** Longer lists and names are no product's. */
const MOST = 10_000;
const LONGEST = 200;

export interface ReadClaims {
  readonly claims: Claims;
  readonly problems: readonly string[];
}

/**
 * Aliases of versions and keys become what they stand for now, and are never written again. The numbers of a version
 * that the table knows take the place of those carried, so that a cap left in an old record is gone; beside a version
 * that it does not know, no number counts. A field of a wrong type is left out and told. Throws only on a broken table.
 */
export function readClaims(table: EntitlementTable, carried: unknown): ReadClaims {
  const problems: string[] = [];
  const laidOut = compiled(table);
  const fields = record(carried, 'the claims', problems) ?? {};
  const version = text(fields, 'plan_version', problems);
  const state = text(fields, 'subscription_state', problems);
  const capabilities = keys(fields, 'capabilities', laidOut.capabilities, problems);
  const meters = keys(fields, 'meters_enabled', laidOut.meters, problems);
  const limits = reconciled(laidOut, version, limitsIn(fields, laidOut.limits, problems));
  const addons = addonsIn(fields, problems);
  const ends = endIn(fields, problems);
  const claims: Claims = {
    ...(version !== undefined && { plan_version: find(laidOut.versions, version)?.id ?? version }),
    ...(state !== undefined && { subscription_state: state }),
    ...(capabilities && { capabilities }),
    ...(limits && { limits }),
    ...(meters && { meters_enabled: meters }),
    ...(addons && { addons }),
    ...(ends !== undefined && { state_ends_at: ends }),
  };
  return { claims, problems };
}

type Fields = Readonly<Record<string, unknown>>;

function record(value: unknown, what: string, problems: string[]): Fields | undefined {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  if (value !== undefined) problems.push(`${what}: expected a map, found ${kindOf(value)}`);
  return undefined;
}

function text(fields: Fields, name: string, problems: string[]): string | undefined {
  const value = own(fields, name);
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' && value !== '' && value.length <= LONGEST) return value;
  problems.push(`${name}: expected a name of at most ${LONGEST} characters, found ${kindOf(value)}`);
  return undefined;
}

/** Sorted, each once. Keys that the table lacks are kept: a newer product may ask for them. */
function keys(fields: Fields, name: string, index: KeyIndex, problems: string[]): string[] | undefined {
  const value = own(fields, name);
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value) || value.length > MOST) {
    problems.push(`${name}: expected a list of at most ${MOST} keys, found ${kindOf(value)}`);
    return undefined;
  }
  const named = value.filter((one): one is string => typeof one === 'string' && one !== '' && one.length <= LONGEST);
  if (named.length < value.length) problems.push(`${name}: ${value.length - named.length} entries are no keys`);
  return [...new Set(named.map((key) => canonical(index, key)))].sort();
}

function canonical({ keys: names, places }: KeyIndex, key: string): string {
  const place = places[key];
  return place === undefined ? key : names[place]!;
}

/** What a limit is called now counts before what it was called. */
function limitsIn(fields: Fields, index: KeyIndex, problems: string[]): Map<string, LimitValue> | undefined {
  const stated = own(fields, 'limits');
  if (stated === undefined || stated === null) return undefined;
  const listed = record(stated, 'limits', problems);
  if (!listed) return undefined;
  const entries = Object.entries(listed);
  if (entries.length > MOST) {
    problems.push(`limits: expected at most ${MOST}, found ${entries.length}`);
    return undefined;
  }
  const out = new Map<string, LimitValue>();
  const inOrder = byNameOfToday(index);
  for (const [name, value] of entries.sort(([a], [b]) => inOrder(a, b))) {
    const key = canonical(index, name);
    if (!out.has(key)) out.set(key, limitValue(name, value, problems));
  }
  return out;
}

function limitValue(name: string, value: unknown, problems: string[]): LimitValue {
  if (value === 'unlimited' || value === 'unknown') return value;
  if (typeof value === 'number' && value >= 0 && value <= Number.MAX_SAFE_INTEGER) return value;
  problems.push(
    `limits.${name.slice(0, LONGEST)}: expected a number of 0 or more, or "unlimited", found ${kindOf(value)}`,
  );
  return 'unknown';
}

function reconciled(
  { versions, limits: { places } }: CompiledTable,
  version: string | undefined,
  carried: Map<string, LimitValue> | undefined,
): Record<string, LimitValue> | undefined {
  if (!carried) return undefined;
  const known = find(versions, version);
  if (version !== undefined && !known) return {};
  const out: [string, LimitValue][] = [...carried].map(([key, value]) => {
    const place = places[key];
    const stated = place === undefined ? 'unknown' : known?.own.limits[place];
    return [key, stated === undefined || stated === 'unknown' ? value : stated];
  });
  return Object.fromEntries(out.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function addonsIn(fields: Fields, problems: string[]): Record<string, number> | undefined {
  const stated = own(fields, 'addons');
  if (stated === undefined || stated === null) return undefined;
  const listed = record(stated, 'addons', problems);
  if (!listed) return undefined;
  const entries = Object.entries(listed);
  const counted = entries.filter((one): one is [string, number] => Number.isSafeInteger(one[1]) && Number(one[1]) > 0);
  if (counted.length < entries.length) problems.push(`addons: ${entries.length - counted.length} have no whole number`);
  return Object.fromEntries(counted.slice(0, MOST).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function endIn(fields: Fields, problems: string[]): number | undefined {
  const value = own(fields, 'state_ends_at');
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value;
  problems.push(`state_ends_at: expected seconds since 1970, found ${kindOf(value)}`);
  return undefined;
}

/** Never the value itself: it may be a secret, or a megabyte. */
function kindOf(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'string') return `a text of ${value.length} characters`;
  return value === null ? 'null' : typeof value === 'number' ? String(value) : typeof value;
}
