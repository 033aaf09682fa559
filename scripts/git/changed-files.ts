/** A folder and a revision, or none, go in; the files that differ from it, relative to the folder, come out. */
import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Failure } from '../failure.ts';
import { commitOf, mergeBase, needGit, short } from './find-base.ts';
import { knownFiles } from './known-files.ts';
import { pathsHere } from './paths-here.ts';
import { gitLine, runGit } from './run-git.ts';

export interface ChangedFiles {
  /** Changed, added, deleted or not known to git yet; with `/`. */
  files: Set<string>;
  /** Regular files and links of which git would have noticed a change. */
  known: Set<string>;
  /** What they were compared with, for people. */
  since: string;
  /** There is nothing to compare with, so everything is new. */
  everything?: boolean;
}

const HOW = 'planproof check --changed';

/** Compares what stands in the folder, committed or not. Throws `Failure` when it cannot be told. Never writes: git's index stays as it is. */
export async function changedFiles(root: string, base: string | undefined): Promise<ChangedFiles> {
  await needGit(root, 'check everything instead, `planproof check`');
  const from = base === undefined ? await mergeBase(root, HOW) : await namedBase(root, base);
  const plain = ['--no-ext-diff', '--no-textconv', '--no-renames', '--ignore-submodules=none'];
  const index = await indexCopy(root);
  try {
    const tracked = ['diff', '--name-only', '-z', '--no-relative', ...plain, from.commit, '--'];
    const untracked = ['ls-files', '--others', '--exclude-standard', '--full-name', '-z', ':/'];
    const { env } = index;
    const found = [
      ...(await pathsHere(root, { args: tracked, env })),
      ...(await pathsHere(root, { args: untracked, env })),
    ];
    return { files: new Set(found), known: await knownFiles(root, { env }), since: from.words };
  } finally {
    index.remove();
  }
}

/** Where a file is newer than git remembers and still the same, `git diff` writes that down, locks or not: in a copy it may. */
async function indexCopy(root: string): Promise<{ env: Record<string, string>; remove(): void }> {
  const path = await gitLine(root, ['rev-parse', '--git-path', 'index']);
  const folder = mkdtempSync(join(tmpdir(), 'planproof-index-'));
  const copy = join(folder, 'index');
  const from = resolve(root, path ?? '');
  if (path !== undefined && existsSync(from)) {
    copyFileSync(from, copy);
    // By its time git tells whether a file can have changed within the tick in which it was last looked at.
    utimesSync(copy, statSync(from).atime, statSync(from).mtime);
  }
  return { env: { GIT_INDEX_FILE: copy }, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Where this branch and `base` were last the same: what others did there since is no change of this branch. */
async function namedBase(root: string, base: string): Promise<{ commit: string; words: string }> {
  const commit = await commitOf(root, base);
  if (!commit)
    throw new Failure(
      `There is no revision \`${base}\` here to compare with: fetch it (\`fetch-depth: 0\` in CI), or name another, \`${HOW} HEAD\`.`,
    );
  const ran = await runGit(root, ['merge-base', 'HEAD', commit]);
  if (!ran.ok)
    throw new Failure(
      `Nothing here is common to this branch and \`${base}\`: fetch the whole history (\`fetch-depth: 0\`), or name another revision, \`${HOW} HEAD\`.`,
    );
  const common = ran.stdout.toString('utf8').trim();
  return { commit: common, words: `${short(common)} (${base})` };
}
