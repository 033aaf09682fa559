/** The text of a matrix file goes in; what a person is told about it comes out. */
import { describeProblem } from '../../../matrix/problem.ts';
import { readMatrix } from '../../../matrix/read/read.ts';

/** A readable file of six lines; `more` follows from line 7, inside the plan when it is indented by four. */
export const tide = (more = '') =>
  `planproof: 1\nproduct: Tide\nplans:\n  pro:\n    name: Pro\n    version: pro_v1\n${more}`;

/** Everything that a person is told about a file, between line breaks. */
export function told(text: string | Uint8Array): string {
  const { problems, source } = readMatrix(text, 'matrix.yaml');
  return `\n${problems.map((problem) => describeProblem(problem, () => source.text)).join('\n')}\n`;
}
