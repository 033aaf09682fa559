/** A table and a holder enter; all that the holder has leaves: lists and numbers, written out. */

import type { ContractHolder } from '../../../app/evaluator/index.ts';
import type { EntitlementTable, LimitValue, StateRule, VersionRow } from '../../../app/evaluator/table.ts';
import { withAddons } from './addons.ts';
import { keyToday, versionToday } from './today.ts';

export interface Contents {
  capabilities: string[];
  meters: string[];
  /** Only what is stated: a number or `unlimited`. */
  limits: Map<string, number | 'unlimited'>;
}

export function contentsOf(table: EntitlementTable, holder: ContractHolder): Contents {
  const state = stateOf(table, holder.state);
  if (state === undefined) return nothing();
  if (state.keeps === 'nothing') return nothing();
  if (state.keeps === 'paid') return bought(table, holder);
  return fallenBack(table, holder, state);
}

export function stateOf(table: EntitlementTable, name: string | undefined): StateRule | undefined {
  if (name === undefined || !Object.hasOwn(table.states, name)) return undefined;
  return table.states[name as keyof EntitlementTable['states']];
}

function nothing(): Contents {
  return { capabilities: [], meters: [], limits: new Map() };
}

/** What the contract lists, what its version has, and what was bought on top. */
function bought(table: EntitlementTable, holder: ContractHolder): Contents {
  const row = rowOf(table, holder.version);
  const contents = nothing();
  for (const name of holder.capabilities ?? row?.capabilities ?? [])
    contents.capabilities.push(keyToday(table, 'capabilities', name));
  for (const name of holder.meters ?? row?.meters ?? []) contents.meters.push(keyToday(table, 'meters', name));
  for (const key of Object.keys(table.limits)) {
    const value = limitOf(table, holder, key);
    if (value !== undefined) contents.limits.set(key, value);
  }
  return row ? withAddons(table, row.plan, holder.addons ?? {}, contents) : contents;
}

function limitOf(table: EntitlementTable, holder: ContractHolder, key: string) {
  const row = rowOf(table, holder.version);
  const isUnknownVersion = holder.version !== undefined && row === undefined;
  if (isUnknownVersion) return undefined;
  if (row && Object.hasOwn(row.limits, key) && row.limits[key] !== 'unknown') return stated(row.limits[key]);
  return listedLimit(table, holder.limits ?? {}, key);
}

/** What it is called today counts first, then what it was called, in the alphabetical order of the old names. */
export function listedLimit(table: EntitlementTable, listed: Readonly<Record<string, unknown>>, key: string) {
  const oldNames = Object.keys(listed).filter((name) => name !== key && keyToday(table, 'limits', name) === key);
  const names = [...(Object.hasOwn(listed, key) ? [key] : []), ...oldNames.sort()];
  return names.length > 0 ? stated(listed[names[0]!]) : undefined;
}

/**
 * What expired has what the state falls back to, and nothing of what was listed or bought on top. A contract without a
 * version that lists what it has expires like any other; one that says nothing at all never had anything.
 */
function fallenBack(table: EntitlementTable, holder: ContractHolder, state: StateRule): Contents {
  const contents = nothing();
  const isKnown = rowOf(table, holder.version) !== undefined;
  const lists = holder.capabilities ?? holder.meters ?? holder.limits;
  const mayFallBack = isKnown || (holder.version === undefined && lists !== undefined);
  const row = rowOf(table, state.fallback);
  if (!mayFallBack || row === undefined) return contents;
  contents.capabilities.push(...row.capabilities);
  contents.meters.push(...(row.meters ?? []));
  for (const key of Object.keys(table.limits)) {
    const number = Object.hasOwn(row.limits, key) ? stated(row.limits[key]) : undefined;
    if (number !== undefined) contents.limits.set(key, number);
  }
  return contents;
}

export function rowOf(table: EntitlementTable, version: string | undefined): VersionRow | undefined {
  if (version === undefined) return undefined;
  const name = versionToday(table, version);
  return Object.hasOwn(table.versions, name) ? table.versions[name] : undefined;
}

/** What is no amount states nothing. Above 2^53 - 1, readers of JSON no longer agree on a number. */
export function stated(value: LimitValue | unknown): number | 'unlimited' | undefined {
  if (value === 'unlimited') return 'unlimited';
  return typeof value === 'number' && value >= 0 && value <= 2 ** 53 - 1 ? value : undefined;
}
