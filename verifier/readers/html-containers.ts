/** A page goes in; the elements that are cards, whose heading speaks for themselves alone, and the tables that only lay out, come out. */
import type { AnyNode, Element } from 'domhandler';
import type { Box } from '../claims/text.ts';
import { BLOCKS, depthOf, isHeading, isSilent, kindOf } from './html-elements.ts';
import { walkHtml } from './html-walk.ts';

interface Seen {
  /** The highest heading in it. */
  depth?: number;
  /** A block that is no heading and holds none. */
  content: boolean;
  /** Children with a heading and content, by the heading's depth. */
  cards?: Map<number, Element[]>;
  /** Children with content and no heading, by their name. */
  boxes?: Map<string, Element[]>;
}

const BOXES = new Set(['div', 'li', 'section', 'article']);

export interface Containers {
  cards: ReadonlySet<Element>;
  layout: ReadonlySet<Element>;
  boxes: ReadonlyMap<Element, Box>;
}

export function containersOf(nodes: readonly AnyNode[]): Containers {
  const cards = new Set<Element>();
  const layout = new Set<Element>();
  const boxes = new Map<Element, Box>();
  const root: Seen = { content: false };
  const open: Seen[] = [root];
  const tables: Element[] = [];
  walkHtml(nodes, {
    enter(element) {
      if (kindOf(element) === 'table') {
        if (tables.length) layout.add(tables.at(-1)!);
        tables.push(element);
      }
      open.push({ content: false });
      return !isSilent(element);
    },
    leave(element) {
      if (tables.at(-1) === element) tables.pop();
      const seen = open.pop()!;
      markCards(seen, cards);
      markBoxes(seen, boxes);
      tell(open.at(-1)!, element, seen);
    },
  });
  markCards(root, cards);
  markBoxes(root, boxes);
  return { cards, layout, boxes };
}

function markCards({ cards }: Seen, marked: Set<Element>): void {
  for (const alike of cards?.values() ?? []) if (alike.length > 1) for (const card of alike) marked.add(card);
}

/** More alike are a list, and no cards. */
const MOST_BOXES = 12;

function markBoxes(seen: Seen, marked: Map<Element, Box>): void {
  for (const alike of seen.boxes?.values() ?? []) {
    const among = {};
    if (alike.length > 1 && alike.length <= MOST_BOXES) for (const box of alike) marked.set(box, { among });
  }
}

/** What a parent learns from a child. */
function tell(parent: Seen, element: Element, { depth, content }: Seen): void {
  const own = isHeading(element) ? depthOf(element) : depth;
  if (own === undefined) {
    parent.content ||= content || BLOCKS.has(kindOf(element));
    if (!content || !BOXES.has(element.name)) return;
    parent.boxes ??= new Map();
    const alike = parent.boxes.get(element.name);
    if (alike) alike.push(element);
    else parent.boxes.set(element.name, [element]);
    return;
  }
  parent.depth = Math.min(parent.depth ?? own, own);
  if (isHeading(element)) return;
  parent.content ||= content;
  if (!content) return;
  parent.cards ??= new Map();
  const alike = parent.cards.get(own);
  if (alike) alike.push(element);
  else parent.cards.set(own, [element]);
}
