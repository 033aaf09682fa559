/** The declared units, roles, lines, capabilities, limits and meters go in; their compiled forms, sorted by key, come out. */
import {
  BUILT_IN_UNITS,
  type RawCapability,
  type RawLimit,
  type RawMatrix,
  type RawMeter,
  type RawUnit,
} from '../read/raw.ts';
import { placesIn, type Source } from '../read/source.ts';
import {
  type Capability,
  type FilePlace,
  type Key,
  type Limit,
  type Matrix,
  type Meter,
  STATE_NAMES,
  type StateName,
  type Unit,
} from '../types.ts';
import { duration } from './duration.ts';
import { sorted } from './sorted.ts';
import { byLocale, inLocale } from './words.ts';

/** The line of a plan that names none. */
export const ONLY_LINE = 'plans';

export const DEFAULT_LOCALE = 'en';

export type Keys = Pick<Matrix, 'units' | 'capabilities' | 'limits' | 'meters' | 'lines' | 'roles'>;

export function compileKeys(raw: RawMatrix, source: Source): Keys {
  const locale = raw.locale ?? DEFAULT_LOCALE;
  const all = <From, To>(
    part: string,
    from: Record<string, From> | undefined,
    compiled: (key: string, one: From, at: FilePlace) => To,
  ): Record<string, To> => {
    const at = placesIn(source, [part], 'key');
    return sorted(Object.entries(from ?? {}).map(([key, one]): [string, To] => [key, compiled(key, one, at(key))]));
  };
  return {
    units: sorted(
      Object.entries({ ...BUILT_IN_UNITS, ...raw.units }).map(([key, one]) => [key, unit(key, one, locale)]),
    ),
    roles: all('roles', raw.roles, (key, { name, also = [], description }, at) => ({
      key,
      ...named(name, locale),
      also,
      ...(description && { description }),
      at,
    })),
    lines: all('lines', raw.lines ?? onlyLine(raw), (key, { name, states, illustrative = [] }, at) => ({
      key,
      ...named(name, locale),
      states: inOrder(states ?? declared(raw)),
      illustrative,
      at,
    })),
    capabilities: all('capabilities', raw.capabilities, (key, one, at) => capability(key, one, locale, at)),
    limits: all('limits', raw.limits, (key, one, at) => limit(key, one, locale, at)),
    meters: all('meters', raw.meters, (key, one, at): Meter => {
      const { unit: counted, aggregates } = one;
      return { ...common(key, one, locale, at), unit: counted, ...(aggregates && { aggregates }) };
    }),
  };
}

function onlyLine({ product }: RawMatrix): NonNullable<RawMatrix['lines']> {
  return { [ONLY_LINE]: { name: product } };
}

export function named(name: RawUnit['one'], locale: string): { name: string; names: Record<string, string> } {
  return { name: inLocale(name, locale), names: byLocale(name) };
}

/** A unit without a plural is left to a rule; until it is stated, the singular stands in. */
function unit(key: string, { one, other = one }: RawUnit, locale: string): Unit {
  const [ones, others] = [byLocale(one), byLocale(other)];
  const locales = [...Object.keys(ones), ...Object.keys(others)].map((name): [string, Unit['locales'][string]] => [
    name,
    { ...(ones[name] && { one: ones[name] }), ...(others[name] && { other: others[name] }) },
  ]);
  return { key, one: inLocale(one, locale), other: inLocale(other, locale), locales: sorted(locales) };
}

function common(key: string, one: RawCapability | RawLimit | RawMeter, locale: string, at: FilePlace): Key {
  const { name, also = [], description, group, audience = 'public', maturity, lifecycle } = one;
  return {
    key,
    ...named(name, locale),
    also,
    ...(description && { description }),
    ...(group && { group }),
    audience,
    ...(maturity && { maturity }),
    ...(lifecycle && { lifecycle }),
    at,
  };
}

function capability(key: string, one: RawCapability, locale: string, at: FilePlace): Capability {
  const { needs = [], ungated } = one;
  return { ...common(key, one, locale, at), needs: [needs].flat(), ...(ungated && { ungated }) };
}

function limit(key: string, one: RawLimit, locale: string, at: FilePlace): Limit {
  const { soft, hard, grace, when_unreadable, on_downgrade, ungated } = one;
  return {
    ...common(key, one, locale, at),
    unit: one.unit,
    counts: one.counts ?? (one.per ? 'rate' : 'counted'),
    ...(one.per && { per: { n: 1, unit: one.per } }),
    ...(soft && { soft: share(soft) }),
    ...(hard && { hard: share(hard) }),
    rounding: one.rounding ?? 'down',
    ...(grace && { grace: duration(grace) }),
    ...(when_unreadable && { when_unreadable }),
    ...(on_downgrade && {
      on_downgrade: {
        ...(on_downgrade.hides_for && { hides_for: duration(on_downgrade.hides_for) }),
        afterwards: on_downgrade.then,
      },
    }),
    lines: one.lines ?? [],
    ...(ungated && { ungated }),
    illustrative: one.illustrative ?? [],
  };
}

/** `80%` is 0.8. */
function share(words: string): number {
  return Number.parseInt(words, 10) / 100;
}

function declared(raw: RawMatrix): StateName[] {
  const names = STATE_NAMES.filter((name) => raw.states?.[name]);
  return names.length ? names : ['active'];
}

/** Life-cycle order, whatever order the file has. */
export function inOrder(states: readonly StateName[]): StateName[] {
  return STATE_NAMES.filter((name) => states.includes(name));
}
