/** A tree of a document goes in; it comes out with one part of another type, name, place or depth. Changes it in place. */
import { NAMES, VALUES } from './odd-words.ts';
import type { Random } from './random.ts';
import { copyOf, partsOf, type Tree } from './tree.ts';

type MapTree = Extract<Tree, { map: unknown }>;

export function mutateTree(random: Random, root: Tree): void {
  const parts = partsOf(root);
  const maps = parts.filter((part): part is MapTree => 'map' in part && part.map.length > 0);
  if (maps.length && random.often(60)) random.pick(OF_MAPS)(random, maps);
  else random.pick(OF_PARTS)(random, parts);
}

const OF_PARTS = [replaceValue, replaceByPart, reword, reword, nest];
const OF_MAPS = [rename, remove, twice, move, swapAlike, swapAlike, swapAlike];

function replaceValue(random: Random, parts: Tree[]): void {
  become(random.pick(parts), { words: random.pick(VALUES) });
}

function replaceByPart(random: Random, parts: Tree[]): void {
  become(random.pick(parts), copyOf(random.pick(parts)));
}

/** Odd text where text may stand: the document mostly reads as before. */
function reword(random: Random, parts: Tree[]): void {
  const scalars = parts.filter((part) => 'words' in part);
  if (scalars.length) become(random.pick(scalars), { words: JSON.stringify(random.pick(VALUES)) });
}

/** The value of a field takes the place of another value of a field with this name: it mostly fits. */
function swapAlike(random: Random, maps: MapTree[]): void {
  const [name, value] = random.pick(random.pick(maps).map);
  const alike = maps.flatMap(({ map }) => map.filter((entry) => entry[0] === name));
  random.pick(alike)[1] = copyOf(value);
}

function rename(random: Random, maps: MapTree[]): void {
  random.pick(random.pick(maps).map)[0] = random.often(70) ? random.pick(NAMES) : random.pick(random.pick(maps).map)[0];
}

function remove(random: Random, maps: MapTree[]): void {
  const { map } = random.pick(maps);
  map.splice(random.below(map.length), 1);
}

function twice(random: Random, maps: MapTree[]): void {
  const { map } = random.pick(maps);
  const [name, value] = random.pick(map);
  map.push([name, copyOf(value)]);
}

function move(random: Random, maps: MapTree[]): void {
  const { map } = random.pick(maps);
  const [moved] = map.splice(random.below(map.length), 1);
  const into = random.pick(maps);
  into.map.splice(random.below(into.map.length + 1), 0, [moved![0], copyOf(moved![1])]);
}

function nest(random: Random, parts: Tree[]): void {
  const part = random.pick(parts);
  let inner = copyOf(part);
  for (let depth = random.often(5) ? 200 : 1 + random.below(5); depth > 0; depth--)
    inner = random.often(50) ? { list: [inner] } : { map: [[random.pick(NAMES), inner]] };
  become(part, inner);
}

function become(part: Tree, other: Tree): void {
  for (const field of Object.keys(part)) delete (part as Record<string, unknown>)[field];
  Object.assign(part, other);
}
