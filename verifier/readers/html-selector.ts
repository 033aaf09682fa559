/** Elements and simple selectors, in both directions. */
import { type Document, Element, isTag, type ParentNode } from 'domhandler';
import { findElement } from './html-walk.ts';

/** Steps up that a selector takes at most. */
const MOST_STEPS = 40;

interface Position {
  n: number;
  of: number;
}

type Positions = Map<ParentNode, Map<Element, Position>>;

/** Gives selectors of one page's elements. What it counts goes with the page, at no cost of a weak reference. */
export function selectorsOfPage(): (element: Element) => string {
  const known: Positions = new Map();
  return (element) => selectorOf(element, known);
}

/** The shortest stable way to an element: from its nearest ancestor with an id, by position among its like. */
function selectorOf(element: Element, known: Positions): string {
  const parts: string[] = [];
  for (
    let at: Element | null = element;
    at && parts.length < MOST_STEPS;
    at = at.parent instanceof Element ? at.parent : null
  ) {
    if (at.attribs.id && /^[A-Za-z][\w-]*$/.test(at.attribs.id)) {
      parts.unshift(`#${at.attribs.id}`);
      break;
    }
    const { n, of } = positionOf(at, known);
    parts.unshift(of > 1 ? `${at.name}:nth-of-type(${n})` : at.name);
  }
  return parts.filter((part) => part !== 'html' && part !== 'body').join(' > ') || 'body';
}

const ALONE: Position = { n: 1, of: 1 };

function positionOf(element: Element, known: Positions): Position {
  const { parent } = element;
  if (!parent) return ALONE;
  const counted = known.get(parent) ?? positionsIn(parent);
  known.set(parent, counted);
  return counted.get(element) ?? ALONE;
}

/** Counted once for all children of a parent. */
function positionsIn(parent: ParentNode): Map<Element, Position> {
  const positions = new Map<Element, Position>();
  const alike = new Map<string, Position[]>();
  for (const child of parent.children) {
    if (!isTag(child)) continue;
    const like = alike.get(child.name) ?? [];
    alike.set(child.name, like);
    const position = { n: like.length + 1, of: 0 };
    like.push(position);
    positions.set(child, position);
  }
  for (const like of alike.values()) for (const position of like) position.of = like.length;
  return positions;
}

/** The first element that a simple selector names: a tag, `#id`, `.class` or `[attribute]`. */
export function elementNamed({ document }: { document: Document }, selector: string): Element | undefined {
  return findElement(document.children, (el) => {
    if (selector.startsWith('#')) return el.attribs.id === selector.slice(1);
    if (selector.startsWith('.')) return (el.attribs.class ?? '').split(/\s+/).includes(selector.slice(1));
    if (selector.startsWith('[')) return selector.slice(1, -1) in el.attribs;
    return el.name === selector;
  });
}

export function hasElement(page: { document: Document }, selector: string): boolean {
  return elementNamed(page, selector) !== undefined;
}
