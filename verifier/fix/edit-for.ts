/** A finding about copy, one of its places and the file's text go in; the one edit that mends it there comes out, if there is just one. */
import type { FilePlace, Matrix, Value } from '../../matrix/types.ts';
import { moneyIn } from '../claims/money.ts';
import { numberAt } from '../claims/numbers.ts';
import { type Token, tokensOf } from '../claims/tokens.ts';
import type { Finding } from '../types.ts';
import type { Edit } from './edit.ts';
import { writtenMoney } from './written-money.ts';
import { writtenNumber } from './written-number.ts';

interface Spot {
  matrix: Matrix;
  /** The words of the claim as they are written, and where they begin. */
  written: string;
  from: number;
  text: string;
}

/** Whoever asks reads the text again afterwards: an edit that mends nothing, or breaks something, is taken back. */
export function editFor(matrix: Matrix, { sides }: Finding, place: FilePlace, text: string): Edit | undefined {
  const [promised, ...more] = sides.filter(({ who }) => who === 'matrix');
  const seen = sides.find(({ who, at }) => who !== 'matrix' && at.includes(place));
  if (!promised || more.length || !seen) return undefined;
  const from = offsetOf(text, place);
  const spot: Spot = { matrix, written: text.slice(from, from + place.length), from, text };
  return editOf(spot, seen.value, promised.value);
}

function editOf(spot: Spot, seen: Value, promised: Value): Edit | undefined {
  if (seen.kind === 'money' && promised.kind === 'money') return moneyEdit(spot, seen, promised);
  if (seen.kind === 'amount' && promised.kind === 'amount') return numberEdit(spot, seen, promised);
  if (seen.kind === 'duration' && promised.kind === 'duration') return numberEdit(spot, seen, promised);
  if (seen.kind === 'words' && promised.kind === 'words') return wordsEdit(spot, seen.text, promised.text);
  return markEdit(spot, seen, promised);
}

type Of<K extends Value['kind']> = Extract<Value, { kind: K }>;

function moneyEdit({ written, from }: Spot, seen: Of<'money'>, promised: Of<'money'>): Edit | undefined {
  if (promised.currency !== seen.currency || promised.minor === 0 || promised.per?.unit) return undefined;
  const [sum, other] = moneyIn(written).filter((one) => one.minor === seen.minor && one.currency === seen.currency);
  if (!sum || other) return undefined;
  const words = writtenMoney(written.slice(sum.from, sum.to), promised.minor, promised.currency);
  return words === undefined ? undefined : { from: from + sum.from, to: from + sum.to, words };
}

function numberEdit(spot: Spot, seen: { n: number; unit: string }, promised: { n: number; unit: string }) {
  if (seen.unit !== promised.unit) return undefined;
  const tokens = tokensOf(spot.written);
  const hits = tokens.flatMap((token, at) => {
    const number = numberAt(tokens, at);
    return number?.n === seen.n
      ? [{ token, last: tokens[at + number.length - 1]!, next: tokens[at + number.length] }]
      : [];
  });
  const [hit, other] = hits;
  if (!hit || other) return undefined;
  const raw = spot.written.slice(hit.token.from, hit.last.to);
  const number = writtenNumber(raw, promised.n);
  const unit = unitAfter(spot, hit.last, hit.next, promised);
  const to = unit ? hit.next!.to : hit.last.to;
  return { from: spot.from + hit.token.from, to: spot.from + to, words: number + (unit ?? '') };
}

/** "1 day" becomes "14 days"; "14-day" stays what it is. What stands between is kept. */
function unitAfter(
  { matrix, written }: Spot,
  last: Token,
  next: Token | undefined,
  { n, unit }: { n: number; unit: string },
): string | undefined {
  const forms = matrix.units[unit];
  if (!forms || !next) return undefined;
  const between = written.slice(last.to, next.from);
  const [is, should] = n === 1 ? [forms.other, forms.one] : [forms.one, forms.other];
  return between.includes('-') || next.raw !== is || is === should ? undefined : between + should;
}

/** A phrase, and what to say instead of it: nothing where nobody wrote what. */
function wordsEdit({ written, from, text }: Spot, seen: string, say: string): Edit | undefined {
  if (!say || written !== seen) return undefined;
  const begins = /(?:^|[.!?:]\s+|\n\s*(?:[-*#>|]+\s*)?)$/.test(text.slice(0, from));
  const words = begins && /^\p{Lu}/u.test(written) ? say[0]!.toUpperCase() + say.slice(1) : say;
  return { from, to: from + written.length, words };
}

/** Pairs of words and signs for has and has not. */
const MARKS: readonly (readonly [has: string, not: string])[] = [
  ['✓', '✗'],
  ['✔', '✘'],
  ['✔️', '✖️'],
  ['✅', '❌'],
  ['Yes', 'No'],
  ['yes', 'no'],
  ['Y', 'N'],
  ['Included', 'Not included'],
  ['included', 'not included'],
  ['Available', 'Not available'],
  [':white_check_mark:', ':x:'],
];

/** A cell that holds a sign and nothing else becomes its opposite. */
function markEdit({ written, from }: Spot, seen: Value, promised: Value): Edit | undefined {
  const side = seen.kind === 'included' && promised.kind === 'excluded' ? 0 : 1;
  if (side === 1 && !(seen.kind === 'excluded' && promised.kind === 'included')) return undefined;
  const mark = MARKS.find((one) => one[side] === written.trim());
  if (!mark) return undefined;
  const begin = from + written.indexOf(mark[side]);
  return { from: begin, to: begin + mark[side].length, words: mark[1 - side]! };
}

function offsetOf(text: string, { line, column }: FilePlace): number {
  let at = 0;
  for (let n = 1; n < line; n++) at = text.indexOf('\n', at) + 1;
  return at + column - 1;
}
