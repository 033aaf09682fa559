/** `planproof import`: writes a matrix from another format, and lists what that matrix could not take. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { headOf, notCarried } from '../../matrix/import/head-of.ts';
import type { Imported, ImportResult } from '../../matrix/import/imported.ts';
import { importPricing2yaml } from '../../matrix/import/pricing2yaml/import-pricing2yaml.ts';
import { readBack } from '../../matrix/import/read-back.ts';
import { importStripe } from '../../matrix/import/stripe/import-stripe.ts';
import { writeMatrix } from '../../matrix/import/write-matrix.ts';
import { describeProblem, type Problem } from '../../matrix/problem.ts';
import { Failure } from '../failure.ts';
import { writeWhole } from '../files/write-whole.ts';
import { schemaLines } from '../init/first-files.ts';

export interface ImportOptions {
  root: string;
  /** The format, and the file. */
  names: readonly string[];
  json: boolean;
  out?: string;
}

const FORMATS: Readonly<Record<string, (bytes: Uint8Array, path: string) => ImportResult>> = {
  pricing2yaml: importPricing2yaml,
  stripe: importStripe,
};

/** Gives the exit code. Throws `Failure` where it is not told what to read, or may not write. */
export function importMatrix({ root, names, json, out }: ImportOptions): 0 | 2 {
  const { read, file } = asked(names);
  if (out !== undefined && existsSync(resolve(root, out)))
    throw new Failure(
      `${out} is already there, and import does not write over it: name another file, or move it away.`,
    );
  const bytes = bytesOf(root, file);
  const { imported, problems } = read(bytes, basename(file));
  if (!imported)
    return refuse(
      problems.map((problem) => placedIn(problem, file)),
      bytes,
    );
  const matrix = writeMatrix(imported, [...schemaLines('entitlements'), ...headOf(imported)]);
  const back = readBack(matrix, out ?? 'entitlements.yaml');
  if (!back.matrix) throw new Error(`the matrix from ${file} cannot be read: ${back.problems[0]?.found}`);
  if (json) console.log(JSON.stringify(asData(matrix, imported, back.problems), null, 2));
  if (out !== undefined) writeNew(root, out, matrix);
  else if (!json) process.stdout.write(matrix);
  tell(imported, back.problems, matrix);
  return 0;
}

function asked(names: readonly string[]): { read: (typeof FORMATS)[string]; file: string } {
  const [format = '', file] = names;
  const known = Object.keys(FORMATS).join(', ');
  const read = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  if (!read)
    throw new Failure(
      `${format ? `There is no format \`${format}\` to import` : '`planproof import` needs a format and a file'}: write one of ${known}, then the file.`,
    );
  if (!file) throw new Failure(`\`planproof import ${format}\` needs a file: write its path after the format.`);
  return { read, file };
}

function bytesOf(root: string, file: string): Uint8Array {
  try {
    return readFileSync(resolve(root, file));
  } catch (error) {
    const { code } = error as { code?: string };
    const why = code === 'EISDIR' ? 'is a folder' : code === 'ENOENT' ? 'does not exist' : `cannot be read (${code})`;
    throw new Failure(`${file} ${why}: write the path of the file to import.`);
  }
}

function writeNew(root: string, out: string, matrix: string): void {
  try {
    writeWhole(resolve(root, out), matrix);
  } catch (error) {
    throw new Failure(`${out} cannot be written (${(error as { code?: string }).code}): name another file.`);
  }
  console.error(`wrote ${out}`);
}

function placedIn(problem: Problem, path: string): Problem {
  return { ...problem, at: { ...problem.at, path } };
}

function refuse(problems: readonly Problem[], bytes: Uint8Array): 2 {
  const text = new TextDecoder().decode(bytes);
  for (const problem of problems) console.error(`${describeProblem(problem, () => text)}\n`);
  return 2;
}

function tell(imported: Imported, problems: readonly Problem[], matrix: string): void {
  for (const sentence of [...imported.readings, ...notCarried(imported)]) console.error(sentence);
  for (const problem of problems) console.error(`\n${describeProblem(problem, () => matrix)}`);
}

function asData(matrix: string, { readings, leftOut }: Imported, problems: readonly Problem[]) {
  return {
    matrix,
    readings,
    not_carried: leftOut.map(({ path, value, reason, at: { line } }) => ({
      what: path.join('.'),
      value,
      reason,
      line,
    })),
    problems,
  };
}
