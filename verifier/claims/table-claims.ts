/** A table goes in; one claim for each cell whose plan and subject its headings name comes out. */
import type { Interval, Subject, Value } from '../../matrix/types.ts';
import type { Claim, Context } from './claim.ts';
import { itemsOf, type Reading } from './items.ts';
import { sentenceClaims } from './sentence-claims.ts';
import type { Text } from './text.ts';

interface Table {
  head: Text[];
  rows: Text[][];
}

interface Axis {
  plans?: string[];
  subject?: Subject;
  interval?: Interval;
}

export interface CellClaim {
  claim: Claim;
  text: Text;
}

const NOTHING: Axis = {};

/** Plans may head the columns or the rows; without either, the surroundings say whose the table is. */
export function tableClaims(reading: Reading, table: Table, context: Context): CellClaim[] {
  const columns = table.head.map((cell) => axisOf(reading, cell.value));
  const rows = table.rows.map((row) => axisOf(reading, row[0]?.value ?? ''));
  const byColumn = columns.slice(1).some((axis) => axis.plans);
  return table.rows.flatMap((row, r) => {
    const rowAxis = rows[r]!;
    return row.slice(1).flatMap((cell, c) => {
      const column = columns[c + 1] ?? NOTHING;
      const plans = byColumn ? column.plans : (rowAxis.plans ?? undefined);
      const subject = byColumn || !column.subject ? (rowAxis.subject ?? column.subject) : column.subject;
      const interval = column.interval ?? rowAxis.interval;
      const whose = plans ? { known: plans } : byColumn || rows.some((axis) => axis.plans) ? undefined : context.plans;
      if (!whose) return [];
      return cellClaims(reading, cell, { ...context, plans: whose, subject, interval }).map((claim) => ({ claim, text: cell }));
    });
  });
}

const INTERVALS: readonly [RegExp, Interval][] = [
  [/\b(?:monthly|per month|a month|\/ ?mo(?:nth)?|billed monthly)\b/i, 'month'],
  [/\b(?:yearly|annual(?:ly)?|per year|a year|\/ ?y(?:ea)?r|billed (?:yearly|annually))\b/i, 'year'],
];

/** What a heading cell names. A plan's name counts only when it is all, or nearly all, of the cell. */
function axisOf(reading: Reading, words: string): Axis {
  const items = itemsOf(reading, words);
  const interval = INTERVALS.find(([pattern]) => pattern.test(words))?.[1];
  const price = /\bprices?\b|\bcosts?\b/i.test(words) || (interval !== undefined && !items.some((item) => item.kind === 'key'));
  const keys = items.flatMap((item) => (item.kind === 'key' ? [item] : []));
  const plans = items.flatMap((item) => (item.kind === 'plans' && item.to - item.from >= words.trim().length - ' plan'.length - 1 ? item.versions : []));
  const [key, other] = keys.sort((a, b) => b.to - b.from - (a.to - a.from));
  const whole = key && (!other || key.to - key.from > words.trim().length / 2);
  const subject: Subject | undefined = whole ? key.subject : price ? { kind: 'price', key: 'price' } : undefined;
  return { ...(plans.length && { plans }), ...(subject && { subject }), ...(interval && { interval }) };
}

const YES = /^(?:✓|✔|✔️|✅|☑|●|•|yes|y|included|includes|true|available)$/iu;
const NO = /^(?:✗|✘|✕|×|❌|✖|no|n|not included|not available|none|false|–|—|-|−)$/iu;

function cellClaims(reading: Reading, cell: Text, context: Context): Claim[] {
  const words = cell.value.trim();
  const { subject } = context;
  if (!words) return [];
  const whole = { from: cell.value.indexOf(words), to: cell.value.indexOf(words) + words.length };
  const claim = (about: Subject, value: Value): Claim[] => [{ subject: about, value, plans: context.plans!, certain: true, ...whole }];
  if (subject?.kind === 'capability') {
    if (YES.test(words)) return claim(subject, { kind: 'included' });
    if (NO.test(words)) return claim(subject, { kind: 'excluded' });
    return /^add-?on$/i.test(words) ? claim(subject, { kind: 'addon' }) : [];
  }
  if (subject?.kind === 'limit') {
    if (/^(?:unlimited|∞|no limit|uncapped)$/i.test(words)) return claim({ ...subject, facet: 'hard' }, { kind: 'unlimited', unit: reading.vocabulary.limits[subject.key]?.unit });
    return sentenceClaims(reading, words, context).filter((one) => one.subject.kind === 'limit');
  }
  return subject?.kind === 'price' ? sentenceClaims(reading, words, context).filter((one) => one.subject.kind === 'price') : [];
}
