/** The text of a block set as code goes in; its rows of cells, where they stand in columns, come out. */

export interface LaidCell {
  words: string;
  /** Offset in the text. */
  at: number;
}

const MOST_LINES = 60;
const MOST_WIDTH = 240;

/**
 * Cells are what two blanks, a tab or a bar keep apart. The first line with two cells or more says where columns begin;
 * a cell belongs to the column whose beginning is nearest. Nothing where lines are no columns.
 */
export function layoutOf(text: string): LaidCell[][] {
  const lines = text.split('\n');
  if (lines.length > MOST_LINES || lines.some((line) => line.length > MOST_WIDTH)) return [];
  let at = 0;
  const rows = lines.map((line) => {
    const cells = cellsOf(line, at);
    const from = at;
    at += line.length + 1;
    return { from, cells };
  });
  const head = rows.findIndex(({ cells }) => cells.length > 1);
  if (head < 0) return [];
  const columns = rows[head]!.cells.map((cell) => cell.at - rows[head]!.from);
  // Names of rows stand to the left of a first line that begins with an empty corner.
  const left = rows.slice(head + 1).flatMap(({ from, cells }) => (cells.length > 1 ? [cells[0]!.at - from] : []));
  if (left.length && left.every((at) => at < columns[0]! - 1)) columns.unshift(Math.min(...left));
  return rows.slice(head).flatMap(({ from, cells }) => (cells.length ? [inColumns(cells, columns, from)] : []));
}

function cellsOf(line: string, at: number): LaidCell[] {
  const cells: LaidCell[] = [];
  for (const match of line.matchAll(/[^\s|│┃](?:[^\s|│┃]|[ ](?! )(?![|│┃]))*/gu))
    if (/[\p{L}\p{N}$€£✓✗∞]/u.test(match[0])) cells.push({ words: match[0].trimEnd(), at: at + match.index });
  return cells;
}

function inColumns(cells: readonly LaidCell[], columns: readonly number[], from: number): LaidCell[] {
  const row: LaidCell[] = columns.map((column) => ({ words: '', at: from + column }));
  for (const cell of cells) {
    const distance = columns.map((column) => Math.abs(cell.at - from - column));
    const c = distance.indexOf(Math.min(...distance));
    row[c] = row[c]!.words ? row[c]! : cell;
  }
  return row;
}
