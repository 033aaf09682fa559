/** What heads the rows and columns of a table goes in, whole and in parts; the plans, keys and intervals that they name come out. */
import type { Reading } from './items.ts';
import { type Axis, axisOf, intervalOf } from './table-axes.ts';
import type { Text } from './text.ts';

/** Words beside a name that make it the name of less, or of something else. */
const NARROWS =
  /\b(?:add-?ons?|extra|additional|soon|beta|preview|except|unless|limited|only|guests?|overage|previous|legacy|deprecated|competitors?|in use|used|remaining)\b/i;

/** A row is named by the first of its head's parts, such as the words before a tooltip. */
export function rowHead(reading: Reading, whole: string, parts: readonly Text[] = []): Axis {
  const axis = axisOf(reading, whole);
  if (names(axis)) return axis;
  const [first, ...rest] = parts;
  if (!first || rest.some(({ value }) => NARROWS.test(value))) return axis;
  const own = axisOf(reading, first.value);
  return names(own) ? own : axis;
}

function names({ subject, plans, base }: Axis): boolean {
  return Boolean(subject || plans || base);
}

/** A column may have its plan's name above or below words that group, describe or price it. */
export function columnHeads(reading: Reading, head: readonly Text[], over: readonly (readonly Text[])[] = []): Axis[] {
  const columns = head.map(({ value }, c) => columnHead(reading, value, over[c] ?? []));
  const ours = reading.vocabulary.product.toLowerCase();
  const groups = head.map((_, c) => over[c]?.[0]?.value.trim().toLowerCase());
  return columns.map((axis, c) => (isOfOthers(columns, groups, c, ours) ? { silent: true } : axis));
}

function columnHead(reading: Reading, whole: string, parts: readonly Text[]): Axis {
  const axis = axisOf(reading, whole);
  if (names(axis)) return axis;
  const each = parts.map(({ value }) => axisOf(reading, value));
  // Over one plan may stand the name of its line, or of the product, which is that of several.
  const single = each.filter(({ plans }) => plans?.length === 1);
  const named = single.length ? single : each.filter(({ plans }) => plans);
  if (named.length !== 1 || each.some(({ silent }) => silent)) return axis;
  return { ...named[0], ...intervalOf(whole) };
}

/** "Ours | Rival" over columns: a plan of the same name may be another product's. */
function isOfOthers(
  columns: readonly Axis[],
  groups: readonly (string | undefined)[],
  c: number,
  ours: string,
): boolean {
  const own = columns[c]!;
  if (!own.plans || groups[c] === undefined) return false;
  if (groups.includes(ours)) return groups[c] !== ours;
  const id = own.plans.join();
  const alike = (other: Axis) => other.plans?.join() === id && other.interval === own.interval;
  return columns.some((other, o) => o !== c && alike(other) && groups[o] !== groups[c]);
}

/** Plans that a first row names stand over the columns, though the table calls another row its head. */
export function withPlansHead<T extends { head: Text[]; rows: Text[][]; over?: Text[][]; names?: Text[][] }>(
  reading: Reading,
  table: T,
): T {
  const [first, ...rows] = table.rows;
  if (!first || !table.head.length || table.head.some(({ value }) => axisOf(reading, value).plans)) return table;
  const below = first.map(({ value }) => axisOf(reading, value));
  const plans = new Set(below.slice(1).flatMap((axis) => (axis.plans ? [axis.plans.join()] : [])));
  if (plans.size < 2 || names(below[0]!) || below.slice(1).some((axis) => !axis.plans && !axis.open)) return table;
  const over = first.map((cell, c) => [table.head[c], cell].filter((one): one is Text => one !== undefined));
  return { ...table, head: first, rows, over, names: table.names?.slice(1) ?? [] };
}
