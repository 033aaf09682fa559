/** A folder and a git command that lists paths of the whole repository go in; the paths, relative to the folder, come out. */
import { posix } from 'node:path';
import { Failure } from '../failure.ts';
import { gitLine, runGit } from './run-git.ts';

export interface Listing {
  /** Gives paths from the top of the repository, each ended by a null byte. */
  args: readonly string[];
  /** The path in what stands before a null byte, or nothing; all of it when left out. */
  pathOf?: (entry: string) => string;
  env?: Record<string, string>;
}

/** A matrix may stand above the folder, so nothing is left out: `../plans.yaml`. Throws `Failure` when git refuses. */
export async function pathsHere(root: string, { args, pathOf = (entry) => entry, env }: Listing): Promise<string[]> {
  const prefix = await gitLine(root, ['rev-parse', '--show-prefix']);
  const ran = await runGit(root, ['-c', 'core.fsmonitor=false', '-c', 'core.splitIndex=false', ...args], env);
  if (!ran.ok) throw new Failure(`git could not say what changed: ${ran.stderr}`);
  const paths = ran.stdout.toString('utf8').split('\0').map(pathOf).filter(Boolean);
  return paths.map((path) => posix.relative(`/${prefix ?? ''}`, `/${path}`));
}
