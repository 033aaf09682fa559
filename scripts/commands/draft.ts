/** `planproof draft FILES|URL…`: writes a matrix of level `copy` from what documents say already, each cell with its source. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describeProblem } from '../../matrix/problem.ts';
import { type Drafted, draftMatrix } from '../draft/draft-matrix.ts';
import { type ReadDocuments, readDocuments } from '../draft/read-documents.ts';
import { Failure } from '../failure.ts';
import { writeWhole } from '../files/write-whole.ts';
import { schemaLines } from '../init/first-files.ts';

export interface DraftOptions {
  root: string;
  /** Files and addresses. */
  names: readonly string[];
  json: boolean;
  /** Where the matrix goes; standard output when left out. */
  to?: string;
  /** Whether a file that is there may be written over. */
  force: boolean;
}

/** Gives the exit code: 2 where anything could not be looked at. Throws `Failure` where nothing can be drafted or written. */
export async function draft({ root, names, json, to, force }: DraftOptions): Promise<0 | 2> {
  if (!names.length)
    throw new Failure('`planproof draft` needs documents: write the paths of files, or addresses of pages.');
  if (to !== undefined && !force && existsSync(resolve(root, to)))
    throw new Failure(`${to} is already there: name another file, or add --force to write over it.`);
  const read = await readDocuments(root, names);
  for (const { path, reason } of read.unread) console.error(`could not look at ${path} (${reason})`);
  if (!read.documents.length) return 2;
  const drafted = draftMatrix(read.documents, to ?? 'entitlements.yaml', headOf(read));
  if (!drafted)
    throw new Failure(
      `${read.documents.map(({ path }) => path).join(', ')} names no plan: give a page with a price list, a table of plans, or a list of them.`,
    );
  if (to !== undefined) writeTo(root, to, drafted.text);
  if (json) console.log(JSON.stringify(asData(drafted, read), null, 2));
  else if (to === undefined) process.stdout.write(drafted.text);
  tell(drafted, read);
  return read.unread.length ? 2 : 0;
}

function headOf({ documents }: ReadDocuments): string[] {
  return [
    ...schemaLines('entitlements'),
    '',
    `Drafted from ${documents.map(({ path }) => path).join(', ')}: each fact bears the places that state it.`,
    'What they do not say is unknown; what they say in two ways is unknown, too, with both places beside it.',
  ];
}

function writeTo(root: string, to: string, text: string): void {
  try {
    writeWhole(resolve(root, to), text);
  } catch (error) {
    throw new Failure(`${to} cannot be written (${(error as { code?: string }).code}): name another file.`);
  }
  console.error(`wrote ${to}`);
}

function tell(
  { draft: { found, cells }, contradictions, problems, text }: Drafted,
  { documents }: ReadDocuments,
): void {
  for (const { about, sides } of contradictions) console.error(`contradiction: ${about}: ${sides}`);
  for (const problem of problems) console.error(`\n${describeProblem(problem, () => text)}`);
  const counts = [
    count(found.plans.length, 'plan'),
    count(found.keys.length, 'key'),
    `${count(cells.length, 'fact')} in ${count(documents.length, 'document')}`,
    `${count(contradictions.length, 'contradiction')}${contradictions.length ? ', left unknown' : ''}`,
  ];
  console.error(counts.join(', '));
}

function count(n: number, word: string): string {
  return `${n} ${word}${n === 1 ? '' : 's'}`;
}

function asData({ text, contradictions, problems }: Drafted, { unread }: ReadDocuments) {
  return { matrix: text, contradictions, unread, problems };
}
