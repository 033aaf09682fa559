/** `planproof diff [BASE]`: what a change of the matrix means for those who have a contract, in plain words. */
import { adviseOn } from '../../matrix/diff/advise.ts';
import { diffMatrices } from '../../matrix/diff/diff-matrices.ts';
import { jsonDiff } from '../../matrix/diff/print/json.ts';
import { markdownDiff } from '../../matrix/diff/print/markdown.ts';
import { tell } from '../../matrix/diff/print/tell.ts';
import { terminalDiff } from '../../matrix/diff/print/terminal.ts';
import type { Advice, MatrixDiff } from '../../matrix/diff/types.ts';
import { describeProblem } from '../../matrix/problem.ts';
import { readSides } from '../diff/read-sides.ts';
import { Failure } from '../failure.ts';
import { paintOf } from '../paint.ts';

export interface DiffOptions {
  root: string;
  base?: string;
  /** `terminal` when left out. */
  format?: string;
}

const FORMATS: Record<string, (diff: MatrixDiff, advice: readonly Advice[]) => string> = {
  terminal: (diff, advice) => terminalDiff(tell(diff, advice), paintOf(process.stdout)),
  markdown: (diff, advice) => markdownDiff(tell(diff, advice)),
  json: jsonDiff,
};

/** 1 when holders of a published version lose something; 2 when no comparison could be made. */
export async function diff({ root, base, format = 'terminal' }: DiffOptions): Promise<0 | 1 | 2> {
  if (!Object.hasOwn(FORMATS, format))
    throw new Failure(`There is no format \`${format}\`: write one of ${Object.keys(FORMATS).join(', ')}.`);
  const { before, after, base: words, unreadable, errors } = await readSides(root, base);
  for (const { problem, text } of unreadable) {
    const textOf = (path: string) => (path === problem.at.path ? text : undefined);
    console.error(`${describeProblem(problem, textOf)}\n`);
  }
  if (!before || !after) return 2;
  console.error(`Compared with ${words}.`);
  if (errors)
    console.error(`The matrix has ${errors} ${errors === 1 ? 'error' : 'errors'}; \`planproof check\` tells more.`);
  const found = diffMatrices(before, after);
  process.stdout.write(FORMATS[format]!(found, adviseOn(found, before, after)));
  return found.breaks ? 1 : 0;
}
