/** A laid-out table and a holder enter; what the holder's contract and state grant leaves. */

import { type CompiledTable, type CompiledVersion, find, type Grant, HELD, hold, setLimit } from './compiled-table.ts';
import { own } from './own.ts';
import type { AddonRow, LimitValue } from './table.ts';

export interface ContractHolder {
  /**
   * What the contract carries: a current or past version, or an alias that old tokens use. A contract without one is
   * what it lists itself, and nothing else.
   */
  readonly version?: string;
  /** One of the table's states; any other, and none, is kept as it is and grants nothing. */
  readonly state?: string;
  /** What the contract lists itself: takes the place of what its version has. */
  readonly capabilities?: readonly string[];
  readonly meters?: readonly string[];
  /**
   * Counts where the version states nothing, and without a version. The numbers of a known version always hold, and
   * those beside an unknown one never do.
   */
  readonly limits?: Readonly<Record<string, LimitValue>>;
  /** Add-ons bought, with how many. */
  readonly addons?: Readonly<Record<string, number>>;
}

/** An unknown version or state is never granted anything that it does not list. */
export function contractGrant(compiled: CompiledTable, holder: ContractHolder): Grant {
  const { version, state, capabilities, meters, limits, addons } = holder;
  const known = find(compiled.versions, version);
  if (!(capabilities || meters || limits || addons)) return (known && find(known.byState, state)) ?? compiled.nothing;
  const keeps = find(compiled.states, state)?.keeps;
  if (keeps === 'paid') return listedGrant(compiled, known, holder);
  if (known) return find(known.byState, state) ?? compiled.nothing;
  return fallback(compiled, version, state);
}

/** A contract that lists its own contents falls back like any other; one with an unknown version does not. */
function fallback(compiled: CompiledTable, version: string | undefined, state: string | undefined): Grant {
  const rule = find(compiled.states, state);
  if (version !== undefined || rule?.keeps !== 'fallback') return compiled.nothing;
  return find(compiled.versions, rule.fallback)?.own ?? compiled.nothing;
}

function listedGrant(compiled: CompiledTable, known: CompiledVersion | undefined, holder: ContractHolder): Grant {
  const base = known?.own ?? compiled.nothing;
  const { capabilities, meters, limits, addons } = holder;
  const changes = limits || addons;
  const grant: Grant = {
    capabilities: capabilities ? listed(compiled.capabilities, base.capabilities, capabilities) : base.capabilities,
    meters: meters ? listed(compiled.meters, base.meters, meters) : base.meters,
    limits: changes ? [...base.limits] : base.limits,
    soft: changes ? base.soft.slice() : base.soft,
    hard: changes ? base.hard.slice() : base.hard,
  };
  if (limits && (known || holder.version === undefined)) stateLimits(compiled, grant, limits);
  return addons ? withAddons(compiled, grant, known, addons) : grant;
}

function listed(index: CompiledTable['capabilities'], base: Uint8Array, keys: readonly string[]): Uint8Array {
  const marks = base.slice();
  for (let i = 0; i < marks.length; i++) marks[i]! &= ~HELD;
  hold(index, marks, keys);
  return marks;
}

/** Only what the version leaves open. */
function stateLimits(compiled: CompiledTable, grant: Grant, limits: Readonly<Record<string, LimitValue>>): void {
  const set = (name: string, place: number) => {
    if (grant.limits[place] === 'unknown') setLimit(grant, compiled.rules[place]!, place, limits[name]);
  };
  const { keys, places } = compiled.limits;
  const names = Object.keys(limits).filter((name) => places[name] !== undefined);
  // What it is called now counts before what it was called.
  for (const name of names) if (keys[places[name]!] === name) set(name, places[name]!);
  for (const name of names) set(name, places[name]!);
}

/** Numbers that take a place come first, then those that are added to it, whatever the order of buying. */
function withAddons(
  compiled: CompiledTable,
  grant: Grant,
  known: CompiledVersion | undefined,
  bought: Readonly<Record<string, number>>,
): Grant {
  const full = { ...grant, capabilities: grant.capabilities.slice(), meters: grant.meters.slice() };
  const { limits, rules } = compiled;
  const each = <T>(of: Readonly<Record<string, T>>, set: (place: number, value: T) => LimitValue) => {
    for (const [name, value] of Object.entries(of)) {
      const place = limits.places[name];
      if (place !== undefined) setLimit(full, rules[place]!, place, set(place, value));
    }
  };
  const addons = boughtAddons(compiled, known, bought);
  for (const { addon } of addons) {
    hold(compiled.capabilities, full.capabilities, addon.capabilities);
    hold(compiled.meters, full.meters, addon.meters);
    each(addon.limits, (_, value) => value);
  }
  for (const { addon, n } of addons) each(addon.adds, (place, more) => sum(full.limits[place]!, more, n));
  return full;
}

/** By key. Add-ons that the table does not know, or that cannot be bought with the plan, give nothing. */
function boughtAddons(
  { table }: CompiledTable,
  known: CompiledVersion | undefined,
  bought: Readonly<Record<string, number>>,
): { addon: AddonRow; n: number }[] {
  return Object.entries(bought)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, n]) => {
      const addon = own(table.addons ?? {}, key);
      const counts = Number.isSafeInteger(n) && n >= 1;
      return addon && known && counts && addon.for.includes(known.row.plan) ? [{ addon, n }] : [];
    });
}

/** What is not known stays so, however much is bought on top. */
function sum(value: LimitValue, more: number | 'unlimited', n: number): LimitValue {
  if (value === 'unlimited' || value === 'unknown') return value;
  return more === 'unlimited' ? more : value + more * n;
}
