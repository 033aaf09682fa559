/** The declared units, lines, capabilities and limits go in; their compiled forms, sorted by key, come out. */
import { BUILT_IN_UNITS, type RawCapability, type RawLimit, type RawMatrix } from '../read/raw.ts';
import { placeOf, type Source } from '../read/source.ts';
import { type Capability, type Limit, type Matrix, STATE_NAMES, type StateName } from '../types.ts';
import { sorted } from './sorted.ts';

/** The line of a plan that names none. */
export const ONLY_LINE = 'plans';

export type Keys = Pick<Matrix, 'units' | 'capabilities' | 'limits' | 'lines'>;

export function compileKeys(raw: RawMatrix, source: Source): Keys {
  const lines = raw.lines ?? { [ONLY_LINE]: { name: raw.product } };
  return {
    units: sorted(Object.entries({ ...BUILT_IN_UNITS, ...raw.units }).map(([key, unit]) => [key, { key, ...unit }])),
    lines: sorted(
      Object.entries(lines).map(([key, line]) => [
        key,
        {
          key,
          name: line.name,
          states: inOrder(line.states ?? declared(raw)),
          at: placeOf(source, ['lines', key], 'key'),
        },
      ]),
    ),
    capabilities: sorted(
      Object.entries(raw.capabilities ?? {}).map(([key, one]) => [key, capability(source, key, one)]),
    ),
    limits: sorted(Object.entries(raw.limits ?? {}).map(([key, one]) => [key, limit(source, key, one)])),
  };
}

function capability(
  source: Source,
  key: string,
  { name, also = [], group, audience = 'public', needs }: RawCapability,
): Capability {
  const at = placeOf(source, ['capabilities', key], 'key');
  return { key, name, also, ...(group && { group }), audience, ...(needs && { needs }), at };
}

function limit(source: Source, key: string, one: RawLimit): Limit {
  return {
    key,
    name: one.name,
    also: one.also ?? [],
    ...(one.group && { group: one.group }),
    audience: one.audience ?? 'public',
    unit: one.unit,
    counts: one.counts ?? (one.per ? 'rate' : 'counted'),
    ...(one.per && { per: { n: 1, unit: one.per } }),
    ...(one.soft && { soft: Number.parseInt(one.soft, 10) / 100 }),
    rounding: one.rounding ?? 'down',
    lines: one.lines ?? [],
    at: placeOf(source, ['limits', key], 'key'),
  };
}

function declared(raw: RawMatrix): StateName[] {
  const names = STATE_NAMES.filter((name) => raw.states?.[name]);
  return names.length ? names : ['active'];
}

/** Life-cycle order, whatever order the file has. */
export function inOrder(states: readonly StateName[]): StateName[] {
  return STATE_NAMES.filter((name) => states.includes(name));
}
