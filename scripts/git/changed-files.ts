/** A folder and a revision, or none, go in; the files that differ from it, relative to the folder, come out. */
import { Failure } from '../failure.ts';
import { commitOf, mergeBase, needGit, short } from './find-base.ts';
import { runGit } from './run-git.ts';

export interface ChangedFiles {
  /** Changed, added, deleted or not known to git yet; with `/`. */
  files: Set<string>;
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
  const quick = ['-c', 'core.fsmonitor=false'];
  const plain = ['--no-ext-diff', '--no-textconv', '--no-renames', '--ignore-submodules=none'];
  const [tracked, untracked] = await Promise.all([
    paths(root, [...quick, 'diff', '--name-only', '-z', '--relative', ...plain, from.commit, '--']),
    paths(root, [...quick, 'ls-files', '--others', '--exclude-standard', '-z']),
  ]);
  return { files: new Set([...tracked, ...untracked]), since: from.words };
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

async function paths(root: string, args: readonly string[]): Promise<string[]> {
  const ran = await runGit(root, args);
  if (!ran.ok) throw new Failure(`git could not say what changed: ${ran.stderr}`);
  return ran.stdout.toString('utf8').split('\0').filter(Boolean);
}
