/** Parts of a page that no HTML wrote go in; nodes of a page, which know where they stand, come out. */
import { type ChildNode, Element, Text } from 'domhandler';
import type { Piece, Range } from './source-text.ts';

const ranges = new WeakMap<Element, Readonly<Record<string, Range>>>();

export interface Attribute extends Range {
  value: string;
}

/** `range` is where the element is written. */
export function elementNode(
  name: string,
  children: ChildNode[],
  range: Range,
  attributes: Readonly<Record<string, Attribute>> = {},
): Element {
  const attribs = Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value]));
  const element = new Element(name, attribs, children);
  element.startIndex = range.from;
  element.endIndex = range.to - 1;
  children.forEach((child, n) => {
    child.parent = element;
    child.prev = children[n - 1] ?? null;
    child.next = children[n + 1] ?? null;
  });
  ranges.set(element, attributes);
  return element;
}

const told = new WeakSet<Text>();

export function wordsNode({ words, from, to, told: other }: Piece): Text {
  const text = new Text(words);
  text.startIndex = from;
  text.endIndex = to - 1;
  if (other) tell(text);
  return text;
}

export function tell(text: Text): void {
  told.add(text);
}

/** Whether words are written in other characters. */
export function isTold(text: Text): boolean {
  return told.has(text);
}

/** Where the value of an attribute stands, in an element that was made here. */
export function attributeRange(element: Element, name: string): Range | undefined {
  return ranges.get(element)?.[name];
}
