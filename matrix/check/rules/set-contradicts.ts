/** `set/contradicts`: a set that states a key twice in different ways, or takes away what nothing gives. */
import { chainOf } from '../../compile/resolve.ts';
import type { Problem } from '../../problem.ts';
import type { RawMatrix, RawSet } from '../../read/raw.ts';
import { type Path, placeOf, placesIn } from '../../read/source.ts';
import type { Checked, MatrixRule } from '../rule.ts';
import { type Stated, setsOf } from '../sets.ts';

export const setContradicts: MatrixRule = {
  id: 'set/contradicts',
  level: 'error',
  from: 'copy',
  find: (checked) => {
    const gives = new Map<RawSet, ReadonlySet<string>>();
    return setsOf(checked.raw).flatMap((stated) => [
      ...withWords(checked, stated),
      ...withoutIt(checked, stated, (set) => {
        const given = gives.get(set) ?? givenBy(set);
        gives.set(set, given);
        return given;
      }),
    ]);
  },
};

type Found = Omit<Problem, 'rule' | 'level'>;
type Given = (set: RawSet) => ReadonlySet<string>;

function givenBy({ has = [], details = {}, meters = [] }: RawSet): ReadonlySet<string> {
  return new Set([...has, ...Object.keys(details), ...meters]);
}

/** A key with words in place of its tick needs no tick. */
function withWords({ source }: Checked, { name, path, set }: Stated): Found[] {
  if (!set.details || !set.has) return [];
  const details = new Set(Object.keys(set.details));
  return set.has.flatMap((key, i) => {
    if (!details.has(key)) return [];
    const at = placeOf(source, [...path, 'has', i]);
    const words = placeOf(source, [...path, 'details', key], 'key');
    const found = `\`${name}\` has \`${key}\` with a tick and in words.`;
    const write = `\`${key}\` in one of the two: in \`details\` it is had as well.`;
    return [{ at, found, write, related: [{ at: words, words: 'The words stand here.' }] }];
  });
}

function withoutIt({ raw, source }: Checked, { name, path, set }: Stated, given: Given): Found[] {
  if (!set.without?.length) return [];
  const at = placesIn(source, [...path, 'without']);
  const own = given(set);
  return set.without.flatMap((key, i) => {
    if (own.has(key)) {
      const field = (['has', 'meters'] as const).find((one) => set[one]?.includes(key));
      const other: Path = field ? [...path, field, set[field]!.indexOf(key)] : [...path, 'details', key];
      const related = [{ at: placeOf(source, other, field ? 'value' : 'key'), words: `\`${name}\` has it here.` }];
      const found = `\`${name}\` has \`${key}\`, and is without it.`;
      return [{ at: at(i), found, write: 'the key in one of the two lists.', related }];
    }
    if (!takesNothing({ raw, path, set, given }, key)) return [];
    const found = `\`${name}\` is without \`${key}\`, which nothing that it builds on gives.`;
    return [{ at: at(i), found, write: 'the list without it, or the key that was meant.' }];
  });
}

/** Whether the key is lacked without saying so: a list is closed that holds it nowhere. Until one is, it would be unknown. */
function takesNothing(
  { raw, path, set, given }: { raw: RawMatrix; path: Path; set: RawSet; given: Given },
  key: string,
): boolean {
  const field = raw.capabilities && key in raw.capabilities ? 'has' : 'meters';
  if (field === 'meters' && !(raw.meters && key in raw.meters)) return false;
  const links = chainOf(raw, path, set);
  for (const link of links.slice(1)) {
    if (given(link.set).has(key)) return false;
    if (link.set.without?.includes(key)) return true;
  }
  return links.some((link) => link.set[field] !== undefined);
}
