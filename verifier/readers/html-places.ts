/** Words of a page and the nodes that hold them go in; the same with places on a page, or in a file, come out. */
import type { Element } from 'domhandler';
import { plainSigns } from '../claims/plain-signs.ts';
import type { Text } from '../claims/text.ts';
import { HOLE } from './aligned.ts';
import { attributeRange } from './page-nodes.ts';
import type { Piece, Range, SourceText } from './source-text.ts';

/** Where words of a document stand: offsets of pieces mean something to it alone. */
export interface Places {
  /** White space is folded, and signs that nobody sees are left out. */
  text(element: Element, pieces: readonly Piece[]): Text;
  /** The range of an attribute's value. */
  attribute(element: Element, name: string): Range;
}

const NOWHERE = { from: 0, to: 0 };

/** Places are selectors: what a visitor was sent has no lines that anybody could open. */
export function placesOnPage(url: string, selectorOf: (element: Element) => string): Places {
  return {
    attribute: () => NOWHERE,
    text: (element, pieces) => {
      const value = folded(
        plainSigns(pieces.length === 1 ? pieces[0]!.words : pieces.map(({ words }) => words).join('')),
      );
      return {
        value,
        place: (from, to) => ({ kind: 'page', url, selector: selectorOf(element), words: value.slice(from, to) }),
      };
    },
  };
}

/** Most words of a page are set so already. */
function folded(words: string): string {
  return TO_FOLD.test(words) ? words.replace(/\s+/g, ' ').trim() : words;
}

const TO_FOLD = /\s(?:\s|$)|[^\S ]|^\s/;

/** Places are lines and columns. Nodes must know where they begin and end. */
export function placesInFile(file: SourceText): Places {
  return {
    text: (_, pieces) => file.folded(withoutFragments(pieces)),
    attribute: (element, name) => attributeRange(element, name) ?? attributeIn(file.source, element, name),
  };
}

/** What touches a hole is part of a word or number that nobody knows: "$19" before one may be $199. */
export function withoutFragments(pieces: readonly Piece[]): readonly Piece[] {
  const all = pieces.map(({ words }) => words).join('');
  if (!all.includes(HOLE)) return pieces;
  const blanked = all.replace(/[^\s\uFFFC]*\uFFFC\S*/g, (run) => HOLE.repeat(run.length));
  let at = 0;
  return pieces.map((piece) => {
    const words = blanked.slice(at, at + piece.words.length);
    at += piece.words.length;
    return { ...piece, words };
  });
}

const ATTRIBUTE = /([^\s=>/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/dy;
const BETWEEN = /[\s/"'=]*/y;

function attributeIn(source: string, element: Element, name: string): Range {
  const from = element.startIndex ?? 0;
  const whole = { from, to: Math.min(source.length, from + 1 + element.name.length) };
  for (let at = whole.to; at < source.length; ) {
    BETWEEN.lastIndex = at;
    ATTRIBUTE.lastIndex = at + BETWEEN.exec(source)![0].length;
    const match = ATTRIBUTE.exec(source);
    if (!match) return whole;
    at = ATTRIBUTE.lastIndex;
    const range = match.indices![2] ?? match.indices![3] ?? match.indices![4];
    if (match[1]!.toLowerCase() === name && range) return { from: range[0], to: range[1] };
  }
  return whole;
}
