/** A commit and the path of a file go in; the bytes of the file as they were then come out. */
import { runGit } from './run-git.ts';

/** `path` is relative to `root`. Nothing when the file was not there. */
export async function fileAt(root: string, commit: string, path: string): Promise<Uint8Array | undefined> {
  const ran = await runGit(root, ['cat-file', 'blob', `${commit}:./${path.replaceAll('\\', '/')}`]);
  return ran.ok ? ran.stdout : undefined;
}
