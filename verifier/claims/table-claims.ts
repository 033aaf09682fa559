/** A table goes in; one claim for each cell whose plan and subject its headings name comes out. */
import type { Subject, Value } from '../../matrix/types.ts';
import type { Claim, Context } from './claim.ts';
import type { Reading } from './items.ts';
import { sentenceClaims } from './sentence-claims.ts';
import { type Axis, axisOf, isDated } from './table-axes.ts';
import type { Text } from './text.ts';

interface Table {
  head: Text[];
  rows: Text[][];
}

export interface CellClaim {
  claim: Claim;
  text: Text;
}

interface Frame {
  reading: Reading;
  context: Context;
  columns: Axis[];
  /** Plans head the columns. */
  byColumn: boolean;
  /** Plans head the rows, or stand above them as a row of their own. */
  byRow: boolean;
}

/** Plans may head the columns or the rows; without either, the surroundings say whose the table is. */
export function tableClaims(reading: Reading, { head, rows }: Table, context: Context): CellClaim[] {
  if (head.some((cell) => isDated(cell.value))) return [];
  const named = head.map((cell) => axisOf(reading, cell.value));
  const real = headsColumns(head, named);
  const columns = real ? named : [];
  const body = real ? rows : [head, ...rows].filter((row) => row.length > 0);
  const axes = body.map((row) => axisOf(reading, row[0]?.value ?? ''));
  const byColumn = columns.slice(1).some((axis) => axis.plans);
  const frame: Frame = { reading, context, columns, byColumn, byRow: axes.some((axis) => axis.plans) };
  let group: string[] | undefined;
  const claims = body.flatMap((row, r) => {
    const axis = axes[r]!;
    const alone = row.slice(1).every((cell) => !cell.value.trim());
    if (alone && axis.plans) group = axis.plans;
    return alone ? [] : rowClaims(frame, row, { ...axis, ...(!axis.plans && !byColumn && group && { plans: group }) });
  });
  return [...(byColumn ? headPrices(reading, head, columns) : []), ...claims];
}

/** A first row that names a key or plan, and nothing that could head a column, is a row like the others. */
function headsColumns(head: readonly Text[], [first, ...columns]: readonly Axis[]): boolean {
  if (!head.length) return false;
  if (columns.some((axis) => axis.plans || axis.subject || axis.silent || axis.interval)) return true;
  const open = columns.every((axis) => axis.open);
  return open || !(first?.subject || first?.plans);
}

function rowClaims(
  { reading, context, columns, byColumn, byRow }: Frame,
  row: readonly Text[],
  axis: Axis,
): CellClaim[] {
  if (axis.silent || /^(?:19|20)\d\d-\d\d/.test(row[0]?.value ?? '')) return [];
  return row.slice(1).flatMap((cell, c) => {
    const column = columns[c + 1] ?? (columns.length ? {} : { open: true });
    const plans = byColumn ? column.plans : axis.plans;
    const whose = plans ? { known: plans } : byColumn || byRow ? undefined : context.plans;
    if (!whose || column.silent) return [];
    const subject = byColumn || !column.subject ? (axis.subject ?? column.subject) : column.subject;
    const interval = column.interval ?? axis.interval;
    const around = { ...context, plans: whose, subject, interval };
    const reads = byColumn || column.subject !== undefined || column.open;
    return reads
      ? cellClaims(reading, cell, around, column.open === true && byRow).map((claim) => ({ claim, text: cell }))
      : [];
  });
}

/** "Studio – €19/month" over a column is its price. */
function headPrices(reading: Reading, head: readonly Text[], columns: readonly Axis[]): CellClaim[] {
  return head.flatMap((text, c) =>
    columns[c]?.plans && /\d/.test(text.value)
      ? sentenceClaims(reading, text.value, {}).flatMap((claim) =>
          claim.subject.kind === 'price' ? [{ claim, text }] : [],
        )
      : [],
  );
}

const YES = /^(?=.)(?:[✓✔✅☑●•]\uFE0F?\s*)?(?:yes|y|included|includes|true|available)?$/iu;
const NO = /^(?=.)(?:[✗✘✕×❌✖–—−-]\uFE0F?\s*)?(?:no|n|not included|not available|none|false)?$/iu;

/** `free`: a cell without a subject of its own says in words what the plan of its row has. */
function cellClaims(reading: Reading, cell: Text, context: Context, free: boolean): Claim[] {
  const words = cell.value.trim();
  const { subject } = context;
  if (!words) return [];
  const from = cell.value.indexOf(words);
  const claim = (about: Subject, value: Value): Claim[] => [
    { subject: about, value, plans: context.plans!, certain: true, from, to: from + words.length },
  ];
  const said = () => sentenceClaims(reading, cell.value, context);
  if (subject?.kind === 'capability') {
    if (YES.test(words)) return claim(subject, { kind: 'included' });
    if (NO.test(words)) return claim(subject, { kind: 'excluded' });
    return /^add-?on$/i.test(words) ? claim(subject, { kind: 'addon' }) : [];
  }
  if (subject?.kind === 'limit') {
    if (/^(?:unlimited|∞|no limit|uncapped)$/i.test(words))
      return claim(
        { ...subject, facet: 'hard' },
        { kind: 'unlimited', unit: reading.vocabulary.limits[subject.key]?.unit },
      );
    return said().filter((one) => one.subject.kind === 'limit');
  }
  if (subject?.kind === 'price') return said().filter((one) => one.subject.kind === 'price');
  return free ? said() : [];
}
