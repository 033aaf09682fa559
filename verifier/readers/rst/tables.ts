/** The lines of a table's directive in reStructuredText go in; its rows of cells come out. */
import type { Drawn } from '../lines/grid.ts';
import { type Line, setIn } from '../lines/line.ts';
import type { Piece } from '../source-text.ts';
import { csvRows } from './csv.ts';
import { inlinePieces } from './inline.ts';

type Option = (key: string) => Line | undefined;

/** A list of lists. */
export function listTable(source: string, content: readonly Line[], option: Option): Drawn {
  const rows: Piece[][][] = [];
  let cell: Line[] = [];
  const flush = () => {
    if (cell.length) rows.at(-1)?.push(said(source, cell));
    cell = [];
  };
  for (const line of content) {
    const row = /^[*+-]\s+(?=[*+-](?:\s|$))/.exec(line.words)?.[0].length;
    const mark = /^[*+-](?:\s+|$)/.exec(line.words.slice(row ?? 0))?.[0].length;
    if (mark === undefined) cell.push(line);
    else {
      flush();
      if (row !== undefined) rows.push([]);
      cell = [setIn(line, (row ?? 0) + mark)];
    }
  }
  flush();
  const heads = Math.min(1, headRows(option));
  return { head: rows.slice(0, heads)[0] ?? [], rows: rows.slice(heads) };
}

/** Nothing where the values stand in another file. */
export function csvTable(source: string, content: readonly Line[], option: Option): Drawn | undefined {
  if (option('file') || option('url') || option('delim')) return undefined;
  const body = content.filter(({ words }) => words);
  const [first, last] = [body[0], body.at(-1)];
  const rows = first && last ? csvRows(source.slice(first.at, endOf(last)), first.at) : [];
  const named = option('header');
  const titles = named && setIn(named, ':header:'.length);
  const heads = named ? 0 : Math.min(1, headRows(option));
  const head = titles ? csvRows(titles.words, titles.at)[0] : rows.slice(0, heads)[0];
  const cells = (row: readonly Piece[] = []) =>
    row.map((piece) =>
      piece.words === source.slice(piece.from, piece.to) ? inlinePieces(piece.words, piece.from) : [piece],
    );
  return { head: cells(head), rows: rows.slice(heads).map(cells) };
}

/** Cells may hold markup, line by line. */
export function inlined({ head, rows }: Drawn): Drawn {
  const cells = (row: readonly Piece[][]) =>
    row.map((cell) => cell.flatMap(({ words, from }) => inlinePieces(words, from)));
  return { head: cells(head), rows: rows.map(cells) };
}

function headRows(option: Option): number {
  return Number(/\d+/.exec(option('header-rows')?.words ?? '')?.[0] ?? 0);
}

function said(source: string, lines: readonly Line[]): Piece[] {
  const words = lines.filter((line) => line.words);
  const [first, last] = [words[0], words.at(-1)];
  return first && last ? inlinePieces(source.slice(first.at, endOf(last)), first.at) : [];
}

function endOf({ at, words }: Line): number {
  return at + words.length;
}
