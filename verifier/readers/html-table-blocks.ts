/** A table of a page goes in; its blocks come out: as it is read aloud, as it is seen otherwise, and as it may come to be seen. */
import type { Element } from 'domhandler';
import type { Block, Hiding, Text } from '../claims/text.ts';
import { partsOf } from './html-cell-parts.ts';
import { isForEyes } from './html-elements.ts';
import type { Hides } from './html-hidden.ts';
import type { Places } from './html-places.ts';
import { cellPieces, markedPieces, nameOf } from './html-spoken.ts';
import { swapOf } from './html-swaps.ts';
import { gridOf, hiddenRows } from './html-table.ts';
import { type Version, versionsOf } from './html-versions.ts';
import { findElement } from './html-walk.ts';
import type { Piece } from './source-text.ts';

type TableBlock = Pick<Extract<Block, { kind: 'table' }>, 'kind' | 'head' | 'rows' | 'over' | 'names' | 'hidden'>;

const NOTHING = { from: 0, to: 0 };

export function tableBlocks(table: Element, places: Places, hides: Hides): TableBlock[] {
  const grid = gridOf(table);
  const read = (cell: Element) => places.text(cell, cellPieces(cell, places));
  const head = grid.head.map((cells) => joined(cells, places));
  const over = grid.head.map((cells) => partsOver(cells, places));
  const block = (rows: Text[][], hidden?: Hiding): TableBlock => ({
    kind: 'table',
    head,
    rows,
    ...(over.some((parts) => parts.length) && { over }),
    ...(hidden && { hidden }),
  });
  const names = grid.rows.map(([cell]) => (cell ? textsOf(cell, partsOf(cell, places), places) : []));
  const heard = {
    ...block(grid.rows.map((row) => row.map(read))),
    ...(names.some((parts) => parts.length) && { names }),
  };
  if (!findElement(table.children, (element) => isOtherwise(element, places, hides))) return [heard];
  const others = (['reached', 'unsure'] as const).flatMap((hidden) => {
    const rows = hiddenRows(table, hides, hidden).map((row) => row.map(read));
    return rows.length ? [block(rows, hidden)] : [];
  });
  return [heard, ...versions(grid.rows, heard.rows, places, hides).map(([rows, how]) => block(rows, how)), ...others];
}

function isOtherwise(element: Element, places: Places, hides: Hides): boolean {
  const hidden = hides.of(element);
  if (hidden !== undefined) return hidden !== 'never';
  return isForEyes(element) || (hides.scripted && swapOf(element, places) !== undefined);
}

/** The rows that say something else to the eye or after a click; beside what is hidden, other cells say nothing again. */
function versions(
  rows: readonly Element[][],
  heard: readonly Text[][],
  places: Places,
  hides: Hides,
): [Text[][], Hiding | undefined][] {
  const tables = new Map<string, { rows: Text[][]; hidden: Hiding | undefined }>();
  rows.forEach((row, r) => {
    const found = row.map((cell, c) => (c > 0 && cell !== row[c - 1] ? otherwise(cell, places, hides) : []));
    for (const id of new Set(found.flatMap((one) => one.map(idOf)))) {
      const hidden = found.flat().find((one) => idOf(one) === id)?.hidden;
      const table = tables.get(id) ?? { rows: [], hidden };
      tables.set(id, table);
      table.rows.push(
        row.map((cell, c) => {
          const own = found[c]!.find((one) => idOf(one) === id);
          if (own) return places.text(cell, own.pieces);
          return c === 0 || !hidden ? heard[r]![c]! : places.text(cell, []);
        }),
      );
    }
  });
  return [...tables.values()].map(({ rows: all, hidden }) => [all, hidden]);
}

function idOf({ hidden, by }: Version): string {
  return `${hidden ?? ''} ${by ?? ''}`;
}

function otherwise(cell: Element, places: Places, hides: Hides): Version[] {
  return nameOf(cell, places) ? [] : versionsOf(markedPieces(cell, places, hides)).slice(1);
}

/** Of cells above each other, each, and each of its parts. */
function partsOver(cells: readonly Element[], places: Places): Text[] {
  const parts = cells.map((cell) => ({ cell, own: partsOf(cell, places) }));
  if (cells.length < 2 && !parts.some(({ own }) => own.length)) return [];
  return parts
    .flatMap(({ cell, own }) => textsOf(cell, own.length ? own : [cellPieces(cell, places)], places))
    .filter(({ value }) => value);
}

function textsOf(cell: Element, parts: readonly Piece[][], places: Places): Text[] {
  return parts.map((pieces) => places.text(cell, pieces));
}

/** Head cells above each other: "Price" over "per month". */
function joined(cells: readonly Element[], places: Places): Text {
  const pieces = cells.flatMap((cell) => [...cellPieces(cell, places), { words: ' ', ...NOTHING }]);
  return places.text(cells.at(-1)!, pieces);
}
