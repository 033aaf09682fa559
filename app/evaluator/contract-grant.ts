/** A laid-out table and a holder enter; what the holder's contract and state grant leaves. */

import { type CompiledTable, type CompiledVersion, find, type Grant, HELD, hold, setLimit } from './compiled-table.ts';
import { own } from './own.ts';
import type { AddonRow, LimitValue } from './table.ts';

export interface ContractHolder {
  /**
   * What the contract carries: a current or past version, or an alias that old tokens use. A contract without one is
   * what it lists itself, and nothing else; it expires like any other if it lists anything.
   */
  readonly version?: string;
  /** One of the table's states; any other, and none, is kept as it is and grants nothing. */
  readonly state?: string;
  /** What the contract lists itself: takes the place of what its version has. */
  readonly capabilities?: readonly string[];
  readonly meters?: readonly string[];
  /**
   * Counts where the version states nothing, and without a version. The numbers of a known version always hold, and
   * those beside an unknown one never do. Where several names of one limit are listed, the name of today counts, then
   * the first old one in the alphabet.
   */
  readonly limits?: Readonly<Record<string, LimitValue>>;
  /**
   * Add-ons bought, with how many: whole numbers of 1 or more. They are had on top of what is listed, by a version that
   * they are for, as long as the state keeps what was paid. Of several that take the place of a number the greatest
   * counts; one that does not state it takes no place; what is added never leads beyond 2^53 - 1.
   */
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
  return fallback(compiled, holder);
}

/** A contract that lists its own contents falls back like any other; one with an unknown version does not. */
function fallback(compiled: CompiledTable, { version, state, capabilities, meters, limits }: ContractHolder): Grant {
  const rule = find(compiled.states, state);
  const lists = capabilities || meters || limits;
  if (version !== undefined || !lists || rule?.keeps !== 'fallback') return compiled.nothing;
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
  const { places } = compiled.limits;
  const named = new Set<number>();
  for (const name of Object.keys(limits).sort(byNameOfToday(compiled.limits))) {
    const place = places[name];
    if (place === undefined || named.has(place)) continue;
    named.add(place);
    if (grant.limits[place] === 'unknown') setLimit(grant, compiled.rules[place]!, place, limits[name]);
  }
}

/** What it is called now comes before what it was called, and that by the alphabet: maps have no order. */
export function byNameOfToday({ keys, places }: CompiledTable['limits']): (a: string, b: string) => number {
  const isOld = (name: string) => Number(keys[places[name] ?? -1] !== name);
  return (a, b) => isOld(a) - isOld(b) || (a < b ? -1 : 1);
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
  const taken = new Set<number>();
  for (const { addon } of addons) {
    hold(compiled.capabilities, full.capabilities, addon.capabilities);
    hold(compiled.meters, full.meters, addon.meters);
    each(addon.limits, (place, value) => {
      const before = full.limits[place]!;
      if (value === 'unknown') return before;
      const isFirst = !taken.has(place);
      taken.add(place);
      return isFirst ? value : most(before, value);
    });
  }
  for (const { addon, n } of addons) each(addon.adds, (place, more) => sum(full.limits[place]!, more, n));
  return full;
}

/** Add-ons that the table does not know, or that cannot be bought with the plan, give nothing. */
function boughtAddons(
  { table }: CompiledTable,
  known: CompiledVersion | undefined,
  bought: Readonly<Record<string, number>>,
): { addon: AddonRow; n: number }[] {
  return Object.entries(bought).flatMap(([key, n]) => {
    const addon = own(table.addons ?? {}, key);
    const counts = Number.isSafeInteger(n) && n >= 1;
    return addon && known && counts && addon.for.includes(known.row.plan) ? [{ addon, n }] : [];
  });
}

/** Of two that take a place: what was bought never takes away what else was bought. */
function most(a: LimitValue, b: LimitValue): LimitValue {
  if (typeof a !== 'number' || typeof b !== 'number') return 'unlimited';
  return Math.max(a, b);
}

/** What is not known stays so, however much is bought on top. */
function sum(value: LimitValue, more: number | 'unlimited', n: number): LimitValue {
  if (value === 'unlimited' || value === 'unknown') return value;
  return more === 'unlimited' ? more : Math.min(value + more * n, Number.MAX_SAFE_INTEGER);
}
