/** A folder goes in; a copy of it as the next commit would have it, in a temporary place, comes out. */
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../failure.ts';
import { needGit } from './find-base.ts';
import { pathsHere } from './paths-here.ts';
import { gitLine, runGit } from './run-git.ts';

export interface StagedCopy {
  /** What corresponds to the folder in the copy. */
  root: string;
  /** Folders of which a commit holds no more than which commit of another repository stands there. */
  submodules: string[];
  remove(): void;
}

/** Large files that are kept elsewhere stay the pointers that git holds: nothing is fetched. */
const NO_FETCH = ['-c', 'filter.lfs.smudge=', '-c', 'filter.lfs.process=', '-c', 'filter.lfs.required=false'];

/** Throws `Failure` when git cannot give it. Git's index is only read. What was read before is remembered there as here. */
export async function stagedCopy(folder: string): Promise<StagedCopy> {
  await needGit(folder, 'check everything instead, `planproof check`');
  const top = await gitLine(folder, ['rev-parse', '--show-toplevel']);
  const prefix = await gitLine(folder, ['rev-parse', '--show-prefix']);
  if (!top) throw new Failure('This git repository has no files of its own to look at: run this in a work tree.');
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'planproof-staged-')));
  const remove = () => rmSync(copy, { recursive: true, force: true });
  const ran = await runGit(top, [...NO_FETCH, 'checkout-index', '--all', '--quiet', `--prefix=${copy}/`]);
  if (!ran.ok) {
    remove();
    throw new Failure(`git could not give what is staged: ${ran.stderr}`);
  }
  const root = join(copy, prefix ?? '');
  mkdirSync(root, { recursive: true });
  const packages = join(folder, 'node_modules');
  if (existsSync(packages) && !existsSync(join(root, 'node_modules')))
    symlinkSync(packages, join(root, 'node_modules'), 'junction');
  return { root, submodules: await submodulesIn(folder), remove };
}

const SUBMODULE = /^160000 \S+ \d\t/;

async function submodulesIn(folder: string): Promise<string[]> {
  const args = ['ls-files', '--stage', '--full-name', '-z', ':/'];
  return pathsHere(folder, { args, pathOf: (entry) => (SUBMODULE.test(entry) ? entry.replace(SUBMODULE, '') : '') });
}
