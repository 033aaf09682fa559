/** A revision as a person wrote it, or none, goes in; the commit to compare with comes out. */
import { Failure } from '../failure.ts';
import { gitLine, runGit } from './run-git.ts';

export interface Base {
  commit: string;
  /** How it was found, for people. */
  words: string;
}

/** The commit that `revision` names; nothing when it names none. */
export async function commitOf(root: string, revision: string): Promise<string | undefined> {
  return gitLine(root, ['rev-parse', '--quiet', '--verify', '--end-of-options', `${revision}^{commit}`]);
}

/** Throws `Failure` when git is missing or this is no repository; `instead` is what can be done without. */
export async function needGit(root: string, instead: string): Promise<void> {
  const ran = await runGit(root, ['rev-parse', '--git-dir']);
  if (ran.ok) return;
  const found = {
    'no git': 'There is no git on this machine',
    'no repository': 'This folder is in no git repository',
    refused: `git refused: ${ran.stderr}`,
  }[ran.why];
  throw new Failure(`${found}: ${instead}.`);
}

const MAIN = ['origin/main', 'origin/master', 'main', 'master'];

/** Where this branch left the main one. `how` is the command that takes a revision, as it begins. Throws `Failure` when there is no telling. */
export async function mergeBase(root: string, how: string): Promise<Base> {
  const head = await gitLine(root, ['symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD']);
  for (const main of [...(head ? [head] : []), ...MAIN]) {
    if (!(await commitOf(root, main))) continue;
    const commit = await gitLine(root, ['merge-base', 'HEAD', main]);
    if (!commit)
      throw new Failure(
        `Nothing here is common to this branch and ${main}: fetch the whole history, or name a revision, \`${how} HEAD~1\`.`,
      );
    if (commit === (await commitOf(root, 'HEAD')) && (await isShallow(root)))
      throw new Failure(
        `This clone is shallow, and holds nothing of ${main} before HEAD: fetch the whole history (\`fetch-depth: 0\`), or name a revision, \`${how} HEAD\`.`,
      );
    return { commit, words: `${short(commit)}, where this branch left ${main}` };
  }
  throw new Failure(
    `There is no main branch (${MAIN.join(', ')}) to compare with: name a revision, \`${how} HEAD~1\`.`,
  );
}

async function isShallow(root: string): Promise<boolean> {
  return (await gitLine(root, ['rev-parse', '--is-shallow-repository'])) === 'true';
}

export function short(commit: string): string {
  return commit.slice(0, 7);
}
