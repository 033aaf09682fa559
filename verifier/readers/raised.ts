/** Pieces of a text go in; the same, with raised digits as what they are read as, come out. */
import type { Piece } from './source-text.ts';

/** An amount of money that waits for its cents. */
const AMOUNT = /(?:[$€£¥₹]|\b(?:USD|EUR|GBP|CHF|CAD|AUD))\s?\d[\d,\s]*$/;
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** "$19⁹⁹" is $19.99; "25¹ forms" are 25, with a note; "10⁶" and the mark at the end of a cell stay what they are. */
export function raised(pieces: readonly Piece[]): readonly Piece[] {
  if (!pieces.some((piece) => piece.raised)) return pieces;
  let before = '';
  const end = pieces.findLastIndex(({ words }) => words.trim());
  return pieces.map((piece, n) => {
    const put = piece.raised ? asRead(piece, before, n === end) : piece;
    before += put.words;
    return put;
  });
}

function asRead(piece: Piece, before: string, last: boolean): Piece {
  const digits = piece.words.trim();
  if (!/^\d{1,2}$/.test(digits) || !/\d\s*$/.test(before)) return piece;
  if (digits.length === 2 && AMOUNT.test(before)) return { ...piece, words: `.${digits}`, told: true };
  if (!last && !/(?<!\d)10\s*$/.test(before)) return { ...piece, words: '' };
  return { ...piece, words: digits.replace(/\d/g, (digit) => RAISED[Number(digit)]!), told: true };
}
