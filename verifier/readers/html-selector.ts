/** Elements and simple selectors, in both directions. */
import { type Document, Element, isTag, type ParentNode } from 'domhandler';
import { findElement } from './html-walk.ts';

/** Steps up that a selector takes at most. */
const MOST_STEPS = 40;

/** The shortest stable way to an element: from its nearest ancestor with an id, by position among its like. */
export function selectorOf(element: Element): string {
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
    const { n, of } = positionOf(at);
    parts.unshift(of > 1 ? `${at.name}:nth-of-type(${n})` : at.name);
  }
  return parts.filter((part) => part !== 'html' && part !== 'body').join(' > ') || 'body';
}

interface Position {
  n: number;
  of: number;
}

const positions = new WeakMap<ParentNode, Map<Element, Position>>();

/** Counted once for all children of a parent. */
function positionOf(element: Element): Position {
  const parent = element.parent;
  if (!parent) return { n: 1, of: 1 };
  let known = positions.get(parent);
  if (!known) {
    known = new Map();
    const last = new Map<string, Position[]>();
    for (const child of parent.children) {
      if (!isTag(child)) continue;
      const like = last.get(child.name) ?? [];
      last.set(child.name, like);
      const position = { n: like.length + 1, of: 0 };
      like.push(position);
      known.set(child, position);
    }
    for (const like of last.values()) for (const position of like) position.of = like.length;
    positions.set(parent, known);
  }
  return known.get(element) ?? { n: 1, of: 1 };
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
