/** A matrix as its file states it goes in; the texts that customers read of it, with their paths, come out. */
import type { RawMatrix } from '../read/raw.ts';
import type { Path } from '../read/source.ts';

export interface Text {
  words: string;
  path: Path;
}

/** Every text in `value`: one, one for each language, a list, or a record of any of them. */
export function textsIn(value: unknown, path: Path): Text[] {
  if (typeof value === 'string') return [{ words: value, path }];
  if (Array.isArray(value)) return value.flatMap((one, i) => textsIn(one, [...path, i]));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, one]) => textsIn(one, [...path, key]));
}

/** What customers read of the things that each part declares. */
const SHOWN = {
  units: ['one', 'other'],
  roles: ['name', 'also', 'description'],
  lines: ['name'],
  capabilities: ['name', 'also', 'description', 'group'],
  limits: ['name', 'also', 'description', 'group'],
  meters: ['name', 'also', 'description', 'group'],
  bundles: ['details'],
  plans: ['name', 'also', 'summary', 'badge', 'details'],
  addons: ['name', 'also', 'description', 'details'],
  states: ['locked'],
} as const satisfies { [part in keyof RawMatrix]?: readonly string[] };

type Thing = Record<string, unknown> & { audience?: string; sale?: string };

/** What no customer reads is left out, and so is what was sold once: it bears the words of its time. */
export function shownTexts(raw: RawMatrix): Text[] {
  const parts = Object.entries(SHOWN).flatMap(([part, fields]) =>
    Object.entries((raw[part as keyof typeof SHOWN] ?? {}) as Record<string, Thing>)
      .filter(([, thing]) => isShown(thing))
      .flatMap(([key, thing]) => fields.flatMap((field) => textsIn(thing[field], [part, key, field]))),
  );
  const gates = (raw.gates ?? []).flatMap(({ locked, shows }, i) => [
    ...textsIn(locked, ['gates', i, 'locked']),
    ...textsIn(shows?.name, ['gates', i, 'shows', 'name']),
  ]);
  return [{ words: raw.product, path: ['product'] }, ...parts, ...gates];
}

function isShown({ audience = 'public', sale = 'on_sale' }: Thing): boolean {
  return audience !== 'internal' && audience !== 'marker' && ['on_sale', 'on_request', 'before_launch'].includes(sale);
}
