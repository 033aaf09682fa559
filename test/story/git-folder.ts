/** A folder goes in; git commands in it, with an identity and a clock of their own, come out. */
import { execFileSync } from 'node:child_process';

const IDENTITY = {
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@tide.example',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@tide.example',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
};

export interface GitFolder {
  git(...args: string[]): string;
  /** Commits everything on a day such as `2026-03-01`; gives the short hash. */
  commit(subject: string, day: string): string;
}

export function gitFolder(root: string): GitFolder {
  const run = (args: string[], env: Record<string, string> = {}) =>
    execFileSync('git', args, { cwd: root, env: { ...process.env, ...IDENTITY, ...env }, encoding: 'utf8' }).trim();
  run(['init', '--quiet', '--initial-branch=main']);
  return {
    git: (...args) => run(args),
    commit: (subject, day) => {
      const date = `${day}T12:00:00Z`;
      run(['add', '--all']);
      run(['commit', '--quiet', '--message', subject], { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date });
      return run(['rev-parse', '--short', 'HEAD']);
    },
  };
}
