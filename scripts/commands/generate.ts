/** `planproof generate`: prints every generated file; with `--check` only says which are not as printed. */
import { findFiles } from '../files/find-files.ts';
import { differences } from '../generate/compare.ts';
import { printAll } from '../generate/print-all.ts';
import { writePrinted } from '../generate/write-printed.ts';
import { reportProblems } from '../report-problems.ts';
import { openWorkspace } from '../workspace.ts';

export interface GenerateOptions {
  root: string;
  check: boolean;
}

/** Gives the exit code. Writes nothing when the matrix or any region has an error. */
export async function generate({ root, check }: GenerateOptions): Promise<0 | 1> {
  const { config, matrix, problems } = openWorkspace(root);
  if (!matrix) return reportProblems(root, problems);
  const files = findFiles(root, config);
  const { printed, problems: unprintable } = await printAll(config, matrix, files);
  if (unprintable.length) return reportProblems(root, unprintable);
  const different = differences(printed, files);
  if (check) {
    for (const { path, how, line } of different) console.log(`${path}:${line} ${how}: run \`planproof generate\``);
    console.error(`${printed.length} generated files, ${different.length} not as printed`);
    return different.length ? 1 : 0;
  }
  writePrinted(root, printed, different);
  for (const { path, how } of different) console.log(`${how === 'stale' ? 'removed' : 'wrote'} ${path}`);
  console.error(`${printed.length} generated files, ${different.length} changed`);
  return 0;
}
