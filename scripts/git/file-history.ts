/** The path of a file goes in; the commits that changed it, newest first, come out, or why they could not be read. */
import { runGit } from './run-git.ts';

export interface Revision {
  commit: string;
  short: string;
  /** Day of the commit. */
  date: string;
  subject: string;
}

export type Revisions = { revisions: Revision[]; unread?: undefined } | { revisions?: undefined; unread: string };

const FIELD = '\u001f';

/** `path` is relative to `root`; at most `most` commits. */
export async function fileHistory(root: string, path: string, most: number): Promise<Revisions> {
  const format = ['%H', '%h', '%cs', '%s'].join('%x1f');
  const ran = await runGit(root, ['log', `--max-count=${most}`, `--format=${format}`, '--', path]);
  if (!ran.ok) {
    const words = {
      'no git': 'there is no git on this machine',
      'no repository': 'this folder is in no git repository',
      refused: ran.stderr,
    };
    return { unread: words[ran.why] };
  }
  const lines = ran.stdout.toString('utf8').split('\n').filter(Boolean);
  return {
    revisions: lines.map((line) => {
      const [commit = '', short = '', date = '', subject = ''] = line.split(FIELD);
      return { commit, short, date, subject };
    }),
  };
}
