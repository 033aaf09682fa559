/** The text of a YAML file goes in; its document, what it says, and where each value stands come out. */
import {
  type Alias,
  type CST,
  type Document,
  isAlias,
  isMap,
  isNode,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { type Data, dataOf, keyOf, type Odd } from './data.ts';
import { type Collection, contentItems } from './extent.ts';
import type { Path } from './step.ts';

export interface Opened {
  text: string;
  document: Document;
  data: Data;
  /** What each alias stands for. */
  targets: ReadonlyMap<Alias, Node>;
}

/** A range of the text that keeps it from being edited. */
export interface Unreadable {
  from: number;
  to: number;
  found: string;
  write: string;
}

/** `text` has no byte order mark. */
export function openText(text: string): Opened | Unreadable {
  const document = parseDocument(text, { keepSourceTokens: true, prettyErrors: false, uniqueKeys: true });
  const [error] = document.errors;
  if (error) {
    const found = `This file is not well-formed: ${error.message.replace(/\.?$/, '.')}`;
    return {
      from: error.pos[0],
      to: error.pos[1],
      found,
      write: 'well-formed YAML first; `planproof check` says more.',
    };
  }
  const root = document.contents as Node | null;
  if (!isMap(root)) {
    return { from: 0, to: 1, found: 'This file is no map.', write: '`planproof: 1`, then `product:` and `plans:`.' };
  }
  const targets = targetsOf(document);
  const odd: Odd[] = [];
  const data = dataOf(root, { targets, odd });
  if (!odd[0]) return { text, document, data, targets };
  const [from = 0, to = 1] = odd[0].node.range ?? [];
  return { from, to, found: odd[0].found, write: odd[0].write };
}

export function isOpened(result: Opened | Unreadable | undefined): result is Opened {
  return result !== undefined && 'document' in result;
}

/** An alias stands for the last node before it that bears its name. */
function targetsOf(document: Document): Map<Alias, Node> {
  const named = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  visit(document, {
    Node: (_key, node) => {
      if (isAlias(node)) {
        const target = named.get(node.source);
        if (target) targets.set(node, target);
      } else if ('anchor' in node && node.anchor) named.set(node.anchor, node);
    },
  });
  return targets;
}

/** Where a value stands: in which collection, as which item of it. `node` is missing where nothing is written. */
export interface Spot {
  node?: Node;
  parent: YAMLMap | YAMLSeq;
  item: CST.CollectionItem;
}

/** The spots along `path`, as far as it exists; aliases are not followed. */
export function spotsAlong(opened: Opened, path: Path): Spot[] {
  const spots: Spot[] = [];
  let here = opened.document.contents as Node | null | undefined;
  for (const key of path) {
    const index = indexIn(here, key);
    if (index < 0) break;
    const parent = here as YAMLMap | YAMLSeq;
    const entry = parent.items[index] as Node | Pair;
    const node = (isNode(entry) ? entry : entry.value) as Node | null;
    spots.push({ node: node ?? undefined, parent, item: contentItems(parent.srcToken as Collection)[index]! });
    here = node;
  }
  return spots;
}

function indexIn(node: Node | null | undefined, key: string | number): number {
  if (isMap(node)) return node.items.findIndex((pair) => keyOf(pair) === key);
  return isSeq(node) && typeof key === 'number' && key < node.items.length ? key : -1;
}

/** The spot at `path`; nothing when the path ends before it. */
export function spotAt(opened: Opened, path: Path): Spot | undefined {
  const spots = spotsAlong(opened, path);
  return spots.length === path.length ? spots.at(-1) : undefined;
}

/** The node at `path`; the root for an empty path. */
export function nodeAt(opened: Opened, path: Path): Node | undefined {
  return path.length ? spotAt(opened, path)?.node : (opened.document.contents as Node);
}
