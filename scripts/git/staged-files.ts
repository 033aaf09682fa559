/** A folder goes in; the files in it that the next commit would change come out. */
import { Failure } from '../failure.ts';
import type { ChangedFiles } from './changed-files.ts';
import { commitOf, needGit, short } from './find-base.ts';
import { runGit } from './run-git.ts';

/** Before the first commit everything is new. Throws `Failure` when it cannot be told. Never writes: git's index stays as it is. */
export async function stagedFiles(root: string): Promise<ChangedFiles> {
  await needGit(root, 'check everything instead, `planproof check`');
  const head = await commitOf(root, 'HEAD');
  const plain = ['--no-ext-diff', '--no-textconv', '--no-renames'];
  const ran = await runGit(
    root,
    head
      ? ['diff', '--cached', '--name-only', '-z', '--relative', ...plain, head, '--']
      : ['ls-files', '--cached', '-z'],
  );
  if (!ran.ok) throw new Failure(`git could not say what is staged: ${ran.stderr}`);
  const files = ran.stdout.toString('utf8').split('\0').filter(Boolean);
  return {
    files: new Set(files),
    since: head ? `${short(head)} (staged)` : 'the beginning (staged)',
    everything: !head,
  };
}
