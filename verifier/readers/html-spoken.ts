/** An element goes in; its words as they are read aloud, in pieces that know where they stand, come out. */
import { type Element, isTag, isText, type Text } from 'domhandler';
import { codeWords } from './code-words.ts';
import { BLOCKS, isHidden, isSilent } from './html-elements.ts';
import type { Hides } from './html-hidden.ts';
import type { Places } from './html-places.ts';
import { swapOf } from './html-swaps.ts';
import { type MarkedPiece, Marks, type Swap } from './html-versions.ts';
import { walkHtml } from './html-walk.ts';
import { isTold } from './page-nodes.ts';
import type { Piece } from './source-text.ts';

/** Words inside an element. With `seen`, also those that are shown and not read aloud. */
export function spokenPieces(element: Element, places: Places, seen = false): Piece[] {
  const pieces: Piece[] = [];
  const pad = ({ name, startIndex }: Element) => {
    if (BLOCKS.has(name) || name === 'br') pieces.push({ words: ' ', from: startIndex ?? 0, to: startIndex ?? 0 });
  };
  walkHtml(element.children, {
    enter(inner) {
      if (isSilent(inner) || isHidden(inner, seen)) return false;
      const name = nameOf(inner, places);
      if (name) pieces.push(...name);
      pad(inner);
      return name === undefined;
    },
    text: (words, node) => pieces.push(pieceOf(words, node)),
    leave: pad,
  });
  return pieces;
}

/** Words inside an element that somebody is told, or may come to be told, each with who that is. */
export function markedPieces(element: Element, places: Places, hides: Hides): MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  const marks = new Marks(hides);
  const swaps: (Swap | undefined)[] = [];
  const say = (piece: Piece) => pieces.push({ ...piece, mark: marks.now, swap: swaps.find(Boolean) });
  const pad = ({ name, startIndex }: Element) => {
    if (BLOCKS.has(name) || name === 'br') say({ words: ' ', from: startIndex ?? 0, to: startIndex ?? 0 });
  };
  walkHtml([element], {
    enter(inner) {
      swaps.push(hides.scripted ? swapOf(inner, places) : undefined);
      if (!marks.enter(inner)) return false;
      const name = nameOf(inner, places);
      if (inner !== element) for (const piece of name ?? []) say(piece);
      if (inner !== element) pad(inner);
      return inner === element || name === undefined;
    },
    text: (words, node) => say(pieceOf(words, node)),
    leave(inner) {
      if (inner !== element) pad(inner);
      marks.leave(inner);
      swaps.pop();
    },
  });
  return pieces;
}

/**
 * Words of a cell: its label; or what is read aloud in it; or, where nothing is, what is seen. Words beside an
 * `aria-hidden` tick say the same again, but a tick alone is all that there is to see.
 */
export function cellPieces(cell: Element, places: Places): Piece[] {
  const name = nameOf(cell, places);
  if (name) return name;
  const spoken = spokenPieces(cell, places);
  return spoken.some(({ words }) => words.trim()) ? spoken : spokenPieces(cell, places, true);
}

/** What a screen reader says for an element that has no text of its own. */
export function nameOf(element: Element, places: Places): Piece[] | undefined {
  const { name, attribs } = element;
  // As most elements are.
  if (!NAMED.has(name) && attribs['aria-label'] === undefined && attribs.title === undefined) return undefined;
  const attribute = (key: string) => padded({ words: attribs[key] ?? '', ...places.attribute(element, key) });
  if (name === 'img') return attribs.alt === undefined ? signOf(element) : attribute('alt');
  if (name === 'code') return codeOf(element);
  if (name === 'input') return /^(?:submit|button|reset)$/.test(attribs.type ?? '') ? attribute('value') : [];
  if (attribs['aria-label'] && (name === 'svg' || attribs.role === 'img')) return attribute('aria-label');
  if (name === 'svg') return titleOf(element);
  if (attribs.role === 'img') return undefined;
  // A tooltip on an empty cell or row is seen by nobody; on an icon it is its name.
  const label = ['aria-label', ...(BLOCKS.has(name) ? [] : ['title'])].find((key) => attribs[key]?.trim());
  return label && !UNLABELLED.has(name) && !saysWords(element) ? attribute(label) : undefined;
}

/** These have a name without a label. */
const NAMED = new Set(['img', 'code', 'input', 'svg']);

const TICK = /(?:^|[-_/])(?:check(?:ed|mark|box|circle)?|tick|yes)(?:[-_.][^/]*)?$/i;
const CROSS = /(?:^|[-_/])(?:cross|xmark|no|times)(?:[-_.][^/]*)?$/i;

/** An image without words for those who do not see it: what the name of its file says. */
function signOf({ attribs: { src = '' }, startIndex, endIndex }: Element): Piece[] {
  const file = src.replace(/[?#].*$/, '');
  const sign = CROSS.test(file) ? ' ✗ ' : TICK.test(file) ? ' ✓ ' : undefined;
  return sign ? [{ words: sign, from: startIndex ?? 0, to: (endIndex ?? -1) + 1, told: true }] : [];
}

/** A label of one of these tells where one is, not what is there. */
const UNLABELLED = new Set(['html', 'body', 'main', 'nav', 'section', 'article', 'table', 'ul', 'ol', 'dl', 'form']);
const MOST_LOOKED_AT = 200;

/** Whether an element holds a word or an image of its own. An element with very much inside does. */
function saysWords(element: Element): boolean {
  const waiting = [...element.children];
  for (let n = 0; waiting.length; n++) {
    const node = waiting.pop()!;
    if (n > MOST_LOOKED_AT) return true;
    if (isText(node) && /[\p{L}\p{N}]/u.test(node.data)) return true;
    if (!isTag(node) || isHidden(node)) continue;
    if (node.name === 'img' || node.name === 'svg' || node.attribs['aria-label']) return true;
    waiting.push(...node.children);
  }
  return false;
}

function codeOf(code: Element): Piece[] {
  const pieces = piecesIn(code);
  const all = pieces.map(({ words }) => words).join('');
  const words = codeWords(all.trim()).trim();
  const [first] = pieces;
  const last = pieces.at(-1);
  return first && last ? padded({ words, from: first.from, to: last.to }) : [];
}

function titleOf(svg: Element): Piece[] {
  const title = svg.children.find((child): child is Element => 'name' in child && child.name === 'title');
  return title ? padded(...piecesIn(title)) : [];
}

/** Set apart from the words around. */
function padded(...pieces: Piece[]): Piece[] {
  const from = pieces[0]?.from ?? 0;
  const to = pieces.at(-1)?.to ?? from;
  return [{ words: ' ', from, to: from }, ...pieces, { words: ' ', from: to, to }];
}

function piecesIn(element: Element): Piece[] {
  const pieces: Piece[] = [];
  walkHtml(element.children, { text: (words, node) => pieces.push(pieceOf(words, node)) });
  return pieces;
}

/** `endIndex` of a node is its last character. */
export function pieceOf(words: string, node: Text | Element): Piece {
  const range = { from: node.startIndex ?? 0, to: (node.endIndex ?? -1) + 1 };
  const raised = isText(node) && node.parent !== null && isTag(node.parent) && node.parent.name === 'sup';
  return { words, ...range, ...(isText(node) && isTold(node) && { told: true }), ...(raised && { raised }) };
}
