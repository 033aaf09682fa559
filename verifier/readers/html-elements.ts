/** An element goes in; what kind of thing it is to a reader comes out. */
import { type ChildNode, type Element, isTag } from 'domhandler';

/** No copy of the page: code, form state, quotations, and what is struck out. */
const SILENT = new Set(
  'script style template noscript head pre del s strike blockquote select object iframe textarea datalist map canvas video audio'.split(
    ' ',
  ),
);

export const BLOCKS = new Set(
  'address article aside body button caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html label legend li main nav ol p section summary table tbody td tfoot th thead tr ul option hgroup search menu'.split(
    ' ',
  ),
);

/** A frame that holds its own text is part of the page. */
export function isSilent(element: Element): boolean {
  const { name, attribs } = element;
  if (SILENT.has(name)) return !(name === 'iframe' && attribs.srcdoc !== undefined);
  return isStruck(element);
}

/** By its own style, or by the names that style sheets commonly have for that; not where a state or a width has to come first. */
function isStruck({ attribs: { style, class: names } }: Element): boolean {
  if (style !== undefined && /text-decoration(?:-line)?\s*:[^;]*line-through/i.test(style)) return true;
  return names !== undefined && STRUCK.test(names);
}

const STRUCK =
  /(?:^|\s)(?!(?:no|not|un)-)(?:[\w-]*[-_])?(?:line-?through|strike-?through|struck)(?:[-_][\w-]*)?(?=\s|$)|(?:^|\s)(?:text-|is-|u-)?strike(?=\s|$)/i;

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
export function kindOf(element: Element): string {
  const { name } = element;
  const { role } = element.attribs;
  if (role === 'heading') return headingOf(element);
  if (role !== undefined) return ROLES[role] ?? name;
  return name === 'iframe' ? 'section' : name;
}

const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

export function isHeading(element: Element): boolean {
  return HEADINGS.has(kindOf(element));
}

export function depthOf(heading: Element): number {
  return Number(kindOf(heading)[1]);
}

/** ARIA: 2 where no level is said. */
function headingOf({ name, attribs }: Element): string {
  if (HEADINGS.has(name)) return name;
  const level = Math.trunc(Number(attribs['aria-level']));
  return `h${level >= 1 ? Math.min(level, 6) : 2}`;
}

/** With `seen`, what is shown but not read aloud is not hidden. */
export function isHidden(element: Element, seen = false): boolean {
  return isUnshown(element) || (!seen && isForEyes(element));
}

/** Nobody is shown or told it before a script or a click shows it. */
export function isUnshown({ attribs: { hidden, style } }: Element): boolean {
  return hidden !== undefined || (style !== undefined && /display:\s*none|visibility:\s*hidden/i.test(style));
}

/** Shown, and not read aloud. */
export function isForEyes({ attribs }: Element): boolean {
  return attribs['aria-hidden'] === 'true';
}

/** Read aloud, and not shown, by the names that style sheets commonly have for that. */
export function isForEars({ attribs }: Element): boolean {
  return FOR_EARS.test(attribs.class ?? '');
}

/** Whether an element beside this one says for the ear what it says for the eye. */
export function hasEarsBeside({ prev, next }: Element): boolean {
  return [nearest(prev, 'prev'), nearest(next, 'next')].some((one) => one && isTag(one) && isForEars(one));
}

function nearest(from: ChildNode | null, way: 'prev' | 'next'): ChildNode | null {
  let node = from;
  while (node && !isTag(node)) node = node[way];
  return node;
}

const FOR_EARS =
  /(?:^|[\s_-])(?:sr-?only|(?:visually|accessibly)-?hidden|hidden-?visually|screen-?reader(?:s|-only|-text)?)(?=$|[\s_-])/i;
