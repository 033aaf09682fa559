/** A cell that heads a row or column goes in; its parts come out: its name, and what blocks, tooltips and buttons say beside it. */
import { type Element, isTag } from 'domhandler';
import { BLOCKS, isHidden, isSilent } from './html-elements.ts';
import type { Places } from './html-places.ts';
import { nameOf, pieceOf } from './html-spoken.ts';
import { walkHtml } from './html-walk.ts';
import type { Piece } from './source-text.ts';

/** Nothing where it is one part. What only pictures say beside words names nothing. */
export function partsOf(cell: Element, places: Places): Piece[][] {
  if (!cell.children.some(isTag)) return [];
  const parts: Piece[][] = [[]];
  const cut = (element: Element) => {
    if (isApart(element)) parts.push([]);
  };
  walkHtml(cell.children, {
    enter(element) {
      if (isSilent(element) || isHidden(element)) return false;
      cut(element);
      const name = nameOf(element, places);
      if (name && element.name === 'code') parts.at(-1)!.push(...name);
      else if (name) parts.push([]);
      return name === undefined;
    },
    text: (words, node) => parts.at(-1)!.push(pieceOf(words, node)),
    leave: cut,
  });
  const said = parts.filter((part) => part.some(({ words }) => words.trim()));
  return said.length > 1 || parts.length > said.length ? said : [];
}

const TOOLTIP = /(?:^|[\s_-])tool-?tip/i;

function isApart({ name, attribs }: Element): boolean {
  if (BLOCKS.has(name) || name === 'br' || name === 'small') return true;
  return attribs.role === 'tooltip' || attribs.popover !== undefined || TOOLTIP.test(attribs.class ?? '');
}
