/** `planproof explain PLAN KEY`: one value of the matrix, where it comes from, where it matters and since when it is so. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileMatrix } from '../../matrix/compile/compile.ts';
import { explain as explained } from '../../matrix/explain/explain.ts';
import { type Found, findKey, findVersion } from '../../matrix/explain/find.ts';
import { terminalExplanation } from '../../matrix/explain/print/terminal.ts';
import { describeProblem } from '../../matrix/problem.ts';
import { cellHistory } from '../explain/cell-history.ts';
import { Failure } from '../failure.ts';
import { paintOf } from '../paint.ts';
import { openConfig, openMatrix } from '../workspace.ts';

export interface ExplainOptions {
  root: string;
  plan?: string;
  key?: string;
  json: boolean;
}

/** 2 when there is no such plan or key, or the matrix cannot be read. */
export async function explain({ root, plan, key, json }: ExplainOptions): Promise<0 | 2> {
  if (plan === undefined || key === undefined)
    throw new Failure('Name a plan and a key: `planproof explain PLAN KEY`, such as `planproof explain pro seats`.');
  const { config, problems } = openConfig(root);
  const opened = config ? openMatrix(root, config.matrix) : { problems };
  if (!('raw' in opened) || !opened.raw || !config) {
    const textOf = (path: string) => readFileSync(join(root, path), 'utf8');
    for (const problem of opened.problems) console.error(`${describeProblem(problem, textOf)}\n`);
    return 2;
  }
  const { raw, source } = opened;
  const matrix = compileMatrix(raw, source);
  const version = need(findVersion(matrix, plan), 'plan or version', plan);
  const spot = { version, ...need(findKey(matrix, key), 'capability, limit or meter', key) };
  const told = explained({ raw, source, matrix }, spot);
  const history = await cellHistory(root, config.matrix, matrix, spot);
  process.stdout.write(
    json
      ? `${JSON.stringify({ planproof: 1, ...told, history }, undefined, 2)}\n`
      : terminalExplanation(told, history, matrix, paintOf(process.stdout)),
  );
  return 0;
}

function need<T>({ found, instead, known }: Found<T>, what: string, words: string): T {
  if (found) return found;
  const near =
    instead === undefined ? 'write its key or its name, as the matrix has it' : `did you mean \`${instead}\``;
  throw new Failure(`There is no ${what} \`${words}\`: ${known ?? near}.`);
}
