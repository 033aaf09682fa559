/** A parsed page goes in; the same with shadow roots, and frames whose text it holds itself, where a visitor sees them comes out. */
import { type ChildNode, type Document, type Element, isTag, isText, type ParentNode } from 'domhandler';
import { type Options, parseDocument } from 'htmlparser2';
import { walkHtml } from './html-walk.ts';
import { tell } from './page-nodes.ts';

/** Frames within frames; deeper, nobody is meant to look. */
const MOST_FRAMES = 4;

/** Most pages hold neither. */
const FLATTENS = /shadowrootmode|srcdoc/i;

export function parsePage(source: string, options: Options = {}): Document {
  const document = parseDocument(source, options);
  return FLATTENS.test(source) ? flattened(document, 0) : document;
}

function flattened(document: Document, depth: number): Document {
  const hosts: { host: Element; root: Element }[] = [];
  const frames: Element[] = [];
  walkHtml(document.children, {
    enter(element) {
      const root = element.name === 'template' ? undefined : element.children.find(isShadowRoot);
      if (root) hosts.push({ host: element, root });
      if (element.name === 'iframe' && element.attribs.srcdoc?.trim()) frames.push(element);
      return true;
    },
  });
  const filled = new Set<Element>();
  for (const { host, root } of hosts.reverse()) showRoot(host, root, filled);
  if (depth < MOST_FRAMES) for (const frame of frames) showFrame(frame, depth);
  return document;
}

function isShadowRoot(node: ChildNode): node is Element {
  return isTag(node) && node.name === 'template' && /^(?:open|closed)$/i.test(node.attribs.shadowrootmode ?? '');
}

/** Children of a host are shown in the slots of its root, or not at all. `filled`: slots that are another root's. */
function showRoot(host: Element, root: Element, filled: Set<Element>): void {
  const given = new Map<string, ChildNode[]>();
  for (const child of host.children) {
    if (child === root) continue;
    const name = isTag(child) ? (child.attribs.slot ?? '') : '';
    const alike = given.get(name);
    if (alike) alike.push(child);
    else given.set(name, [child]);
  }
  const slots: Element[] = [];
  walkHtml(root.children, {
    enter(element) {
      if (element.name === 'slot' && !filled.has(element)) slots.push(element);
      return true;
    },
  });
  for (const slot of slots) {
    filled.add(slot);
    const name = slot.attribs.name ?? '';
    const children = given.get(name) ?? [];
    if (!children.some((child) => isTag(child) || (isText(child) && child.data.trim()))) continue;
    given.delete(name);
    adopt(slot, children);
  }
  adopt(host, root.children);
}

/** Where its words stand, the frame stands. */
function showFrame(frame: Element, depth: number): void {
  const { children } = flattened(parseDocument(frame.attribs.srcdoc!), depth + 1);
  const open: ChildNode[] = [...children];
  for (let node = open.pop(); node; node = open.pop()) {
    node.startIndex = frame.startIndex;
    node.endIndex = frame.endIndex;
    if (isText(node)) tell(node);
    if (isTag(node)) open.push(...node.children);
  }
  adopt(frame, children);
}

function adopt(parent: Element, children: ChildNode[]): void {
  parent.children = children;
  children.forEach((child, n) => {
    child.parent = parent as ParentNode;
    child.prev = children[n - 1] ?? null;
    child.next = children[n + 1] ?? null;
  });
}
