/** A matrix goes in; everything in it that gives keys (plans, bundles, old contracts, add-ons) comes out, with its place. */
import type { RawAddon, RawMatrix, RawSet } from '../read/raw.ts';
import type { Path } from '../read/source.ts';

export interface Stated {
  name: string;
  path: Path;
  set: RawSet & Pick<RawAddon, 'adds'>;
}

export function setsOf(raw: RawMatrix): Stated[] {
  return (['plans', 'bundles', 'past_versions', 'addons'] as const).flatMap((part) =>
    Object.entries<Stated['set']>(raw[part] ?? {}).map(([name, set]) => ({ name, path: [part, name], set })),
  );
}

/** The capabilities and meters that a set gives of its own. */
export function givenBy({ has = [], details = {}, meters = [] }: RawSet): ReadonlySet<string> {
  return new Set([...has, ...Object.keys(details), ...meters]);
}
