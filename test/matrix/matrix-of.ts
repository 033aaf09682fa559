/** The text of a matrix goes in; what it reads and compiles to comes out. A text that cannot be read fails the test. */
import { readFileSync } from 'node:fs';
import { checkMatrix } from '../../matrix/check/check.ts';
import type { Checked } from '../../matrix/check/rule.ts';
import { compileMatrix } from '../../matrix/compile/compile.ts';
import { describeProblem, type Problem } from '../../matrix/problem.ts';
import { readMatrix } from '../../matrix/read/read.ts';

export const PULSE = readFileSync(new URL('../../matrix/entitlements.yaml', import.meta.url), 'utf8');

export function matrixOf(text: string): Checked {
  const { raw, source, problems } = readMatrix(text, 'matrix.yaml');
  if (!raw) throw new Error(problems.map((problem) => describeProblem(problem, () => text)).join('\n\n'));
  return { raw, source, matrix: compileMatrix(raw, source) };
}

/** The day that stories are judged on. */
export const JUDGED = '2027-01-01';

/** What the checks find in a text, as `line:column rule`. */
export function foundIn(text: string, date: string | undefined = JUDGED): string[] {
  return checkMatrix({ ...matrixOf(text), date }).map(placed);
}

/** What the reader finds in a text, as `line:column rule`. */
export function unreadIn(text: string | Uint8Array): string[] {
  return readMatrix(text, 'matrix.yaml').problems.map(placed);
}

function placed({ at, rule }: Problem): string {
  return `${at.line}:${at.column} ${rule}`;
}
