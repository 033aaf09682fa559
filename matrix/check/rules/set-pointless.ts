/** `set/pointless`: a set that takes away what nothing that it builds on gives. */
import { chainOf, type Link } from '../../compile/resolve.ts';
import type { RawSet } from '../../read/raw.ts';
import { placesIn } from '../../read/source.ts';
import { Declared } from '../declared.ts';
import type { Checked, MatrixRule } from '../rule.ts';
import { givenBy, type Stated, setsOf } from '../sets.ts';

export const setPointless: MatrixRule = {
  id: 'set/pointless',
  level: 'warning',
  from: 'copy',
  find: (checked) => {
    const declared = new Declared(checked.raw);
    const known = new Map<RawSet, Sides>();
    const sides = (set: RawSet) => {
      const before = known.get(set) ?? { gives: said(set), takes: new Set(set.without) };
      known.set(set, before);
      return before;
    };
    return setsOf(checked.raw).flatMap((stated) => pointless(checked, stated, { declared, sides }));
  },
};

/** What a set gives, or leaves open, and takes, each set read once however many build on it. */
interface Sides {
  gives: ReadonlySet<string>;
  takes: ReadonlySet<string>;
}

/** To be without what is not known of the base says something. */
function said(set: RawSet): ReadonlySet<string> {
  return set.unknown ? new Set([...givenBy(set), ...set.unknown]) : givenBy(set);
}

interface Lookup {
  declared: Declared;
  sides(set: RawSet): Sides;
}

function pointless({ raw, source }: Checked, { name, path, set }: Stated, { declared, sides }: Lookup) {
  if (!set.without?.length) return [];
  const at = placesIn(source, [...path, 'without']);
  const links = chainOf(raw, path, set);
  const inherits = (key: string) => {
    const nearest = links.slice(1).find((link) => sides(link.set).gives.has(key) || sides(link.set).takes.has(key));
    return nearest !== undefined && !sides(nearest.set).takes.has(key);
  };
  return set.without.flatMap((key, i) => {
    // A key that is given here as well is a contradiction.
    if (sides(set).gives.has(key) || !isClosed(declared, links, key) || inherits(key)) return [];
    const found = `\`${name}\` is without \`${key}\`, which nothing that it builds on gives.`;
    return [{ at: at(i), found, write: 'the list without it, or the key that was meant.' }];
  });
}

/** Where no list is closed, what nobody states is unknown, and being without it says something. */
function isClosed(declared: Declared, links: readonly Link[], key: string): boolean {
  if (declared.names('capability').has(key)) return links.some((link) => link.set.has);
  return declared.names('meter').has(key) && links.some((link) => link.set.meters);
}
