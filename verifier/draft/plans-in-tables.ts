/** A table goes in; the plans that head its columns or rows are added to the evidence. */
import type { Block, Text } from '../claims/text.ts';
import { cellKind } from './cell-kind.ts';
import type { Evidences } from './evidence.ts';
import { isUsual, planName } from './plan-name.ts';

type Table = Extract<Block, { kind: 'table' }>;

/** Words in a heading, or at the head of the first column, that promise plans. */
export const ABOUT_PLANS = /\b(?:plans?|tiers?|editions?|pricing|prices?|subscriptions?|packages|compare)\b/i;
const HEADS_PLANS =
  /^(?:(?:subscription |pricing )?(?:plans?|tiers?|editions?|packages?|subscriptions?)(?: names?)?|pulse)$/i;
const PRICED = /\b(?:price|prices|pricing|cost|costs|per month|per year|monthly|yearly|annual)\b/i;

/** `heading`: the words of the headings above. `known`: names that other documents or blocks list as plans. */
export function plansInTable(table: Table, heading: string, evidences: Evidences, known: ReadonlySet<string>): void {
  const columns = planColumns(table, heading, known);
  if (columns.length) evidences.listed(columns);
  else if (isListOfPlans(table)) evidences.listed(table.rows.map((row) => row[0]!).filter(Boolean));
}

/** Names over cells of ticks, numbers and prices. Who else has such tables (platforms, releases) is told by what else they say. */
function planColumns({ head, rows }: Table, heading: string, known: ReadonlySet<string>): Text[] {
  const fits = head.map(
    (cell, c) => planName(cell.value) !== undefined && (c > 0 || head.length > 1) && isOfValues(rows, c),
  );
  const columns = head.filter((_, c) => fits[c]);
  if (columns.length < 2 || new Set(columns.map((one) => planName(one.value))).size < columns.length) return [];
  const names = columns.map((one) => planName(one.value)!);
  const priced = rows.some((row) =>
    row.some((cell) => cellKind(cell.value).kind === 'price' && cell.value.length < 40),
  );
  const usual = names.filter((name) => isUsual(name) || known.has(name)).length;
  return priced || usual * 2 >= names.length || (usual > 0 && ABOUT_PLANS.test(`${heading} ${head[0]?.value ?? ''}`))
    ? columns
    : [];
}

const MOST_WORDY = 0.5;

function isOfValues(rows: readonly Text[][], c: number): boolean {
  const kinds = rows.map((row) => cellKind(row[c]?.value ?? '').kind).filter((kind) => kind !== 'empty');
  return kinds.length > 0 && kinds.filter((kind) => kind === 'words').length <= kinds.length * MOST_WORDY;
}

/** "Plan | Price per month | Forms": names down the first column, and a price in their rows. */
function isListOfPlans({ head, rows }: Table): boolean {
  const [first, ...others] = head;
  if (!first || !HEADS_PLANS.test(first.value.trim()) || rows.length < 2) return false;
  const names = rows.map((row) => planName(row[0]?.value ?? ''));
  if (names.filter(Boolean).length < 2 || new Set(names).size < names.length) return false;
  const priced = others.some((cell) => PRICED.test(cell.value));
  return priced || rows.some((row) => row.slice(1).some((cell) => cellKind(cell.value).kind === 'price'));
}
