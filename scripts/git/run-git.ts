/** The arguments of a git command that only reads go in; what it printed, or why it could not, comes out. */
import { execFile } from 'node:child_process';

export type Ran =
  | { ok: true; stdout: Buffer }
  | { ok: false; why: 'no git' | 'no repository' | 'refused'; stderr: string };

const MOST_BYTES = 256 * 1024 * 1024;

/** Without a shell, a prompt or a lock. `more` is added to the environment. Never throws. */
export function runGit(root: string, args: readonly string[], more: Record<string, string> = {}): Promise<Ran> {
  const env = { ...process.env, ...more, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
  const options = { cwd: root, env, maxBuffer: MOST_BYTES, encoding: 'buffer' as const, windowsHide: true };
  return new Promise((done) => {
    execFile('git', ['--no-pager', ...args], options, (error, stdout, stderr) => {
      if (!error) return done({ ok: true, stdout });
      const words = stderr.toString('utf8').trim();
      const why =
        error.code === 'ENOENT' ? 'no git' : /not a git repository/i.test(words) ? 'no repository' : 'refused';
      done({ ok: false, why, stderr: words.split('\n')[0] ?? '' });
    });
  });
}

/** One line of output; nothing when git refused. */
export async function gitLine(root: string, args: readonly string[]): Promise<string | undefined> {
  const ran = await runGit(root, args);
  return ran.ok ? ran.stdout.toString('utf8').trim() : undefined;
}
