/** A path in a document goes in; the collections that stand at like places, nearest first, come out as patterns of style. */
import { isCollection, isMap, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { type Data, keyOf } from './data.ts';
import type { Opened } from './open-text.ts';
import { nodeAt } from './spot.ts';
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
  const around = path.slice(0, -1);
  if (around.length) return patternsIn(patternsAt(opened, around), String(last), after ?? lastKey(opened, around));
  const kin = ALIKE.find((names) => names.includes(String(last))) ?? [];
  return [last, ...kin].map((name) => nodeAt(opened, [name])).filter((node) => isCollection(node));
}

function lastKey(opened: Opened, path: Path): string | undefined {
  const map = nodeAt(opened, path);
  const pair = isMap(map) ? map.items.at(-1) : undefined;
  return pair && keyOf(pair);
}

/** What stands under `key` in the patterns, then under `beside`, then the rest: lines before brackets. */
export function patternsIn(patterns: readonly Node[], key: string, beside?: string): YAMLCollection[] {
  const pairs: Pair[] = patterns.filter((node) => isMap(node)).flatMap((map) => map.items.toReversed());
  const named = (name: string | undefined) => pairs.filter((pair) => name !== undefined && keyOf(pair) === name);
  const rest = pairs.toSorted((a, b) => Number(isFlow(a.value)) - Number(isFlow(b.value)));
  const values = [...named(key), ...named(beside), ...rest].map((pair) => pair.value);
  return [...new Set(values)].filter((node) => isCollection(node));
}

function isFlow(node: unknown): boolean {
  return isCollection(node) && node.srcToken?.type === 'flow-collection';
}

/** Whether the nearest pattern of the same kind is written in brackets; nothing where there is none. */
export function inBrackets(patterns: readonly YAMLCollection[], data: Data): boolean | undefined {
  const like = patterns.find((node) => node.items.length > 0 && (data instanceof Map ? isMap(node) : isSeq(node)));
  return like && isFlow(like);
}
