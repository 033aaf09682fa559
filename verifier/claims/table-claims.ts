/** A table goes in; one claim for each cell whose plan and subject its headings name comes out. */
import type { Subject, Value } from '../../matrix/types.ts';
import type { Claim, Context } from './claim.ts';
import type { Reading } from './items.ts';
import { sentenceClaims } from './sentence-claims.ts';
import { type Axis, axisOf, isDated } from './table-axes.ts';
import { columnHeads, rowHead, withPlansHead } from './table-heads.ts';
import { type Notes, noteOf, withoutMark } from './table-notes.ts';
import type { Text } from './text.ts';
import { whomOf } from './whom.ts';

interface Table {
  head: Text[];
  rows: Text[][];
  over?: Text[][];
  names?: Text[][];
  laidOut?: true;
}

export interface CellClaim {
  claim: Claim;
  text: Text;
}

interface Frame {
  reading: Reading;
  context: Context;
  columns: Axis[];
  notes: Notes;
  /** Plans head the columns. */
  byColumn: boolean;
  /** Plans head the rows, or stand above them as a row of their own. */
  byRow: boolean;
}

/** Plans may head the columns or the rows; without either, the surroundings say whose the table is. */
export function tableClaims(reading: Reading, table: Table, context: Context, notes: Notes = new Map()): CellClaim[] {
  const { head, rows, laidOut, over, names } = withPlansHead(reading, table);
  if ([...table.head, ...head].some((cell) => isDated(cell.value))) return [];
  const named = columnHeads(reading, head, over);
  if (named.length > 1 && named.every((axis) => axis.plans)) return cardClaims(reading, head, rows, named, context);
  if (laidOut && named.filter((axis) => axis.plans).length < 2) return [];
  const real = headsColumns(head, named);
  const columns = real ? named : [];
  const body = real ? rows : [head, ...rows].filter((row) => row.length > 0);
  const byColumn = columns.slice(1).some((axis) => axis.plans);
  const axes = body.map((row, r) =>
    rowAxis(reading, { row, parts: names?.[r - body.length + rows.length] }, columns, byColumn),
  );
  const headed = axes.filter((axis) => axis.plans).length;
  const byRow = headed > 0 && !(context.plans && headed * 2 < axes.length);
  const frame: Frame = { reading, context, columns, notes, byColumn, byRow };
  let group: string[] | undefined;
  const claims = body.flatMap((row, r) => {
    const axis = axes[r]!;
    const alone = row.slice(1).every((cell) => !cell.value.trim());
    if (alone && axis.plans) group = axis.plans;
    return alone ? [] : rowClaims(frame, row, { ...axis, ...(!axis.plans && !byColumn && group && { plans: group }) });
  });
  const blank = byColumn && isTicked(body, columns) ? body.flatMap((row, r) => blankCells(row, axes[r]!, columns)) : [];
  return [...(byColumn ? headPrices(reading, head, columns) : []), ...claims, ...blank];
}

/** Rows of ticks that tell a pattern from a table that somebody has not filled in. */
const LEAST_TICKED = 3;

/** Whether every cell under a plan is a tick or empty. */
function isTicked(rows: readonly Text[][], columns: readonly Axis[]): boolean {
  const cells = rows.map((row) => row.filter((_, c) => c > 0 && columns[c]?.plans).map(({ value }) => value.trim()));
  const ticks = (row: readonly string[]) => row.filter((cell) => TICK.test(cell)).length;
  return (
    cells.every((row) => row.every((cell) => !cell || TICK.test(cell))) &&
    cells.filter((row) => ticks(row) > 0 && ticks(row) < row.length).length >= LEAST_TICKED
  );
}

const TICK = /^[✓✔✅☑●•⬤🟢]\uFE0F?\s*[*†‡]?$/u;

/** In such a table, who has no tick has it not; the row's own words say so. */
function blankCells(row: readonly Text[], { subject, silent }: Axis, columns: readonly Axis[]): CellClaim[] {
  const text = row[0];
  if (!text || silent || subject?.kind !== 'capability' || row.every(({ value }, c) => c === 0 || !value.trim()))
    return [];
  return columns.flatMap(({ plans, silent: out }, c) =>
    c > 0 && plans && !out && row[c] && !row[c].value.trim()
      ? [
          {
            claim: {
              subject,
              value: { kind: 'excluded' as const },
              plans: { known: plans },
              certain: true,
              from: 0,
              to: Math.min(text.value.length, 80),
            },
            text,
          },
        ]
      : [],
  );
}

/** What a row is about stands in its first cell, or, before the first plan's column, in the one that names a key. */
function rowAxis(
  reading: Reading,
  { row, parts }: { row: readonly Text[]; parts: readonly Text[] | undefined },
  columns: readonly Axis[],
  byColumn: boolean,
): Axis {
  const axis = rowHead(reading, row[0]?.value ?? '', parts);
  if (axis.subject || axis.plans || axis.base || !(byColumn || columns.some((one) => one.whom || one.label)))
    return axis;
  const end = columns.findIndex((one) => one.plans || one.whom);
  for (const cell of row.slice(1, end < 0 ? row.length : end)) {
    const other = axisOf(reading, cell.value);
    if (other.subject) return other;
  }
  return axis;
}

/** A plan over every column, and no column that says what its rows are about: each cell speaks for itself. */
function cardClaims(
  reading: Reading,
  head: readonly Text[],
  rows: readonly Text[][],
  columns: readonly Axis[],
  context: Context,
): CellClaim[] {
  const cells = rows.flatMap((row) =>
    row.flatMap((cell, c) => {
      const plans = columns[c]?.plans;
      return plans
        ? sentenceClaims(reading, cell.value, { ...context, plans: { known: plans } }).map((claim) => ({
            claim,
            text: cell,
          }))
        : [];
    }),
  );
  return [...headPrices(reading, head, columns), ...cells];
}

/** A first row that names a key or plan, and nothing that could head a column, is a row like the others. */
function headsColumns(head: readonly Text[], [first, ...columns]: readonly Axis[]): boolean {
  if (!head.length) return false;
  if (columns.some((axis) => axis.plans || axis.subject || axis.silent || axis.interval || axis.whom || axis.label))
    return true;
  const open = columns.every((axis) => axis.open);
  return open || !(first?.subject || first?.plans);
}

function rowClaims(frame: Frame, row: readonly Text[], axis: Axis): CellClaim[] {
  const { reading, context, columns, notes, byColumn, byRow } = frame;
  if (axis.silent || /^(?:19|20)\d\d-\d\d/.test(row[0]?.value ?? '')) return [];
  const gate = GATE.test(row[0]?.value ?? '');
  return row.slice(1).flatMap((cell, c) => {
    const column = columns[c + 1] ?? (columns.length ? {} : { open: true });
    if (column.whom)
      return axis.subject ? whoseCell(reading, cell, axis.subject) : jointCell(reading, row[0]!.value, cell);
    if (column.label) return axis.subject ? labelCell(cell, axis.subject) : [];
    if (gate && !byColumn && !byRow)
      return sentenceClaims(reading, cell.value, { ...context, gate: true }).map((claim) => ({ claim, text: cell }));
    const plans = byColumn ? column.plans : axis.plans;
    const whose = plans ? { known: plans } : byColumn || byRow ? undefined : context.plans;
    if (!whose || column.silent) return [];
    const subject = byColumn || !column.subject ? (axis.subject ?? column.subject) : column.subject;
    const interval = column.interval ?? axis.interval;
    const qualifier = axis.qualifier ?? column.qualifier;
    const billed = column.billed ?? axis.billed;
    const unit = subject === axis.subject ? axis.unit : column.unit;
    const around = {
      ...context,
      plans: whose,
      subject,
      interval,
      ...(billed && { billed }),
      ...(unit && { unit }),
      ...(qualifier && { qualifier }),
    };
    const reads = byColumn || column.subject !== undefined || column.open;
    if (!reads) return [];
    const found = axis.base
      ? baseCell(cell, axis.base, around)
      : cellClaims(reading, cell, around, { free: column.open === true && byRow, notes });
    return found.map((claim) => ({ claim, text: cell }));
  });
}

const GATE =
  /^\W*(?:licen[cs]es?|requires?|plans?|tiers?|subscriptions?|(?:required|minimum) (?:plan|tier|licen[cs]e))\W*$/i;

/** "Audit log, SAML, more than 5 seats | Pro": Pro has each of them; a smaller plan may have one of them too. */
function jointCell(reading: Reading, words: string, cell: Text): CellClaim[] {
  const parts = words.length < 300 && words.includes(',') ? words.split(/,\s*(?:and |or )?/) : [];
  const subjects = parts.flatMap((part) => axisOf(reading, part).subject ?? []);
  return subjects
    .flatMap((subject) => whoseCell(reading, cell, subject))
    .map(({ claim: { relation: _, ...claim }, text }) => ({ claim, text }));
}

/** "Audit log | Pro and above": who has what the row is about. */
function whoseCell(reading: Reading, cell: Text, subject: Subject): CellClaim[] {
  if (subject.kind !== 'capability') return [];
  const whom = whomOf(reading, cell.value);
  if (!whom) return [];
  const words = cell.value.trim();
  const from = cell.value.indexOf(words);
  const claim: Claim = { subject, value: { kind: 'included' }, ...whom, certain: true, from, to: from + words.length };
  return [{ claim, text: cell }];
}

/** "Display name" beside a key's id: what customers are told that it is called. */
function labelCell(cell: Text, subject: Subject): CellClaim[] {
  const words = cell.value.trim();
  if (!words) return [];
  const from = cell.value.indexOf(words);
  const text = cell.source?.(from, from + words.length) ?? words;
  const claim: Claim = {
    subject: { kind: 'words', key: subject.key, facet: 'name' },
    value: { kind: 'words', text },
    plans: { known: [] },
    certain: true,
    from,
    to: from + words.length,
  };
  return [{ claim, text: cell }];
}

/** "Everything in Starter | ✓". */
function baseCell(cell: Text, base: readonly string[], { plans }: Context): Claim[] {
  const words = cell.value.trim();
  if (!words || !plans || !YES.test(words)) return [];
  const from = cell.value.indexOf(words);
  return base
    .filter((key) => !('known' in plans && plans.known.includes(key)))
    .map((key) => ({
      subject: { kind: 'plan' as const, key, facet: 'everything_in' },
      value: { kind: 'included' as const },
      plans,
      certain: true,
      from,
      to: from + words.length,
    }));
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

const YES =
  /^(?=.)(?:[✓✔✅☑●•⬤🟢]\uFE0F?\s*|:(?:white_check_mark|heavy_check_mark|ballot_box_with_check|check|check_mark|\+1):\s*)?(?:yes|y|included|includes|true|available|full(?: access)?|supported|standard|as standard)?[.!]?$/iu;
const NO =
  /^(?=.)(?:[✗✘✕×❌✖🚫⛔🔴–—−-]\uFE0F?\s*|:(?:x|no_entry(?:_sign)?|heavy_multiplication_x|cross_mark|negative_squared_cross_mark|-1):\s*)?(?:no|n|not included|not available|none|false|unavailable|not supported|n\/a|excluded)?\.?$/iu;
const ADDON =
  /^(?:(?:paid |optional |as an? )?add-?on|available as an? (?:paid )?add-?on|extra(?: cost)?|(?:sold|available) separately|optional extra)\b[^.;]{0,40}$/i;
const UNLIMITED =
  /^(?:unlimited|∞|no limits?|uncapped|unmetered|limitless|infinite|without limit|no cap|no restrictions?|as many as you (?:like|need|want))$/i;

/** `free`: a cell without a subject of its own says in words what the plan of its row has. */
function cellClaims(
  reading: Reading,
  cell: Text,
  context: Context,
  { free, notes }: { free: boolean; notes: Notes },
): Claim[] {
  const { words: plain, mark } = withoutMark(cell.value);
  const words = plain.replace(/\s*\((?:[^()]{0,60})\)$/, (aside) => (HARMLESS.test(aside) ? '' : aside));
  const { subject } = context;
  if (!words) return [];
  const from = cell.value.indexOf(words);
  const claim = (about: Subject, value: Value, whom?: Pick<Claim, 'plans' | 'relation'>): Claim[] => [
    { subject: about, value, plans: context.plans!, ...whom, certain: true, from, to: from + words.length },
  ];
  const said = () => sentenceClaims(reading, cell.value, { ...context, cell: true });
  if (subject?.kind === 'capability') {
    if (NO.test(words)) return claim(subject, { kind: 'excluded' });
    if (ADDON.test(words)) return claim(subject, { kind: 'addon' });
    const begins = BEGINS.exec(words)?.[1]?.toLowerCase();
    if (begins && !NARROWED.test(words)) return claim(subject, { kind: begins === 'no' ? 'excluded' : 'included' });
    if (!YES.test(words))
      return said().filter((one) => one.subject.kind === 'capability' && one.subject.key !== subject.key);
    const meant = mark ? noteOf(reading, notes.get(mark)) : undefined;
    if (meant?.is === 'unclear') return [];
    if (meant?.is === 'addon') return claim(subject, { kind: 'addon' });
    return claim(subject, { kind: 'included' }, meant?.is === 'only' ? meant.whom : undefined);
  }
  if (subject?.kind === 'limit') {
    if (UNLIMITED.test(words))
      return claim(
        { ...subject, facet: 'hard' },
        { kind: 'unlimited', unit: reading.vocabulary.limits[subject.key]?.unit },
      );
    return said().filter((one) => one.subject.kind === 'limit');
  }
  if (subject?.kind === 'price') return said().filter((one) => one.subject.kind === 'price');
  if (subject?.kind === 'trial') return said().filter((one) => one.subject.kind === 'trial');
  return free ? said() : [];
}

/** "Yes, on your own server", "No; only the owner can". */
const BEGINS = /^(yes|no|included)\s*[,;:.(–—-]/i;
const NARROWED =
  /\b(?:add-?on|extra|soon|beta|preview|except|unless|but|read-?only|limited|partial(?:ly)?|requires?|on request|with a|from)\b/i;

/** Words in brackets behind a tick that say more about the thing, and not whether one has it. */
const HARMLESS =
  /^\s*\((?![^)]*\b(?:only|not|no|except|add-?on|soon|beta|preview|limited|extra|from|requires?|needs?|read)\b)/i;
