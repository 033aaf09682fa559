/** An opened file and a path into what it says go in; where in the syntax that stands comes out. */
import { type CST, isMap, isNode, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { keyOf } from './data.ts';
import { type Collection, contentItems } from './extent.ts';
import type { Opened } from './open-text.ts';
import type { Path } from './step.ts';

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
