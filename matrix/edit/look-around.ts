/** A path in a document goes in; the collections that stand at like places, nearest first, come out as patterns of style. */
import { isCollection, isMap, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { type Data, keyOf } from './data.ts';
import { nodeAt, type Opened } from './open-text.ts';
import type { Path } from './step.ts';

export type YAMLCollection = YAMLMap | YAMLSeq;

/** Sections whose entries look alike. */
const ALIKE = [
  ['capabilities', 'limits'],
  ['plans', 'past_versions', 'bundles'],
];

export function patternsAt(opened: Opened, path: Path, after?: string): YAMLCollection[] {
  const last = path.at(-1);
  if (last === undefined) return [opened.document.contents as YAMLMap];
  if (path.length > 1) return patternsIn(patternsAt(opened, path.slice(0, -1)), String(last), after);
  const kin = ALIKE.find((names) => names.includes(String(last))) ?? [];
  return [last, ...kin].map((name) => nodeAt(opened, [name])).filter((node) => isCollection(node));
}

/** What stands under `key` in the patterns, then beside `after`, then the last of all. */
export function patternsIn(patterns: readonly Node[], key: string, after?: string): YAMLCollection[] {
  const pairs: Pair[] = patterns.filter((node) => isMap(node)).flatMap((map) => map.items.toReversed());
  const named = (name: string | undefined) => pairs.filter((pair) => name !== undefined && keyOf(pair) === name);
  const values = [...named(key), ...named(after), ...pairs].map((pair) => pair.value);
  return [...new Set(values)].filter((node) => isCollection(node));
}

/** Whether the nearest pattern of the same kind is written in brackets; nothing where there is none. */
export function inBrackets(patterns: readonly YAMLCollection[], data: Data): boolean | undefined {
  const like = patterns.find((node) => node.items.length > 0 && (data instanceof Map ? isMap(node) : isSeq(node)));
  return like && like.srcToken?.type === 'flow-collection';
}
