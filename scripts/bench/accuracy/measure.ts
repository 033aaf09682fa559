/** What was read and what people judged by hand go in; which rows were read, missed or wrongly reported comes out. */
import type { Matrix, Place } from '../../../matrix/types.ts';
import type { Pair } from '../../../verifier/pair/pair.ts';
import type { Finding } from '../../../verifier/types.ts';
import type { ClaimList, ClaimRow } from './claim-row.ts';
import type { Looked } from './look-at-clone.ts';
import { factsOf, type RowFact } from './row-facts.ts';

export interface Measure {
  agree: { row: ClaimRow; missed: string[] }[];
  contradict: { row: ClaimRow; errors: Finding[] }[];
  traps: { row: ClaimRow; errors: Finding[] }[];
  errors: Finding[];
}

/** Lines after its own on which a row's words may go on. */
const MORE_LINES = 2;

export function measure(matrix: Matrix, { rows, counts }: ClaimList, looked: Looked): Measure {
  const errors = looked.findings.filter((one) => one.level === 'error' && one.direction !== 'unread');
  const lineAt = endLines(looked);
  const on = (row: ClaimRow, more: number) => (place: Place) =>
    place.kind === 'file' && place.path === row.file && place.line <= row.line + more && lineAt(place) >= row.line;
  const errorsOn = (row: ClaimRow, facts: readonly RowFact[], more: number) =>
    errors.filter(
      ({ about, sides }) =>
        sides.some(({ who, at }) => who !== 'matrix' && at.some(on(row, more))) &&
        (!facts.length || facts.some((fact) => fact.about(about))),
    );
  const of = (verdict: string) => rows.filter((row) => row.verdict === verdict && counts(row));
  return {
    agree: of('agree').map((row) => {
      const near = looked.pairs.filter(({ seen }) => seen.at.some(on(row, MORE_LINES)));
      const missed = factsOf(matrix, row.subject).flatMap((fact) => missing(fact, near));
      return { row, missed };
    }),
    contradict: of('contradict').map((row) => ({
      row,
      errors: errorsOn(row, factsOf(matrix, row.subject), MORE_LINES),
    })),
    traps: rows.filter((row) => row.verdict === 'not_a_claim').map((row) => ({ row, errors: errorsOn(row, [], 0) })),
    errors,
  };
}

function missing(fact: RowFact, near: readonly Pair[]): string[] {
  const own = near.filter(
    (one) => one.kind === 'copy' && one.comparison && one.about.subject.kind !== 'words' && fact.about(one.about),
  );
  if (!own.length) return [`${fact.words}: not read`];
  const other = own.find((one) => one.comparison?.is !== 'same');
  return other
    ? [`${fact.words}: ${other.about.versions.join(' ')} ${other.comparison?.is} (${JSON.stringify(other.value)})`]
    : [];
}

/** The last line of a place, which its length tells. */
function endLines({ text }: Looked): (place: Place & { kind: 'file' }) => number {
  const starts = new Map<string, { text: string; lines: number[] }>();
  return ({ path, line, column, length }) => {
    const file = starts.get(path) ?? { text: text(path), lines: linesOf(text(path)) };
    starts.set(path, file);
    const from = file.lines[line - 1]! + column - 1;
    return line + file.text.slice(from, from + length).split('\n').length - 1;
  };
}

function linesOf(text: string): number[] {
  const lines = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.push(at + 1);
  return lines;
}
