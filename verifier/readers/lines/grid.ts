/** Lines of a table drawn with signs go in; its rows of cells come out, each cell with the pieces that it is written in. */
import type { Piece } from '../source-text.ts';
import type { Line } from './line.ts';

export interface Drawn {
  head: Piece[][];
  rows: Piece[][][];
}

const BORDER = /^\+(?:[-=]+\+)+$/;
const RULE = /^\|?[\s:|+=-]*-[\s:|+=-]*\|?$/;

export function isBorder({ words }: Line): boolean {
  return BORDER.test(words);
}

/** `+---+---+` above and below every row; the first row is the head where `===` is below one. Nothing where a cell spans others: who knows what it speaks of. */
export function gridTable(lines: readonly Line[]): Drawn | undefined {
  const [top] = lines;
  const { indent } = top!;
  const ends = Array.from(top!.words.matchAll(/\+/g), (match) => match.index);
  const rows: Piece[][][] = [];
  let headRows = 0;
  let fresh = true;
  for (const line of lines.slice(1)) {
    const border = isBorder(line);
    if (line.indent !== indent || !ends.every((end) => line.words[end] === (border ? '+' : '|'))) return undefined;
    if (border && line.words.includes('=')) headRows = rows.length;
    if (!border && fresh) rows.push(ends.slice(1).map(() => []));
    if (!border) cellsBetween(line, ends, rows.at(-1)!);
    fresh = border;
  }
  return split(rows, headRows);
}

function cellsBetween(line: Line, ends: readonly number[], row: readonly Piece[][]): void {
  ends.slice(1).forEach((end, c) => {
    const from = ends[c]! + 1;
    addWords(row[c]!, line.words.slice(from, end), line.at + from);
  });
}

/** `| a | b |` on each line, with or without a rule below the first. */
export function barTable(lines: readonly Line[]): Drawn {
  const rows = lines.flatMap((line) => {
    if (RULE.test(line.words) || isBorder(line)) return [];
    const row: Piece[][] = [];
    for (const match of line.words.replace(/^\||\|$/g, ' ').matchAll(/[^|]+/g)) {
      const cell: Piece[] = [];
      addWords(cell, match[0], line.at + match.index);
      row.push(cell);
    }
    return [row];
  });
  return split(rows, 1);
}

/** reStructuredText's `=== ===`: columns are where the signs are; a row whose first cell is empty goes on with the last. */
export function ruledTable(lines: readonly Line[]): Drawn | undefined {
  const [top] = lines;
  const columns = Array.from(top!.words.matchAll(/=+/g), (match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
  const rows: Piece[][][] = [];
  let headRows = 0;
  for (const [n, line] of lines.entries()) {
    if (/^[=\s]+$/.test(line.words)) {
      if (n > 0 && n < lines.length - 1) headRows = rows.length;
      continue;
    }
    if (/^[-\s]+$/.test(line.words) || !line.words) continue;
    const start = top!.at - top!.from;
    const row = columns.map((_, c): Piece[] => {
      const from = start + columns[c]!.from;
      const to = c === columns.length - 1 ? line.written.length : start + columns[c]!.to;
      const cell: Piece[] = [];
      const said = line.written.slice(from, to);
      // A first cell of two dots is an empty one.
      if (c > 0 || said.trim() !== '..') addWords(cell, said, line.from + from);
      return cell;
    });
    const gap = columns.some(
      (one, c) => c > 0 && /\S/.test(line.written.slice(start + columns[c - 1]!.to, start + one.from)),
    );
    if (gap) return undefined;
    const last = rows.at(-1);
    if (last && !row[0]!.length && rows.length > headRows)
      row.forEach((cell, c) => void last[c]!.push(...gapped(last[c]!, cell)));
    else rows.push(row);
  }
  return split(rows, headRows);
}

function gapped(before: readonly Piece[], after: readonly Piece[]): Piece[] {
  const [first] = after;
  return first && before.length ? [{ words: ' ', from: first.from, to: first.from }, ...after] : [...after];
}

function addWords(cell: Piece[], written: string, at: number): void {
  const words = written.trim();
  if (!words) return;
  const from = at + written.length - written.trimStart().length;
  cell.push(...gapped(cell, [{ words, from, to: from + words.length }]));
}

/** Several rows of heads are one, cells above each other joined. */
function split(rows: readonly Piece[][][], heads: number): Drawn {
  const [first = [], ...more] = rows.slice(0, heads);
  const head = first.map((cell) => [...cell]);
  for (const row of more) head.forEach((cell, c) => void cell.push(...gapped(cell, row[c] ?? [])));
  return { head, rows: rows.slice(heads) };
}
