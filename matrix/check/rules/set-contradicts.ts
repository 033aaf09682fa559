/** `set/contradicts`: a set that states one key in two ways: with a tick and in words, given and taken away, or known and not. */
import type { Problem } from '../../problem.ts';
import { type Path, placeOf, placesIn } from '../../read/source.ts';
import type { Checked, MatrixRule } from '../rule.ts';
import { givenBy, type Stated, setsOf } from '../sets.ts';

export const setContradicts: MatrixRule = {
  id: 'set/contradicts',
  level: 'error',
  from: 'copy',
  find: (checked) =>
    setsOf(checked.raw).flatMap((stated) => [
      ...inBoth(checked, stated),
      ...givenAndTaken(checked, stated),
      ...knownAndNot(checked, stated),
    ]),
};

type Found = Omit<Problem, 'rule' | 'level'>;

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

function givenAndTaken({ source }: Checked, { name, path, set }: Stated): Found[] {
  if (!set.without?.length) return [];
  const given = givenBy(set);
  const at = placesIn(source, [...path, 'without']);
  return set.without.flatMap((key, i) => {
    if (!given.has(key)) return [];
    const field = (['has', 'meters'] as const).find((one) => set[one]?.includes(key));
    const other: Path = field ? [...path, field, set[field]!.indexOf(key)] : [...path, 'details', key];
    return [
      {
        at: at(i),
        found: `\`${name}\` has \`${key}\`, and is without it.`,
        write: 'the key in one of the two lists.',
        related: [{ at: placeOf(source, other, field ? 'value' : 'key'), words: `\`${name}\` has it here.` }],
      },
    ];
  });
}

function knownAndNot({ source }: Checked, { name, path, set }: Stated): Found[] {
  if (!set.unknown?.length) return [];
  const at = placesIn(source, [...path, 'unknown']);
  return set.unknown.flatMap((key, i) => {
    const field = (['has', 'without', 'details'] as const).find((one) => names(set[one]).includes(key));
    if (!field) return [];
    const other: Path = [...path, field, field === 'details' ? key : names(set[field]).indexOf(key)];
    return [
      {
        at: at(i),
        found: `\`${name}\` says of \`${key}\` that it is unknown, and says whether it has it.`,
        write: 'the key in one of the two.',
        related: [{ at: placeOf(source, other, field === 'details' ? 'key' : 'value'), words: 'It is said here.' }],
      },
    ];
  });
}

function names(stated: readonly string[] | object | undefined): readonly string[] {
  return Array.isArray(stated) ? stated : Object.keys(stated ?? {});
}
