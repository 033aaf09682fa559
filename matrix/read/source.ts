/** One YAML file as text, document and positions: paths into the data go in, places in the file come out. */
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import type { FilePlace } from '../types.ts';

export type Path = readonly (string | number)[];

export interface Source {
  /** As shown to people: relative, with `/`. */
  path: string;
  text: string;
  document: Document;
  lines: LineCounter;
}

/** Parses `text`; syntax errors stay in `document.errors`. `path` is only a name. Keys that stand twice are left to `dataOf`. */
export function openSource(text: string, path: string): Source {
  const lines = new LineCounter();
  // The parser's own search for equal keys compares each key with all before it.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  return { path, text, document, lines };
}

/** The place of a range of character offsets; of several lines, of the first. */
export function placeOfRange({ lines, text, path }: Source, from: number, to: number): FilePlace {
  const { line, col } = lines.linePos(from);
  if (line < 1) return { kind: 'file', path, line: 1, column: 1, length: 1 };
  const next = lines.lineStarts[line];
  let end = next === undefined || to < next ? to : next - 1;
  if (text[end - 1] === '\r') end -= 1;
  return { kind: 'file', path, line, column: col, length: Math.max(1, end - from) };
}

/** The place of the value at `path`, or of its key with `'key'`; the nearest parent when it does not exist. */
export function placeOf(source: Source, path: Path, part: 'key' | 'value' = 'value'): FilePlace {
  return placeOfStep(source, walk(source, path), part);
}

/** Gives the place of any entry of the list or map at `path`, which is looked up once. */
export function placesIn(
  source: Source,
  path: Path,
  part: 'key' | 'value' = 'value',
): (entry: string | number) => FilePlace {
  const parent = walk(source, path);
  return (entry) => placeOfStep(source, enter(source, parent.node, entry) ?? parent, part);
}

/** The value at `path` exactly as written, so that money never passes through a float. */
export function wordsAt(source: Source, path: Path): string | undefined {
  const node = target(source, walk(source, path).node);
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
    const next = enter(source, step.node, part);
    if (!next) return step;
    step = next;
  }
  return step;
}

function enter(source: Source, from: Node | null | undefined, part: string | number): Step | undefined {
  const node = target(source, from);
  if (isSeq(node)) return typeof part === 'number' && node.items[part] ? { node: node.items[part] as Node } : undefined;
  if (!isMap(node)) return undefined;
  const pair = pairsOf(node).get(String(part));
  return pair && { pair, node: (pair.value ?? pair.key) as Node };
}

const targets = new WeakMap<Node, Node | undefined>();

/** What an alias stands for; any other node is itself. */
function target(source: Source, node: Node | null | undefined): Node | null | undefined {
  if (!isAlias(node)) return node;
  if (!targets.has(node)) targets.set(node, node.resolve(source.document));
  return targets.get(node);
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
