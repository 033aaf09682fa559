/** A workspace goes in; every generated file with its right contents, and the regions that cannot be printed, come out. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printDocsData } from '../../matrix/print/docs-data.ts';
import { printEntitlementsJson } from '../../matrix/print/entitlements-json.ts';
import { printEvaluatorTable } from '../../matrix/print/evaluator-table.ts';
import { originOf } from '../../matrix/print/origin.ts';
import { printReference } from '../../matrix/print/reference.ts';
import { printPage } from '../../matrix/print/regions/print-page.ts';
import { printSiteData } from '../../matrix/print/site-data.ts';
import type { Problem } from '../../matrix/problem.ts';
import type { Matrix } from '../../matrix/types.ts';
import type { Config, GenerateTarget } from '../../verifier/config/types.ts';
import { Failure } from '../failure.ts';
import type { Files } from '../files/find-files.ts';
import { takesAway } from '../files/glob-meaning.ts';

export interface Printed {
  path: string;
  contents: string;
  /** It stands in a file that people write. */
  regions?: true;
}

type FilePrinter = (matrix: Matrix, origin: string, target: GenerateTarget) => string;

const FILE_PRINTERS: Record<Exclude<GenerateTarget['print'], 'regions'>, FilePrinter> = {
  'evaluator-table': (matrix, origin, target) =>
    printEvaluatorTable(matrix, origin, target.type_from ?? 'planproof/evaluator'),
  'entitlements-json': printEntitlementsJson,
  'site-data': printSiteData,
  'docs-data': printDocsData,
  reference: printReference,
};

/** Throws `Failure` when a target lacks `to` or `in`, or a glob matches nothing. */
export async function printAll(
  config: Config,
  matrix: Matrix,
  files: Files,
): Promise<{ printed: Printed[]; problems: Problem[] }> {
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
      const done = await regionsOf(files.root, matrix, path);
      problems.push(...done.problems);
      if (done.regions) printed.push({ path, contents: done.text, regions: true });
    }
  }
  return { printed, problems };
}

function filesOf(target: GenerateTarget, files: Files): string[] {
  if (!target.in)
    throw new Failure('`generate` prints regions nowhere: add `in:` with the Markdown files that hold them.');
  const empty = target.in.find((glob) => !takesAway(glob) && files.matching([glob]).length === 0);
  if (empty)
    throw new Failure(
      `\`generate\` looks for regions in ${empty}, which matches no file: correct it in planproof.config.yaml.`,
    );
  return files.matching(target.in);
}

async function regionsOf(root: string, matrix: Matrix, path: string) {
  const source = decoded(readFileSync(join(root, path)));
  if (source === undefined) {
    // A text that is read with other characters than it has could not be written back as it was.
    const at = { kind: 'file' as const, path, line: 1, column: 1, length: 1 };
    const problem: Problem = {
      rule: 'region/malformed',
      level: 'error',
      at,
      found: 'This file is not UTF-8.',
      write: 'the same text, saved as UTF-8.',
    };
    return { text: '', regions: 0, problems: [problem] };
  }
  const { text, regions, problems } = await printPage(matrix, source, /\.mdx$/i.test(path));
  return {
    text,
    regions,
    problems: problems.map(
      ({ line, column, length, found, write }): Problem => ({
        rule: 'region/malformed',
        level: 'error',
        at: { kind: 'file', path, line, column, length },
        found,
        write,
      }),
    ),
  };
}

/** The mark at the head of a file stays. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
