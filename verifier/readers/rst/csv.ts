/** Comma-separated values in a text go in; their cells, each with its place, come out. */
import type { Piece } from '../source-text.ts';

const CELL = /\s*(?:"((?:[^"]|"")*)"|([^,\n]*))[ \t]*(,|\n|$)/dy;

/** `at` is the offset of the text. A quoted cell may hold commas, line breaks and doubled quotes. */
export function csvRows(text: string, at: number): Piece[][] {
  const rows: Piece[][] = [[]];
  CELL.lastIndex = 0;
  for (let match = CELL.exec(text); match; match = CELL.exec(text)) {
    const group = match[1] === undefined ? 2 : 1;
    const [from, to] = match.indices![group]!;
    rows.at(-1)!.push({ words: match[group]!.replaceAll('""', '"').trim(), from: at + from, to: at + to });
    if (match[3] === '\n') rows.push([]);
    if (match[3] === '' || CELL.lastIndex >= text.length) break;
  }
  return rows.filter((row) => row.some(({ words }) => words));
}
