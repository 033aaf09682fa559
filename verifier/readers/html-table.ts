/** A table or definition list of a page goes in; its rows, with spanned cells in every place that they cover, come out. */
import type { Element } from 'domhandler';
import type { Hiding } from '../claims/text.ts';
import { isHidden, isSilent, kindOf } from './html-elements.ts';
import type { Hides } from './html-hidden.ts';
import { walkHtml } from './html-walk.ts';

const MOST_SPAN = 50;
const MOST_CELLS = 50_000;

export interface Grid {
  /** Cells over each column, top to bottom. */
  head: Element[][];
  rows: Element[][];
}

export function gridOf(table: Element): Grid {
  const rows = rowsIn(table);
  const grid = spread(rows.map(({ cells }) => cells));
  const inHead = rows.findLastIndex((row) => row.inHead);
  const headed = rows.findIndex(
    ({ cells }) => cells.length > 1 && cells.every((cell, i) => kindOf(cell) === 'th' || i === 0),
  );
  const first = inHead >= 0 ? 0 : Math.max(headed, 0);
  const end = inHead >= 0 ? inHead + 1 : first + 1;
  const top = grid.slice(first, end);
  const width = Math.max(0, ...top.map((row) => row.length));
  const head = Array.from({ length: width }, (_, c) => [...new Set(top.flatMap((row) => (row[c] ? [row[c]] : [])))]);
  return { head, rows: grid.slice(end).map((row) => (row.every((cell) => cell === row[0]) ? row.slice(0, 1) : row)) };
}

/** Rows, or parts of the table with rows, that are hidden in this way. */
export function hiddenRows(table: Element, hides: Hides, way: Hiding): Element[][] {
  const rows: Element[][] = [];
  const open: Element[] = [];
  walkHtml(table.children, {
    enter(element) {
      const kind = kindOf(element);
      if (isSilent(element) || kind === 'table') return false;
      const hidden = hides.of(element);
      if (hidden !== undefined && hidden !== way) return false;
      if (hidden && PARTS.has(kind)) open.push(element);
      if (open.length && kind === 'tr') rows.push([]);
      const cell = kind === 'td' || kind === 'th';
      if (cell && open.length && !isHidden(element)) rows.at(-1)?.push(element);
      return !cell;
    },
    leave(element) {
      if (open.at(-1) === element) open.pop();
    },
  });
  return spread(rows.filter((cells) => cells.length > 0));
}

const PARTS = new Set(['tbody', 'tfoot', 'tr']);

/** Terms with what is said of each; a term without anything is left out. */
export function definitionsIn(list: Element): Element[][] {
  const rows: Element[][] = [];
  walkHtml(list.children, {
    enter(element) {
      const { name } = element;
      if (isSilent(element) || isHidden(element)) return false;
      if (name === 'dt') rows.push([element]);
      if (name === 'dd') rows.at(-1)?.push(element);
      return name !== 'dt' && name !== 'dd' && name !== 'dl';
    },
  });
  return rows.filter((row) => row.length > 1);
}

function rowsIn(table: Element): { cells: Element[]; inHead: boolean }[] {
  const rows: { cells: Element[]; inHead: boolean }[] = [];
  const heads: Element[] = [];
  walkHtml(table.children, {
    enter(element) {
      const kind = kindOf(element);
      if (isSilent(element) || isHidden(element) || kind === 'table') return false;
      if (kind === 'thead') heads.push(element);
      if (kind === 'tr') rows.push({ cells: [], inHead: heads.length > 0 });
      const cell = kind === 'td' || kind === 'th';
      if (cell) rows.at(-1)?.cells.push(element);
      return !cell;
    },
    leave(element) {
      if (heads.at(-1) === element) heads.pop();
    },
  });
  return rows.filter(({ cells }) => cells.length > 0);
}

/** A cell that spans columns or rows stands in each of them. */
function spread(rows: readonly Element[][]): Element[][] {
  const grid: Element[][] = rows.map(() => []);
  let count = 0;
  rows.forEach((cells, r) => {
    let c = 0;
    for (const cell of cells) {
      while (grid[r]![c]) c += 1;
      const [wide, high] = [spanOf(cell, 'colspan'), Math.min(spanOf(cell, 'rowspan'), rows.length - r)];
      count += wide * high;
      if (count > MOST_CELLS) return;
      for (let down = 0; down < high; down++)
        for (let right = 0; right < wide; right++) grid[r + down]![c + right] ??= cell;
      c += wide;
    }
  });
  return grid.map((row) =>
    Array.from(row, (cell, c) => cell ?? row.slice(0, c).findLast(Boolean) ?? row.find(Boolean)!),
  );
}

function spanOf({ attribs }: Element, name: 'colspan' | 'rowspan'): number {
  return Math.max(1, Math.min(MOST_SPAN, Math.trunc(Number(attribs[name])) || 1));
}
