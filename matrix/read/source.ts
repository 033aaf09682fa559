/** One YAML file as text, document and positions: paths into the data go in, places in the file come out. */
import {
  type Alias,
  type Document,
  type DocumentOptions,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  type ParseOptions,
  parseDocument,
  type ScalarTag,
  type SchemaOptions,
  type Tags,
  type YAMLMap,
  YAMLParseError,
} from 'yaml';
import type { FilePlace } from '../types.ts';

export type Path = readonly (string | number)[];

export interface Source {
  /** As shown to people: relative, with `/`. */
  path: string;
  text: string;
  document: Document;
  lines: LineCounter;
  /** Where the data at a path stands when it came from another file. */
  elsewhere?: (path: Path) => { source: Source; path: Path } | undefined;
}

/** Parses `text`; syntax errors stay in `document.errors`. `path` is only a name. Keys that stand twice are left to `dataOf`. */
export function openSource(text: string, path: string): Source {
  const lines = new LineCounter();
  // The parser's own search for equal keys compares each key with all before it. Tags such as `!!set` give no plain data.
  const options = {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    resolveKnownTags: false,
    customTags: (tags: Tags) => [WORD, ...tags],
  } as const;
  const document = parsed(text, options);
  // Where reading went wrong, the parser may not have counted every line.
  if (document.errors.length) lines.lineStarts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  return { path, text, document, lines };
}

/**
 * Most of a matrix is ids and names, which the parser would hold against each notation of numbers first. No word of YAML
 * (1.1 or 1.2) that is not text is longer than five letters, and none of them has another character after a letter.
 */
const WORD: ScalarTag = {
  tag: 'tag:yaml.org,2002:str',
  default: true,
  test: /^(?![A-Za-z]{1,5}$)[A-Za-z_]/,
  resolve: (text) => text,
};

function parsed(text: string, options: ParseOptions & DocumentOptions & SchemaOptions): Document {
  const { stackTraceLimit } = Error;
  // The parser makes an error for each mistake: in a file of nothing else, their stacks would take most of all time and memory.
  Error.stackTraceLimit = 0;
  try {
    return parseDocument(text, options);
  } catch (error) {
    // The parser closes what is nested by calling itself, and runs out of stack where very much closes at once.
    if (!(error instanceof RangeError)) throw error;
    const document = parseDocument('', options);
    const from = deepest(text);
    document.errors.push(new YAMLParseError([from, from + 1], 'RESOURCE_EXHAUSTION', error.message));
    return document;
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Where the line begins to say something that has the most spaces, dashes and question marks before that. */
function deepest(text: string): number {
  let [at, most] = [0, 0];
  for (const { 0: indent, index } of text.matchAll(/^[ ?-]+/gm))
    if (indent.length > most) [at, most] = [index, indent.length];
  return Math.max(0, at + most - 1);
}

/** The place of a range of character offsets; of several lines, of the first. */
export function placeOfRange({ lines, text, path }: Source, from: number, to: number): FilePlace {
  const line = Math.max(1, lines.linePos(from).line);
  const start = lines.lineStarts[line - 1] ?? 0;
  const next = lines.lineStarts[line];
  let end = next === undefined ? text.length : next - 1;
  if (text[end - 1] === '\r') end -= 1;
  const first = Math.min(from, Math.max(start, end));
  return { kind: 'file', path, line, column: first - start + 1, length: Math.max(1, Math.min(to, end) - first) };
}

/** The place of the value at `path`, or of its key with `'key'`; the nearest parent when it does not exist. */
export function placeOf(source: Source, path: Path, part: 'key' | 'value' = 'value'): FilePlace {
  const from = standing(source, path);
  return placeOfStep(from.source, walk(from.source, from.path), part);
}

function standing(source: Source, path: Path): { source: Source; path: Path } {
  return source.elsewhere?.(path) ?? { source, path };
}

/** Gives the place of any entry of the list or map at `path`, which is looked up once. */
export function placesIn(
  source: Source,
  path: Path,
  part: 'key' | 'value' = 'value',
): (entry: string | number) => FilePlace {
  const from = standing(source, path);
  const parent = walk(from.source, from.path);
  const inside = entriesOf(parent.node);
  return (entry) => placeOfStep(from.source, inside?.(entry) ?? parent, part);
}

/** The value at `path` exactly as written, so that money never passes through a float. */
export function wordsAt(source: Source, path: Path): string | undefined {
  const from = standing(source, path);
  const node = target(walk(from.source, from.path).node);
  return isScalar(node) ? (node.source ?? String(node.value)) : undefined;
}

interface Step {
  node?: Node | null;
  pair?: Pair;
}

function placeOfStep(source: Source, { node, pair }: Step, part: 'key' | 'value'): FilePlace {
  const range = (part === 'key' && pair ? (pair.key as Node) : node)?.range ?? [0, 1, 1];
  return placeOfRange(source, range[0], range[1]);
}

function walk(source: Source, path: Path): Step {
  let step: Step = { node: source.document.contents as Node | null };
  for (const part of path) {
    const next = enter(step.node, part);
    if (!next) return step;
    step = next;
  }
  return step;
}

function enter(from: Node | null | undefined, part: string | number): Step | undefined {
  return entriesOf(from)?.(part);
}

/** What leads from a list or a map to each of its entries. */
function entriesOf(from: Node | null | undefined): ((part: string | number) => Step | undefined) | undefined {
  const node = target(from);
  if (isSeq(node)) {
    const { items } = node;
    return (part) => (typeof part === 'number' && items[part] ? { node: items[part] as Node } : undefined);
  }
  if (!isMap(node)) return undefined;
  const pairs = pairsOf(node);
  return (part) => {
    const pair = pairs.get(String(part));
    return pair && { pair, node: (pair.value ?? pair.key) as Node };
  };
}

const targets = new WeakMap<Node, Node>();

/** Remembers what an alias stands for: the parser's own search begins at the head of the file each time. */
export function standsFor(alias: Alias, node: Node): void {
  targets.set(alias, node);
}

/** What an alias stands for; any other node is itself. */
function target(node: Node | null | undefined): Node | null | undefined {
  return isAlias(node) ? targets.get(node) : node;
}

const pairs = new WeakMap<Node, Map<string, Pair>>();

/** A long map is searched once for every cell of the matrix, so its keys are listed once. */
function pairsOf(map: YAMLMap): Map<string, Pair> {
  const before = pairs.get(map);
  if (before) return before;
  const found = new Map<string, Pair>();
  for (const item of map.items)
    if (isScalar(item.key))
      found.set(
        typeof item.key.value === 'string' ? item.key.value : (item.key.source ?? String(item.key.value)),
        item,
      );
  pairs.set(map, found);
  return found;
}
