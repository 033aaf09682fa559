/** A table and whose it is go in; the keys that its rows or columns are about come out, capabilities told from limits by their cells. */

import type { FoundKey } from '../../matrix/draft/types.ts';
import { itemsOf, type Reading } from '../claims/items.ts';
import { axisOf, isDated } from '../claims/table-axes.ts';
import type { Block, Text } from '../claims/text.ts';
import { type CellKind, cellKind, type Per } from './cell-kind.ts';
import { labelName } from './key-name.ts';
import { pointKeys } from './keys-in-points.ts';

type Table = Extract<Block, { kind: 'table' }>;

/** What is known of a key before rows of one name are put together. */
export type KeyClue = Omit<FoundKey, 'kind' | 'also'> & {
  kind?: FoundKey['kind'];
  trusted: boolean /** Too short to be a name of its own. */;
  vague?: true;
};

export function tableKeys(reading: Reading, table: Table, owned: boolean): KeyClue[] {
  const { head, rows } = table;
  if (head.some((cell) => isDated(cell.value))) return [];
  const axes = head.map((cell) => axisOf(reading, cell.value));
  const columns = axes.flatMap((axis, c) => (axis.plans ? [c] : []));
  if (columns.length > 1 && columns.length === head.length)
    return rows.flatMap((row) => row.flatMap((cell) => pointKeys(reading, cell, true)));
  if (columns.some((c) => c > 0)) return byColumn(reading, table, columns);
  const body = head.length && axes[0]?.plans ? [head, ...rows] : rows;
  if (body.filter((row) => axisOf(reading, row[0]?.value ?? '').plans).length * 2 >= body.length && body.length > 1)
    return byRow(reading, table);
  const whom = axes.findIndex((axis) => axis.whom);
  if (whom > 0) return rows.flatMap((row) => (namesPlan(reading, row[whom]) ? clue(row[0], 'capability') : []));
  return owned && head.length <= 2
    ? pairs(reading, head.length === 2 && !cellIsValue(head[1]) ? rows : [head, ...rows])
    : [];
}

/** Plans over the columns: each row is about its label. */
function byColumn(reading: Reading, { head, rows }: Table, columns: readonly number[]): KeyClue[] {
  const label = labelColumn(head, rows, columns.find((c) => c > 0)!);
  const id = head.findIndex((_, c) => c < columns[0]! && c !== label && isIds(rows, c));
  let group: string | undefined;
  return rows.flatMap((row) => {
    const first = row.find((cell) => cell.value.trim());
    if (row.slice(1).every((cell) => !cell.value.trim()) && first) group = labelName(first.value);
    const axis = axisOf(reading, row[label]?.value ?? '');
    if (axis.plans || axis.silent || axis.base) return [];
    const found = clueOf(
      row[label],
      columns.map((c) => cellKind(row[c]?.value ?? '')),
    );
    const code = id >= 0 ? /^`([a-z][a-z0-9_]*)`$/.exec(row[id]?.value.trim() ?? '')?.[1] : undefined;
    return found.map((one) => ({ ...one, ...(code && { id: code }), ...(group && { group }) }));
  });
}

/** "Display name" before any other column; else the first that is not set as code. */
function labelColumn(head: readonly Text[], rows: readonly Text[][], end: number): number {
  const named = head.findIndex(
    (cell, c) => c < end && /^(?:(?:display|feature|public) )?(?:name|label|title|feature)$/i.test(cell.value.trim()),
  );
  if (named >= 0) return named;
  const words = head.findIndex(
    (_, c) => c < end && rows.some((row) => /\p{L}{2}/u.test((row[c]?.value ?? '').replace(/`[^`]*`/g, ''))),
  );
  return Math.max(0, words);
}

function isIds(rows: readonly Text[][], c: number): boolean {
  return rows.length > 0 && rows.every((row) => /^`[a-z][a-z0-9_]*`$/.test(row[c]?.value.trim() ?? ''));
}

/** Plans down the first column: each further column is about its head. */
function byRow(reading: Reading, { head, rows }: Table): KeyClue[] {
  return head.slice(1).flatMap((cell, c) => {
    const axis = axisOf(reading, cell.value);
    if (axis.silent || axis.interval || axis.subject) return [];
    const cells = rows.map((row) => row[c + 1]).filter((one) => one !== undefined);
    const kinds = cells.map((one) => cellKind(one.value));
    const found = clueOf(cell, kinds);
    return found.length || !kinds.some(({ kind }) => kind === 'words')
      ? found
      : cells.flatMap((one) => pointKeys(reading, one, true));
  });
}

/** "Metric history | 14 days" in the table of one plan. */
function pairs(reading: Reading, rows: readonly Text[][]): KeyClue[] {
  return rows.flatMap(([label, cell]) => {
    const isBase = itemsOf(reading, label?.value ?? '', true).some((item) => item.kind === 'base');
    return cell && !isBase ? clueOf(label, [cellKind(cell.value)]) : [];
  });
}

function cellIsValue(cell: Text | undefined): boolean {
  return cell !== undefined && !['words', 'empty'].includes(cellKind(cell.value).kind);
}

function namesPlan(reading: Reading, cell: Text | undefined): boolean {
  return cell !== undefined && cell.value.length < 60 && axisOf(reading, cell.value).plans !== undefined;
}

/** A tick in a row makes a capability, a number a limit; a row of prices, of words or of nothing is neither. */
function clueOf(label: Text | undefined, kinds: readonly CellKind[]): KeyClue[] {
  const is = (kind: CellKind['kind']) => kinds.some((one) => one.kind === kind);
  if (is('price')) return [];
  const number = kinds.find((one): one is CellKind & { kind: 'number' } => one.kind === 'number');
  if (number) return limitClue(label, number);
  if (is('unlimited')) return limitClue(label, { unit: '' });
  return is('yes') || is('no') ? clue(label, 'capability') : [];
}

const IN_BRACKETS = /\((?:in )?(\p{L}+)\)$/u;

/** The unit stands behind the number, or in the label: "Exports per hour", "Storage (GB)", "Forms". */
function limitClue(label: Text | undefined, { unit, per }: { unit: string; per?: Per }): KeyClue[] {
  const [found] = clue(label, 'limit');
  if (!found) return [];
  const [, of = found.name, every] =
    /^(.*?)(?:\s*(?:\/|per|an?|each|every)\s*(minute|hour|day|week|month|year))?$/i.exec(found.name) ?? [];
  const inLabel =
    IN_BRACKETS.exec(of)?.[1] ??
    of.replace(/^(?:number of|max(?:imum)?|total|included)\s+/i, '').replace(/\s+(?:limit|included|allowed)$/i, '');
  const period = per ?? (every?.toLowerCase() as Per | undefined);
  return [{ ...found, unit: unit || inLabel.toLowerCase(), ...(period && { per: period }) }];
}

function clue(label: Text | undefined, kind: FoundKey['kind']): KeyClue[] {
  const name = label && labelName(label.value);
  return name ? [{ kind, name, at: label.place(0, label.value.length), trusted: true }] : [];
}
