/** A folder goes in; the files in it that the next commit would change come out. */
import type { ChangedFiles } from './changed-files.ts';
import { commitOf, needGit, short } from './find-base.ts';
import { knownFiles } from './known-files.ts';
import { pathsHere } from './paths-here.ts';

/** Before the first commit everything is new. Throws `Failure` when it cannot be told. Never writes: git's index stays as it is. */
export async function stagedFiles(root: string): Promise<ChangedFiles> {
  await needGit(root, 'check everything instead, `planproof check`');
  const head = await commitOf(root, 'HEAD');
  const plain = ['--no-ext-diff', '--no-textconv', '--no-renames'];
  const args = head
    ? ['diff', '--cached', '--name-only', '-z', '--no-relative', ...plain, head, '--']
    : ['ls-files', '--cached', '--full-name', '-z', ':/'];
  const since = head ? `${short(head)} (staged)` : 'the beginning (staged)';
  const known = await knownFiles(root, { staged: true });
  return { files: new Set(await pathsHere(root, { args })), known, since, everything: !head };
}
