/** A parsed YAML file goes in; its plain data comes out, or what keeps it from being plain data, with places. */
import { isAlias, isMap, isScalar, isSeq, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Problem } from '../problem.ts';
import { placeOfRange, type Source } from './source.ts';

export type Unreadable = Pick<Problem, 'at' | 'found' | 'write'>;

export interface Data {
  /** Maps have no prototype, so that a key such as `constructor` is found only when the file states it. */
  data: unknown;
  problems: Unreadable[];
}

/** Aliases may stand for so many values in all; more is a file that was made to exhaust its reader. */
const MOST_BY_ALIAS = 1_000_000;

/** What stands behind an anchor; `undefined` while it is being read. */
type Anchors = Map<string, { value: unknown; size: number } | undefined>;

interface Reading {
  source: Source;
  anchors: Anchors;
  problems: Unreadable[];
  /** Values so far, those that an alias stands for counted each time. */
  size: number;
  byAlias: number;
}

/** Reads each node once, whatever the number of aliases to it. */
export function dataOf(source: Source): Data {
  const reading: Reading = { source, anchors: new Map(), problems: [], size: 0, byAlias: 0 };
  const data = value(reading, source.document.contents as Node | null);
  return { data, problems: reading.problems };
}

function value(reading: Reading, node: Node | null): unknown {
  reading.size += 1;
  if (node === null) return null;
  if (isAlias(node)) return aliased(reading, node.source, node);
  const anchor = (node as { anchor?: string }).anchor;
  if (anchor) reading.anchors.set(anchor, undefined);
  const before = reading.size;
  const read = isScalar(node) ? node.value : isMap(node) ? map(reading, node) : isSeq(node) ? seq(reading, node) : null;
  if (anchor) reading.anchors.set(anchor, { value: read, size: reading.size - before + 1 });
  return read;
}

function seq(reading: Reading, node: YAMLSeq): unknown[] {
  return node.items.map((item) => value(reading, item as Node | null));
}

function map(reading: Reading, node: YAMLMap): object {
  const read: Record<string, unknown> = Object.create(null);
  for (const { key, value: of } of node.items) {
    const name = nameOf(reading, key as Node | null);
    if (name === undefined) continue;
    if (name in read) problem(reading, key as Node, `The key \`${name}\` stands twice in one map.`, 'each key once.');
    read[name] = value(reading, of as Node | null);
  }
  return read;
}

/** `{{ name }}` of a template that nobody filled in is, to YAML, a map as a key. */
function nameOf(reading: Reading, key: Node | null): string | undefined {
  if (key === null) return '';
  if (!isScalar(key)) {
    const write = 'a plain key; or quotes around text that begins with `{` or `[`.';
    problem(reading, key, 'This key is a map or a list, not a word.', write);
    return undefined;
  }
  const anchor = key.anchor;
  if (anchor) reading.anchors.set(anchor, { value: key.value, size: 1 });
  const words = typeof key.value === 'string' ? key.value : (key.source ?? String(key.value ?? ''));
  if (words !== '<<' || key.type !== 'PLAIN') return words;
  problem(reading, key, 'The merge key `<<` is not read here.', 'a bundle, and `everything_in` with its name.');
  return undefined;
}

function aliased(reading: Reading, name: string, node: Node): unknown {
  const target = reading.anchors.get(name);
  if (!target) {
    const inside = reading.anchors.has(name);
    const found = inside
      ? `\`*${name}\` stands inside what it stands for.`
      : `Nothing before \`*${name}\` is marked \`&${name}\`.`;
    problem(reading, node, found, 'what it should stand for, in full.');
    return null;
  }
  reading.size += target.size;
  const before = reading.byAlias;
  reading.byAlias += target.size;
  if (reading.byAlias <= MOST_BY_ALIAS) return target.value;
  if (before <= MOST_BY_ALIAS) {
    const found = `Up to here, the aliases of this file stand for more than ${MOST_BY_ALIAS} values.`;
    problem(reading, node, found, 'what each alias stands for, in full; or a bundle.');
  }
  return null;
}

function problem({ source, problems }: Reading, node: Node, found: string, write: string): void {
  const [from, to] = node.range ?? [0, 1];
  problems.push({ at: placeOfRange(source, from, to), found, write });
}
