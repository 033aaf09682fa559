/** An HTML text goes in; its blocks as a visitor reads or hears them, with selectors as places, come out. */
import { type AnyNode, type Document, Element, isTag, isText } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import type { Block, Text } from '../claims/text.ts';

export interface Page {
  blocks: Block[];
  /** Addresses that the page links to, as written. */
  links: string[];
  canonical?: string;
  document: Document;
}

const SILENT = new Set(['script', 'style', 'template', 'noscript', 'head', 'code', 'pre', 'del', 's', 'blockquote', 'select', 'object', 'iframe', 'textarea', 'datalist', 'map', 'canvas', 'video', 'audio']);
const BLOCKS = new Set(
  'address article aside body button caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html label legend li main nav ol p section summary table tbody td tfoot th thead tr ul option hgroup search menu'.split(' '),
);
/** A heading speaks for the nearest of these, not for what follows it. */
const CONTAINERS = new Set(['article', 'section', 'li', 'main', 'aside', 'body', 'dialog', 'fieldset', 'td', 'footer', 'nav', 'header', 'details']);

/** `url` is the page's address as it shall stand in places: relative to its surface's base. Never throws. */
export function readHtml(source: string, url: string): Page {
  const document = parseDocument(source);
  const walk: Walk = { url, blocks: [], links: [], within: [], next: 1 };
  visit(document.children, walk, []);
  flush(walk, []);
  const canonical = find(document.children, (el) => el.name === 'link' && el.attribs.rel === 'canonical')?.attribs.href;
  return { blocks: joinContinuations(walk.blocks), links: walk.links, document, ...(canonical && { canonical }) };
}

interface Walk {
  url: string;
  blocks: Block[];
  links: string[];
  within: number[];
  next: number;
  /** Inline words since the last block began, and the element that they stand in. */
  words?: { value: string; element: Element };
}

function visit(nodes: readonly AnyNode[], walk: Walk, trail: Element[]): void {
  for (const node of nodes) {
    if (isText(node)) addWords(walk, node.data, trail);
    else if (isTag(node)) visitElement(node, walk, trail);
  }
}

function visitElement(element: Element, walk: Walk, trail: Element[]): void {
  const { name, attribs } = element;
  if (name === 'a' && attribs.href) walk.links.push(attribs.href);
  if (SILENT.has(name) || hidden(element)) return;
  if (name === 'br') return addWords(walk, ' ', trail);
  const spoken = spokenName(element);
  if (spoken !== undefined) return addWords(walk, ` ${spoken} `, [...trail, element]);
  if (!BLOCKS.has(name)) return visit(element.children, walk, [...trail, element]);
  flush(walk, trail);
  const inside = [...trail, element];
  if (CONTAINERS.has(name)) walk.within = [...walk.within, walk.next++];
  if (name === 'table') walk.blocks.push(tableOf(element, walk));
  else if (/^h[1-6]$/.test(name)) addHeading(element, walk);
  else if (name === 'dl') addDefinitions(element, walk, inside);
  else visit(element.children, walk, inside);
  flush(walk, inside);
  if (CONTAINERS.has(name)) walk.within = walk.within.slice(0, -1);
}

function hidden({ attribs }: Element): boolean {
  return attribs.hidden !== undefined || attribs['aria-hidden'] === 'true' || /display:\s*none|visibility:\s*hidden/i.test(attribs.style ?? '');
}

/** What a screen reader says for an element that has no text of its own. */
function spokenName(element: Element): string | undefined {
  const { name, attribs } = element;
  if (name === 'img') return attribs.alt ?? '';
  if (name === 'svg') return attribs['aria-label'] ?? textOf(find(element.children, (el) => el.name === 'title'));
  if (attribs.role === 'img') return attribs['aria-label'] ?? textOf(element);
  return name === 'input' ? '' : undefined;
}

function addWords(walk: Walk, words: string, trail: Element[]): void {
  const element = trail.at(-1);
  if (!element || (!walk.words && !words.trim())) return;
  walk.words ??= { value: '', element: trail.findLast((one) => BLOCKS.has(one.name)) ?? element };
  walk.words.value += words;
}

function flush(walk: Walk, trail: Element[]): void {
  const words = walk.words;
  walk.words = undefined;
  const value = words?.value.replace(/\s+/g, ' ').trim();
  if (!words || !value) return;
  const item = words.element.name === 'li' || trail.some((one) => one.name === 'li');
  walk.blocks.push({ kind: item ? 'item' : 'paragraph', text: textAt(walk.url, words.element, value), within: walk.within });
}

function addHeading(element: Element, walk: Walk): void {
  const value = spoken(element);
  if (value) walk.blocks.push({ kind: 'heading', depth: Number(element.name[1]), text: textAt(walk.url, element, value), within: walk.within });
  for (const link of all(element, 'a')) if (link.attribs.href) walk.links.push(link.attribs.href);
}

/** A definition list is a table of two columns. */
function addDefinitions(element: Element, walk: Walk, trail: Element[]): void {
  const parts = [...all(element, 'dt'), ...all(element, 'dd')].sort((a, b) => order(element, a) - order(element, b));
  const rows: Text[][] = [];
  for (const part of parts) {
    const text = textAt(walk.url, part, spoken(part));
    if (part.name === 'dt') rows.push([text]);
    else rows.at(-1)?.push(text);
  }
  if (rows.length) walk.blocks.push({ kind: 'table', head: [], rows, within: walk.within });
  else visit(element.children, walk, trail);
}

function tableOf(element: Element, walk: Walk): Block {
  const rows = all(element, 'tr').map((row) => row.children.filter(isTag).filter((cell) => cell.name === 'td' || cell.name === 'th'));
  for (const link of all(element, 'a')) if (link.attribs.href) walk.links.push(link.attribs.href);
  const headAt = rows.findIndex((row) => row.length > 1 && row.every((cell, i) => cell.name === 'th' || i === 0));
  const text = (cell: Element) => textAt(walk.url, cell, spoken(cell));
  const spread = (row: Element[]) => row.flatMap((cell) => Array.from({ length: Math.min(50, Number(cell.attribs.colspan) || 1) }, () => text(cell)));
  const first = headAt < 0 ? 0 : headAt;
  const [head = [], ...body] = rows.slice(first).map((row) => (row.length === 1 ? row.map(text) : spread(row)));
  return { kind: 'table', head, rows: body.filter((row) => row.length > 1), within: walk.within };
}

/** Words of an element as they are read aloud, white space folded. */
function spoken(element: Element): string {
  const say = (node: AnyNode): string => {
    if (isText(node)) return node.data;
    if (!isTag(node) || SILENT.has(node.name) || hidden(node)) return '';
    const name = spokenName(node);
    if (name !== undefined) return ` ${name} `;
    const words = node.children.map(say).join('');
    return BLOCKS.has(node.name) || node.name === 'br' ? ` ${words} ` : words;
  };
  return element.children.map(say).join('').replace(/\s+/g, ' ').trim();
}

function textAt(url: string, element: Element, value: string): Text {
  return { value, place: (from, to) => ({ kind: 'page', url, selector: selectorOf(element), words: value.slice(from, to) }) };
}

/** The shortest stable way to an element: from its nearest ancestor with an id, by position among its like. */
export function selectorOf(element: Element): string {
  const parts: string[] = [];
  for (let at: Element | null = element; at; at = at.parent instanceof Element ? at.parent : null) {
    if (at.attribs.id && /^[A-Za-z][\w-]*$/.test(at.attribs.id)) {
      parts.unshift(`#${at.attribs.id}`);
      break;
    }
    const like: Element[] = (at.parent?.children ?? []).filter(isTag).filter((one) => one.name === at!.name);
    parts.unshift(like.length > 1 ? `${at.name}:nth-of-type(${like.indexOf(at) + 1})` : at.name);
  }
  return parts.filter((part) => part !== 'html' && part !== 'body').join(' > ') || 'body';
}

/** A page often sets "/ month" as a block of its own beside its amount. */
function joinContinuations(blocks: Block[]): Block[] {
  const out: Block[] = [];
  for (const block of blocks) {
    const last = out.at(-1);
    const continues = block.kind === 'paragraph' && last?.kind === 'paragraph' && /^(?:\/|per |a month\b|a year\b|monthly\b|yearly\b|billed )/i.test(block.text.value);
    if (!continues || last?.kind !== 'paragraph') {
      out.push(block);
      continue;
    }
    const before = last.text;
    out[out.length - 1] = { ...last, text: { value: `${before.value} ${block.text.value}`, place: (from, to) => before.place(from, Math.min(to, before.value.length)) } };
  }
  return out;
}

function all(element: Element, name: string): Element[] {
  return element.children.filter(isTag).flatMap((child) => [...(child.name === name ? [child] : []), ...(child.name === 'table' && name === 'tr' ? [] : all(child, name))]);
}

function order(root: Element, element: Element): number {
  let at = 0;
  let found = -1;
  const count = (node: Element) => {
    at += 1;
    if (node === element) found = at;
    node.children.filter(isTag).forEach(count);
  };
  count(root);
  return found;
}

function find(nodes: readonly AnyNode[], test: (element: Element) => boolean): Element | undefined {
  for (const node of nodes) {
    if (!isTag(node)) continue;
    const found = test(node) ? node : find(node.children, test);
    if (found) return found;
  }
  return undefined;
}

function textOf(element: Element | undefined): string {
  return element ? element.children.map((child) => (isText(child) ? child.data : isTag(child) ? textOf(child) : '')).join('') : '';
}

/** Whether the page has an element that a simple selector names: a tag, `#id`, `.class` or `[attribute]`. */
export function hasElement(page: Page, selector: string): boolean {
  const test = (el: Element): boolean => {
    if (selector.startsWith('#')) return el.attribs.id === selector.slice(1);
    if (selector.startsWith('.')) return (el.attribs.class ?? '').split(/\s+/).includes(selector.slice(1));
    if (selector.startsWith('[')) return selector.slice(1, -1) in el.attribs;
    return el.name === selector;
  };
  return find(page.document.children, test) !== undefined;
}
