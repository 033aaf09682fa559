/** The cells of one surface go in; a map comes out: a row for each fact, a column for each version, the worst status in each. */
import type { Subject } from '../../../matrix/types.ts';
import type { CellReport, CellStatus, Report } from '../../types.ts';
import { subjectName } from '../subject-words.ts';

export interface Column {
  version: string;
  name: string;
}

export interface ColumnGroup {
  line: string;
  offered: boolean;
  columns: Column[];
}

export interface Spot {
  status: CellStatus;
  cells: CellReport[];
}

export interface Row {
  id: string;
  name: string;
  advertised: boolean;
  /** By version; a version without an entry was not asked about. */
  spots: Map<string, Spot>;
}

export interface PlanMap {
  surface: string;
  groups: ColumnGroup[];
  rows: Row[];
}

/** Stands for facts that are about no plan. */
export const NO_PLAN = '';

const WORST_FIRST: CellStatus[] = ['differs', 'unread', 'absent', 'unknown', 'excluded', 'same'];

/** Columns and rows that nothing was asked about are left out. */
export function planMap(report: Report, surface: string): PlanMap {
  const rows = new Map<string, Row>();
  for (const cell of report.cells.filter((one) => one.about.surface === surface)) place(cell, rows, report);
  const used = new Set([...rows.values()].flatMap((row) => [...row.spots.keys()]));
  return { surface, groups: columnGroups(report, used), rows: inOrder([...rows.values()], report) };
}

/** What shares a row: limits whatever their edge, gates with their key, prices by interval, anything else by its facet. */
export function rowId({ kind, key, facet }: Subject): string {
  if (kind === 'price') return `price/${facet ?? 'any'}`;
  if (kind === 'capability' || kind === 'limit' || kind === 'gate') return `key/${key}`;
  return `${kind}/${kind === 'words' ? key : (facet ?? '')}`;
}

/** The status that matters most; `same` for none. */
export function worst(statuses: readonly CellStatus[]): CellStatus {
  return WORST_FIRST.find((status) => statuses.includes(status)) ?? 'same';
}

function place(cell: CellReport, rows: Map<string, Row>, report: Report): void {
  const { subject, versions } = cell.about;
  const row = rowOf(subject, rows, report);
  for (const version of versions.length ? versions : [NO_PLAN]) {
    const before = row.spots.get(version)?.cells ?? [];
    const cells = before.concat(cell);
    row.spots.set(version, { cells, status: worst(cells.map((one) => one.status)) });
  }
}

function rowOf(subject: Subject, rows: Map<string, Row>, report: Report): Row {
  const id = rowId(subject);
  const before = rows.get(id);
  if (before) return before;
  const key = report.keys.find((one) => `key/${one.key}` === id);
  const row: Row = { id, name: rowName(subject, report), advertised: key?.advertised ?? true, spots: new Map() };
  rows.set(id, row);
  return row;
}

function rowName(subject: Subject, report: Report): string {
  const name = subjectName(subject, report);
  return ['plan', 'trial', 'grace'].includes(subject.kind) && subject.facet
    ? `${name}: ${subject.facet.replaceAll('_', ' ')}`
    : name;
}

/** Prices, then the keys in page order, then the rest as it came. */
function inOrder(rows: Row[], { keys }: Report): Row[] {
  const order = new Map(keys.map((one, at) => [`key/${one.key}`, at]));
  const rank = ({ id }: Row) => (id.startsWith('price/') ? -1 : (order.get(id) ?? keys.length));
  return rows.sort((a, b) => rank(a) - rank(b));
}

/** Lines with what is on offer first, then the same lines with what is not, then facts about no plan. */
function columnGroups({ plans }: Report, used: ReadonlySet<string>): ColumnGroup[] {
  const lines = [...new Set(plans.map((one) => one.line))];
  const groups = [true, false].flatMap((offered) =>
    lines.map((line) => ({
      line,
      offered,
      columns: plans.filter((one) => one.line === line && one.offered === offered),
    })),
  );
  const known = new Set(plans.map((one) => one.version));
  const strangers = [...used].filter((one) => one !== NO_PLAN && !known.has(one)).sort();
  const loose: ColumnGroup[] = [
    { line: 'not in the matrix', offered: true, columns: strangers.map((version) => ({ version, name: version })) },
    { line: 'about no plan', offered: true, columns: [{ version: NO_PLAN, name: 'Any plan' }] },
  ];
  return [...groups, ...loose]
    .map((group) => ({ ...group, columns: group.columns.filter((one) => used.has(one.version)) }))
    .filter((group) => group.columns.length > 0);
}
