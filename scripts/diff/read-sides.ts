/** What to compare with goes in; both matrices, compiled, or what keeps one from being read, come out. */
import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkMatrix } from '../../matrix/check/check.ts';
import { compileMatrix } from '../../matrix/compile/compile.ts';
import type { Problem } from '../../matrix/problem.ts';
import { takeGates } from '../../matrix/read/openapi/take-gates.ts';
import { readMatrix } from '../../matrix/read/read.ts';
import type { Source } from '../../matrix/read/source.ts';
import type { Matrix } from '../../matrix/types.ts';
import { Failure } from '../failure.ts';
import { documentBytes } from '../files/document-bytes.ts';
import { fileAt } from '../git/file-at.ts';
import { commitOf, mergeBase, needGit, short } from '../git/find-base.ts';
import { runGit } from '../git/run-git.ts';
import { matrixBytes, openConfig } from '../workspace.ts';

export interface Sides {
  before?: Matrix;
  after?: Matrix;
  /** What it was compared with, for people. */
  base: string;
  /** What keeps a side from being read, with the text that it stands in. */
  unreadable: { problem: Problem; text: string }[];
  /** How many errors `check` finds in the matrix as it is now. */
  errors: number;
}

interface File {
  bytes: Uint8Array;
  path: string;
  words: string;
  /** Another file as it is, or was, beside this one. */
  beside(path: string): Promise<Uint8Array | undefined> | Uint8Array | undefined;
}

/** Throws `Failure` when one of them is not there. */
export async function readSides(root: string, base: string | undefined): Promise<Sides> {
  const { config, problems, path: name } = openConfig(root);
  if (!config) {
    const text = readFileSync(join(root, name), 'utf8');
    return { base: '', unreadable: problems.map((problem) => ({ problem, text })), errors: 0 };
  }
  const path = config.matrix;
  const now = { bytes: matrixBytes(root, path), path, words: path, beside: fileIn(root) };
  const then = await fileOf(root, path, base);
  const [before, after] = [await sideOf(then), await sideOf(now)];
  return {
    base: then.words,
    ...(before.matrix && { before: before.matrix }),
    ...(after.matrix && { after: after.matrix }),
    unreadable: [...before.unreadable, ...after.unreadable],
    errors: after.errors(),
  };
}

async function fileOf(root: string, path: string, base: string | undefined): Promise<File> {
  const commit = base === undefined ? undefined : await commitOf(root, base);
  if (base !== undefined && !commit) return namedFile(root, base);
  if (base === undefined) await needGit(root, 'name an earlier matrix instead, `planproof diff path/to/earlier.yaml`');
  const found = commit ? { commit, words: `${short(commit)} (${base})` } : await mergeBase(root, 'planproof diff');
  const bytes = await fileAt(root, found.commit, path);
  if (!bytes)
    throw new Failure(
      `There was no ${path} at ${found.words}: name a revision that has one, or the file it was, \`planproof diff path/to/earlier.yaml\`.`,
    );
  const beside = (other: string) => fileAt(root, found.commit, other);
  return { bytes, path: `${path}@${short(found.commit)}`, words: found.words, beside };
}

async function namedFile(root: string, path: string): Promise<File> {
  const file = resolve(root, path);
  if (statSync(file, { throwIfNoEntry: false })?.isFile())
    return { bytes: readFileSync(file), path, words: path, beside: fileIn(root) };
  const ran = await runGit(root, ['rev-parse', '--git-dir']);
  const found = ran.ok
    ? `There is neither a revision nor a file \`${path}\``
    : `There is no file \`${path}\`, and no git repository to look for a revision in`;
  throw new Failure(`${found}: write a branch, a tag, a commit or the path of an earlier matrix.`);
}

function fileIn(root: string): File['beside'] {
  return (path) => documentBytes(root, path);
}

interface Side {
  matrix?: Matrix;
  unreadable: Sides['unreadable'];
  errors: () => number;
}

async function sideOf({ bytes, path, beside }: File): Promise<Side> {
  const read = readMatrix(bytes, path);
  if (!read.raw) return unreadable(read);
  const named = read.raw.gates_from;
  const taken = takeGates(read.raw, read.source, named === undefined ? undefined : await beside(named));
  const { raw, source } = taken;
  if (!raw) return unreadable(taken);
  const matrix = compileMatrix(raw, source);
  const errors = () => checkMatrix({ raw, source, matrix }).filter(({ level }) => level === 'error').length;
  return { matrix, unreadable: [], errors };
}

function unreadable({ source, problems, document }: { source: Source; problems: Problem[]; document?: Source }): Side {
  const textAt = (path: string) => (path === document?.path ? document : source).text;
  return { unreadable: problems.map((problem) => ({ problem, text: textAt(problem.at.path) })), errors: () => 0 };
}
