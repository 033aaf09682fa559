/** A node of a YAML document goes in; what it says comes out, with the order of its maps and the words of its numbers. */
import { type Alias, isAlias, isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';

/** A number as the file writes it, so that `4.90` is never `4.9`. */
export interface Digits {
  readonly digits: string;
}

export interface DataMap extends Map<string, Data> {}
export type Data = string | boolean | null | Digits | readonly Data[] | DataMap;

/** What keeps a file from being plain data. */
export interface Odd {
  node: Node;
  found: string;
  write: string;
}

/** Aliases may stand for so many values; more is a file that was made to exhaust its reader. */
const MOST_VALUES = 100_000;

export interface Reading {
  targets: ReadonlyMap<Alias, Node>;
  odd: Odd[];
}

export function isDigits(data: Data | undefined): data is Digits {
  return typeof data === 'object' && data !== null && 'digits' in data;
}

export function isList(data: Data | undefined): data is readonly Data[] {
  return Array.isArray(data);
}

/** The key of a pair as text; nothing when it is a map, a list or an alias. */
export function keyOf({ key }: Pair): string | undefined {
  return isScalar(key) ? String(key.value ?? '') : undefined;
}

/** What `node` says, with every alias as what it stands for. What cannot be told is null, and listed in `odd`. */
export function dataOf(root: Node | null, reading: Reading): Data {
  let left = MOST_VALUES;
  const open = new Set<Node>();

  function of(node: Node | null | undefined): Data {
    if (isAlias(node)) return stoodFor(node);
    if (open.size > 0 && left-- < 0) return null;
    if (isMap(node)) return new Map(node.items.map((pair) => [keyIn(pair), of(pair.value as Node | null)]));
    if (isSeq(node)) return node.items.map((item) => of(item as Node | null));
    return isScalar(node) ? scalar(node.value, node.source) : null;
  }

  function stoodFor(alias: Alias): Data {
    const target = reading.targets.get(alias);
    const name = alias.source;
    if (!target) return odd(alias, `Nothing before \`*${name}\` is marked \`&${name}\`.`);
    if (open.has(target)) return odd(alias, `\`*${name}\` stands inside what it stands for.`);
    open.add(target);
    const data = of(target);
    open.delete(target);
    return left < 0 ? odd(alias, `The aliases up to this one stand for more than ${MOST_VALUES} values.`) : data;
  }

  function keyIn(pair: Pair): string {
    const key = keyOf(pair);
    if (key === undefined) odd((pair.key ?? root) as Node, 'This key is not a plain word.', 'a plain key.');
    return key ?? '';
  }

  function odd(node: Node, found: string, write = 'what it should stand for, in full.'): null {
    reading.odd.push({ node, found, write });
    return null;
  }

  return of(root);
}

function scalar(value: unknown, source: string | undefined): Data {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  return { digits: source ?? String(value) };
}

/** Whether both say the same, in the same order and with numbers in the same words. */
export function sameData(a: Data | undefined, b: Data | undefined): boolean {
  if (a instanceof Map && b instanceof Map) return sameData([...a].flat(), [...b].flat());
  if (isList(a) && isList(b)) return a.length === b.length && a.every((one, i) => sameData(one, b[i]));
  return isDigits(a) && isDigits(b) ? a.digits === b.digits : a === b;
}
