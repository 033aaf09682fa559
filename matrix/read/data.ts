/** A parsed YAML file goes in; its plain data comes out, or what keeps it from being plain data, with places. */
import { type Alias, isAlias, isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Problem } from '../problem.ts';
import { placeOfRange, type Source, standsFor } from './source.ts';

export type Unreadable = Pick<Problem, 'at' | 'found' | 'write' | 'related'>;

export interface Data {
  /** Maps have no prototype, so that a key such as `constructor` is found only when the file states it. */
  data: unknown;
  problems: Unreadable[];
}

/** Aliases may stand for so many values in all; more is a file that was made to exhaust its reader. */
const MOST_BY_ALIAS = 1_000_000;

/** What stands behind an anchor; `undefined` while it is being read. */
type Anchors = Map<string, { value: unknown; size: number; node: Node } | undefined>;

interface Reading {
  source: Source;
  anchors: Anchors;
  problems: Unreadable[];
  /** No character of the file, as written or escaped, is unprintable. */
  printable: boolean;
  /** Values so far, those that an alias stands for counted each time. */
  size: number;
  byAlias: number;
}

/** Reads each node once, whatever the number of aliases to it. */
export function dataOf(source: Source): Data {
  const reading: Reading = {
    source,
    anchors: new Map(),
    problems: [],
    printable: isPrintable(source.text),
    size: 0,
    byAlias: 0,
  };
  const data = value(reading, source.document.contents as Node | null);
  return { data, problems: reading.problems };
}

function value(reading: Reading, node: Node | null): unknown {
  reading.size += 1;
  if (node === null) return null;
  if (isAlias(node)) return aliased(reading, node);
  const anchor = (node as { anchor?: string }).anchor;
  if (anchor) reading.anchors.set(anchor, undefined);
  const before = reading.size;
  const read = isScalar(node)
    ? scalar(reading, node)
    : isMap(node)
      ? map(reading, node)
      : isSeq(node)
        ? seq(reading, node)
        : null;
  if (anchor) reading.anchors.set(anchor, { value: read, size: reading.size - before + 1, node });
  return read;
}

/** Control characters but for tabs and breaks of lines, byte order marks, halves of characters, and what is no character. */
const UNPRINTABLE = /[^\P{Cc}\t\n\u0085]|[\uFEFF\uFFFE\uFFFF]|\p{Cs}/u;

function scalar(reading: Reading, node: Scalar): unknown {
  if (!reading.printable && typeof node.value === 'string' && UNPRINTABLE.test(node.value))
    unprintable(reading, node, node.value);
  return node.value;
}

function isPrintable(text: string): boolean {
  return !text.includes('\\') && !UNPRINTABLE.test(text);
}

/** Such a character would be carried into every page and terminal. */
function unprintable(reading: Reading, node: Scalar, text: string): void {
  const [character] = UNPRINTABLE.exec(text) ?? [];
  if (character === undefined) return;
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  const [from, to] = node.range ?? [0, 1];
  const raw = reading.source.text.slice(from, to).indexOf(character);
  const range = raw < 0 ? ([from, to] as const) : ([from + raw, from + raw + 1] as const);
  problem(reading, range, { found: `This text holds the character U+${code}.`, write: 'the text without it.' });
}

function seq(reading: Reading, node: YAMLSeq): unknown[] {
  return node.items.map((item) => value(reading, item as Node | null));
}

function map(reading: Reading, node: YAMLMap): object {
  const read: Record<string, unknown> = Object.create(null);
  for (const { key, value: of } of node.items) {
    const name = nameOf(reading, key as Node | null);
    if (name === undefined) continue;
    if (name in read) twice(reading, node, key as Node | null, name);
    read[name] = value(reading, of as Node | null);
  }
  return read;
}

/** `{{ name }}` of a template that nobody filled in is, to YAML, a map as a key. */
function nameOf(reading: Reading, key: Node | null): string | undefined {
  if (key === null) return '';
  if (isAlias(key)) {
    problem(reading, rangeOf(key), {
      found: 'This key is an alias, not a word.',
      write: 'what it stands for, in full.',
    });
    return undefined;
  }
  if (!isScalar(key)) {
    const write = 'a plain key; or quotes around text that begins with `{` or `[`.';
    problem(reading, rangeOf(key), { found: 'This key is a map or a list, not a word.', write });
    return undefined;
  }
  const anchor = key.anchor;
  if (anchor) reading.anchors.set(anchor, { value: key.value, size: 1, node: key });
  scalar(reading, key);
  const words = wordsOf(key);
  if (words !== '<<' || key.type !== 'PLAIN') return words;
  const write = 'a bundle, and `everything_in` with its name.';
  problem(reading, rangeOf(key), { found: 'The merge key `<<` is not read here.', write });
  return undefined;
}

/** A key such as `1.50` is its words, not its number. */
function wordsOf(key: Scalar): string {
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value ?? ''));
}

function twice(reading: Reading, { items }: YAMLMap, key: Node | null, name: string): void {
  if (reading.problems.length >= MOST_PROBLEMS) return;
  const before = items.find((item) => isScalar(item.key) && wordsOf(item.key) === name)?.key as Node | undefined;
  const at = placeOfRange(reading.source, ...rangeOf(before ?? key));
  const related = [{ at, words: name ? `\`${name}\` stands here first.` : 'It stands here first.' }];
  const found = name ? `The key \`${name}\` stands twice in one map.` : 'An empty key stands twice in one map.';
  problem(reading, rangeOf(key), { found, write: 'each key once.', related });
}

function aliased(reading: Reading, node: Alias): unknown {
  const name = node.source;
  const target = reading.anchors.get(name);
  if (!target) {
    const inside = reading.anchors.has(name);
    const found = inside
      ? `\`*${name}\` stands inside what it stands for.`
      : `Nothing before \`*${name}\` is marked \`&${name}\`.`;
    problem(reading, rangeOf(node), { found, write: 'what it should stand for, in full.' });
    return null;
  }
  standsFor(node, target.node);
  reading.size += target.size;
  const before = reading.byAlias;
  reading.byAlias += target.size;
  if (reading.byAlias <= MOST_BY_ALIAS) return target.value;
  if (before <= MOST_BY_ALIAS) {
    const found = `Up to here, the aliases of this file stand for more than ${MOST_BY_ALIAS} values.`;
    problem(reading, rangeOf(node), { found, write: 'what each alias stands for, in full; or a bundle.' });
  }
  return null;
}

type Range = readonly [from: number, to: number];

function rangeOf(node: Node | null | undefined): Range {
  const [from, to] = node?.range ?? [0, 1];
  return [from, to];
}

/** Many more than are told. */
const MOST_PROBLEMS = 1000;

function problem({ source, problems }: Reading, range: Range, told: Omit<Unreadable, 'at'>): void {
  if (problems.length < MOST_PROBLEMS) problems.push({ at: placeOfRange(source, ...range), ...told });
}
