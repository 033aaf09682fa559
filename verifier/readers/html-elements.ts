/** An element goes in; what kind of thing it is to a reader, and what is said for it, comes out. */
import type { Element } from 'domhandler';
import { codeWords } from './code-words.ts';
import { walkHtml } from './html-walk.ts';

/** No copy of the page: code, form state, quotations, and what is struck out. */
export const SILENT = new Set(
  'script style template noscript head pre del s strike blockquote select object iframe textarea datalist map canvas video audio'.split(
    ' ',
  ),
);

export const BLOCKS = new Set(
  'address article aside body button caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html label legend li main nav ol p section summary table tbody td tfoot th thead tr ul option hgroup search menu'.split(
    ' ',
  ),
);

const ROLES: Readonly<Record<string, string>> = {
  table: 'table',
  grid: 'table',
  row: 'tr',
  columnheader: 'th',
  rowheader: 'th',
  cell: 'td',
  gridcell: 'td',
  list: 'ul',
  listitem: 'li',
};

/** The element's name, or that of the element its role makes it. */
export function kindOf({ name, attribs }: Element): string {
  return ROLES[attribs.role ?? ''] ?? name;
}

export function isHeading({ name }: Element): boolean {
  return /^h[1-6]$/.test(name);
}

export function isHidden({ attribs }: Element): boolean {
  return (
    attribs.hidden !== undefined ||
    attribs['aria-hidden'] === 'true' ||
    /display:\s*none|visibility:\s*hidden/i.test(attribs.style ?? '')
  );
}

/** What a screen reader says for an element that has no text of its own. */
export function nameOf(element: Element): string | undefined {
  const { name, attribs } = element;
  if (name === 'img') return attribs.alt ?? '';
  if (name === 'code') return ` ${codeWords(textIn(element).trim()).trim()} `;
  if (name === 'svg') return attribs['aria-label'] ?? titleOf(element);
  if (attribs.role === 'img') return attribs['aria-label'] ?? textIn(element);
  return name === 'input' ? '' : undefined;
}

/** Words of an element as they are read aloud, white space folded. */
export function spokenWords(element: Element): string {
  let words = '';
  const pad = ({ name }: Element) => {
    if (BLOCKS.has(name) || name === 'br') words += ' ';
  };
  walkHtml(element.children, {
    enter(inner) {
      if (SILENT.has(inner.name) || isHidden(inner)) return false;
      const name = nameOf(inner);
      if (name !== undefined) words += ` ${name} `;
      pad(inner);
      return name === undefined;
    },
    text: (data) => {
      words += data;
    },
    leave: pad,
  });
  return words.replace(/\s+/g, ' ').trim();
}

function titleOf(svg: Element): string {
  const title = svg.children.find((child): child is Element => 'name' in child && child.name === 'title');
  return title ? textIn(title) : '';
}

function textIn(element: Element): string {
  let words = '';
  walkHtml(element.children, {
    text: (data) => {
      words += data;
    },
  });
  return words;
}
