/** A workspace goes in; every generated file with its right contents, and the regions that cannot be printed, come out. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printEntitlementsJson } from '../../matrix/print/entitlements-json.ts';
import { printEvaluatorTable } from '../../matrix/print/evaluator-table.ts';
import { originOf } from '../../matrix/print/origin.ts';
import { printReference } from '../../matrix/print/reference.ts';
import { printRegions } from '../../matrix/print/regions.ts';
import { printSiteData } from '../../matrix/print/site-data.ts';
import type { Problem } from '../../matrix/problem.ts';
import type { Matrix } from '../../matrix/types.ts';
import type { Config, GenerateTarget } from '../../verifier/config/types.ts';
import { Failure } from '../failure.ts';
import { matching } from '../files/find-files.ts';

export interface Printed {
  path: string;
  contents: string;
}

type FilePrinter = (matrix: Matrix, origin: string, target: GenerateTarget) => string;

const FILE_PRINTERS: Record<Exclude<GenerateTarget['print'], 'regions'>, FilePrinter> = {
  'evaluator-table': (matrix, origin, target) =>
    printEvaluatorTable(matrix, origin, target.type_from ?? 'planproof/evaluator'),
  'entitlements-json': printEntitlementsJson,
  'site-data': printSiteData,
  reference: printReference,
};

/** `files` are all files of the workspace. Throws `Failure` when a target lacks `to` or `in`, or a glob matches nothing. */
export function printAll(
  root: string,
  config: Config,
  matrix: Matrix,
  files: readonly string[],
): { printed: Printed[]; problems: Problem[] } {
  const origin = originOf(config.matrix);
  const printed: Printed[] = [];
  const problems: Problem[] = [];
  const targets = [...(config.generate ?? [])].sort(
    (a, b) => Number(a.print === 'regions') - Number(b.print === 'regions'),
  );
  for (const target of targets) {
    if (target.print !== 'regions') {
      if (!target.to)
        throw new Failure(`\`generate\` prints ${target.print} nowhere: add \`to:\` with the file to write.`);
      printed.push({ path: target.to, contents: FILE_PRINTERS[target.print](matrix, origin, target) });
      continue;
    }
    const whole = new Set(printed.map((one) => one.path));
    for (const path of filesOf(target, files).filter((one) => !whole.has(one))) {
      const done = regionsOf(root, matrix, path);
      problems.push(...done.problems);
      if (done.regions) printed.push({ path, contents: done.text });
    }
  }
  return { printed, problems };
}

function filesOf(target: GenerateTarget, files: readonly string[]): string[] {
  if (!target.in)
    throw new Failure('`generate` prints regions nowhere: add `in:` with the Markdown files that hold them.');
  const empty = target.in.find((glob) => matching(files, [glob]).length === 0);
  if (empty)
    throw new Failure(
      `\`generate\` looks for regions in ${empty}, which matches no file: correct it in planproof.config.yaml.`,
    );
  return matching(files, target.in);
}

function regionsOf(root: string, matrix: Matrix, path: string) {
  const { text, regions, problems } = printRegions(matrix, readFileSync(join(root, path), 'utf8'));
  const at = (line: number, column: number) => ({ kind: 'file' as const, path, line, column, length: 1 });
  return {
    text,
    regions,
    problems: problems.map(
      ({ line, column, found, write }): Problem => ({
        rule: 'region/malformed',
        level: 'error',
        at: at(line, column),
        found,
        write,
      }),
    ),
  };
}
