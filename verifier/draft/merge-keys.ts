/** Clues in reading order go in; one key for each thing that they name, with the other words for it, comes out. */

import type { FoundKey } from '../../matrix/draft/types.ts';
import { withoutAside } from './key-name.ts';
import type { KeyClue } from './keys-in-tables.ts';
import { isUsual } from './plan-name.ts';

/** Letters by which forms of one word are alike: "removal" and "remove", "domains" and "domain". */
const STEM = 5;
const EMPTY = new Set('of the a an and or for to in on with per your'.split(' '));

export function mergeKeys(clues: readonly KeyClue[], taken: ReadonlySet<string>): FoundKey[] {
  const merged: Merged[] = [];
  // What tables name comes first, so that a point of a list joins it and not the other way round.
  for (const clue of [...clues.filter((one) => one.trusted), ...clues.filter((one) => !one.trusted)]) {
    if (!clue.kind || taken.has(folded(clue.name))) continue;
    const same = merged.find((one) => isSame(one, clue)) ?? wholeOf(merged, clue);
    if (same === 'several') continue;
    if (same) join(same, clue);
    else if (!clue.vague) merged.push({ ...clue, kind: clue.kind, names: namesOf(clue.name) });
  }
  return withoutShared(
    merged.map(({ names, trusted: _, vague: __, ...one }) => ({ ...one, also: names.slice(1) })),
    taken,
  );
}

/** "Agent profiles" beside "Centralized Agent Profiles", and nothing else that it could be the short of. */
function wholeOf(merged: readonly Merged[], clue: KeyClue): Merged | 'several' | undefined {
  if (clue.trusted || clue.vague || clue.kind !== 'capability') return undefined;
  const words = stems(clue.name).split(' ');
  const wholes = merged.filter(
    (one) =>
      one.trusted &&
      one.kind === 'capability' &&
      one.names.some((name) => {
        const long = stems(withoutAside(name)).split(' ');
        return (
          long.length > words.length &&
          last(withoutAside(name)) === last(clue.name) &&
          words.every((word) => long.includes(word))
        );
      }),
  );
  return wholes.length > 1 ? 'several' : wholes[0];
}

type Merged = KeyClue & { kind: FoundKey['kind']; names: string[] };

function namesOf(name: string): string[] {
  const bare = withoutAside(name);
  const [, short] = /\(([A-Z]{2,6})\)$/.exec(name) ?? [];
  return [
    name,
    ...(bare && bare !== name && !(isUsual(bare) && !bare.includes(' ')) ? [bare] : []),
    ...(short && isShortOf(short, bare) ? [short] : []),
  ];
}

/** "Role-Based Access Control (RBAC)". */
function isShortOf(short: string, bare: string): boolean {
  const letters = folded(bare)
    .split(' ')
    .map((word) => word[0])
    .join('');
  return letters === short.toLowerCase();
}

function join(one: Merged, clue: KeyClue): void {
  const known = new Set(one.names.map(inOrder));
  one.names.push(...namesOf(clue.name).filter((name) => !known.has(inOrder(name))));
  one.id ??= clue.id;
  if (one.kind === 'limit') {
    one.unit ||= clue.unit;
    one.per ??= clue.per;
  }
  one.group ??= clue.group;
}

function isSame(one: Merged, clue: KeyClue): boolean {
  const names = namesOf(clue.name);
  if (one.kind !== clue.kind) return one.names.some((a) => names.some((b) => folded(a) === folded(b)));
  if (one.names.some((a) => names.some((b) => stems(a) === stems(b)))) return true;
  return one.kind === 'limit' && isShort(one, clue);
}

/** "History" of days beside "Metric history" of days; "Exports" beside "Exports per hour". */
function isShort(one: Merged, clue: KeyClue): boolean {
  if (!one.unit || one.unit !== clue.unit) return false;
  const [short, long] = [clue.name, one.name]
    .map((name) => stems(name).split(' '))
    .sort((a, b) => a.length - b.length) as [string[], string[]];
  return short.every((word) => long.includes(word)) && last(clue.name) === last(one.name);
}

function last(name: string): string {
  return stems(
    name
      .replace(/ per \p{L}+$/iu, '')
      .split(' ')
      .at(-1) ?? '',
  );
}

export function folded(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The reader of claims knows singular and plural of a name by itself. */
function inOrder(name: string): string {
  return folded(name)
    .split(' ')
    .map((word) => word.replace(/s$/, ''))
    .join(' ');
}

/** A set of words, whatever their order and ending. */
function stems(name: string): string {
  const words = folded(name)
    .split(' ')
    .filter((word) => !EMPTY.has(word));
  return [...new Set(words.map((word) => word.slice(0, STEM).replace(/s$/, '')))].sort().join(' ');
}

/** A word that would name two things names neither. */
function withoutShared(keys: readonly FoundKey[], taken: ReadonlySet<string>): FoundKey[] {
  const count = new Map<string, number>();
  for (const key of keys)
    for (const name of new Set([key.name, ...key.also].map(folded))) count.set(name, (count.get(name) ?? 0) + 1);
  return keys.map((key) => ({
    ...key,
    also: key.also.filter(
      (name) => count.get(folded(name)) === 1 && !taken.has(folded(name)) && folded(name) !== folded(key.name),
    ),
  }));
}
