/** `set/contradicts`: a set that states a key twice in different ways, or takes away what nothing gives. */
import { chainOf } from '../../compile/resolve.ts';
import type { Problem } from '../../problem.ts';
import type { RawSet } from '../../read/raw.ts';
import { type Path, placeOf, placesIn } from '../../read/source.ts';
import { Declared } from '../declared.ts';
import type { Checked, MatrixRule } from '../rule.ts';
import { type Stated, setsOf } from '../sets.ts';

export const setContradicts: MatrixRule = {
  id: 'set/contradicts',
  level: 'error',
  from: 'copy',
  find: (checked) => {
    const declared = new Declared(checked.raw);
    const known = new Map<RawSet, Sides>();
    const sides = (set: RawSet) => {
      const before = known.get(set) ?? sidesOf(set);
      known.set(set, before);
      return before;
    };
    return setsOf(checked.raw).flatMap((stated) => [
      ...inBoth(checked, stated),
      ...withoutIt(checked, stated, { declared, sides }),
    ]);
  },
};

type Found = Omit<Problem, 'rule' | 'level'>;

/** What a set gives and takes, each set read once however many build on it. */
interface Sides {
  gives: ReadonlySet<string>;
  takes: ReadonlySet<string>;
}

interface Lookup {
  declared: Declared;
  sides(set: RawSet): Sides;
}

function sidesOf({ has = [], details = {}, meters = [], without = [] }: RawSet): Sides {
  return { gives: new Set([...has, ...Object.keys(details), ...meters]), takes: new Set(without) };
}

/** A key with words in place of its tick needs no tick. */
function inBoth({ source }: Checked, { name, path, set }: Stated): Found[] {
  if (!set.details || !set.has) return [];
  const details = new Set(Object.keys(set.details));
  return set.has.flatMap((key, i) => {
    if (!details.has(key)) return [];
    const words = placeOf(source, [...path, 'details', key], 'key');
    return [
      {
        at: placeOf(source, [...path, 'has', i]),
        found: `\`${name}\` has \`${key}\` both with a tick and in words.`,
        write: `\`${key}\` in \`details\` alone, if the words are meant; it is had by that as well.`,
        related: [{ at: words, words: 'The words stand here.' }],
      },
    ];
  });
}

function withoutIt({ raw, source }: Checked, { name, path, set }: Stated, { declared, sides }: Lookup): Found[] {
  if (!set.without?.length) return [];
  const at = placesIn(source, [...path, 'without']);
  const own = sides(set).gives;
  const links = chainOf(raw, path, set);
  /** Where no list is closed, what nobody states is unknown, and being without it says something. */
  const closed = (key: string) => {
    if (declared.names('capability').has(key)) return links.some((link) => link.set.has);
    return declared.names('meter').has(key) && links.some((link) => link.set.meters);
  };
  const inherits = (key: string) => {
    const nearest = links.slice(1).find((link) => sides(link.set).gives.has(key) || sides(link.set).takes.has(key));
    return nearest !== undefined && !sides(nearest.set).takes.has(key);
  };
  return set.without.flatMap((key, i) => {
    if (own.has(key)) return [givenAndTaken(source, at(i), { name, path, set }, key)];
    if (!closed(key) || inherits(key)) return [];
    const found = `\`${name}\` is without \`${key}\`, which nothing that it builds on gives.`;
    return [{ at: at(i), found, write: 'the list without it, or the key that was meant.' }];
  });
}

function givenAndTaken(source: Checked['source'], at: Found['at'], { name, path, set }: Stated, key: string): Found {
  const field = (['has', 'meters'] as const).find((one) => set[one]?.includes(key));
  const other: Path = field ? [...path, field, set[field]!.indexOf(key)] : [...path, 'details', key];
  return {
    at,
    found: `\`${name}\` has \`${key}\`, and is without it.`,
    write: 'the key in one of the two lists.',
    related: [{ at: placeOf(source, other, field ? 'value' : 'key'), words: `\`${name}\` has it here.` }],
  };
}
