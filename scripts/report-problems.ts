/** Problems with files go in; they are printed with their places, and the exit code comes out. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeProblem, type Problem } from '../matrix/problem.ts';

/** `print` writes to stderr where stdout is for a program. */
export function reportProblems(
  root: string,
  problems: readonly Problem[],
  print: (words: string) => void = console.log,
): 0 | 1 {
  const textOf = (path: string) => {
    try {
      return readFileSync(join(root, path), 'utf8');
    } catch {
      return undefined;
    }
  };
  for (const problem of problems) print(`${describeProblem(problem, textOf)}\n`);
  return problems.some((problem) => problem.level === 'error') ? 1 : 0;
}
