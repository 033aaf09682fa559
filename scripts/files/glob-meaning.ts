/** A configuration goes in; which files and folders globs mean, whatever stands on disk, comes out. */
import { posix } from 'node:path';
import picomatch from 'picomatch';
import type { Config } from '../../verifier/config/types.ts';

/** Anywhere. */
const NEVER = new Set(['node_modules', '.git']);
/** What builds leave at the root. */
const BUILT = ['dist', '.astro', '.planproof'];

export interface Meaning {
  matching(paths: readonly string[], globs: readonly string[]): string[];
  /** Whether any of the globs may mean something in a folder. */
  reaches(globs: readonly string[], folder: string): boolean;
  /** Whether a walk has to look into a folder. */
  enters(globs: readonly string[], folder: string): boolean;
}

/** Some folders are passed over by patterns, and entered by a glob that names them. */
export function meaningOf({ servers = {} }: Pick<Config, 'servers'>): Meaning {
  const built = Object.values(servers).flatMap(({ build, serve }) => (build && serve ? [posix.normalize(serve)] : []));
  const apart = new Set([...BUILT, ...built.map((one) => one.replace(/^\.\/|\/$/g, ''))]);
  const passedOver = (folder: string) => NEVER.has(nameOf(folder)) || apart.has(folder);
  const follows = (glob: string, folder: string) =>
    !foldersOf(`${folder}/`).some((one) => passedOver(one) && !isNamed(glob, one));
  const reaches: Meaning['reaches'] = (globs, folder) =>
    sided(globs).wanted.some((glob) => follows(glob, folder) && (picomatch(glob)(folder) || leadsInto(glob, folder)));
  return {
    matching: (paths, globs) => {
      const { wanted, unwanted } = sided(globs);
      const fits = wanted.map((glob) => ({ glob, is: picomatch(glob) }));
      return paths.filter(
        (path) => fits.some(({ glob, is }) => is(path) && follows(glob, parentOf(path))) && !unwanted(path),
      );
    },
    reaches,
    enters: (globs, folder) => !foldersOf(`${folder}/`).some(passedOver) || reaches(globs, folder),
  };
}

/** Whether a glob takes away what others mean: `!docs/old/**`, and not the pattern `!(old)`. */
export function takesAway(glob: string): boolean {
  return picomatch.scan(glob).negated;
}

export function sided(globs: readonly string[]) {
  const away = globs.filter(takesAway).map((glob) => glob.slice(1));
  return { wanted: globs.filter((glob) => !takesAway(glob)), unwanted: away.length ? picomatch(away) : () => false };
}

/** Whether a part of the glob is the folder's name, and not a pattern that fits anything. */
function isNamed(glob: string, folder: string): boolean {
  return glob.split(/[/{},]/).includes(nameOf(folder)) && (leadsInto(glob, folder) || picomatch(glob)(folder));
}

/** Whether a glob may match something inside a folder: `docs/*` and `docs/**` lead into `docs`. */
export function leadsInto(glob: string, folder: string): boolean {
  const parts = glob.split('/');
  return parts.some((_, n) => n > 0 && picomatch(parts.slice(0, n).join('/'))(folder));
}

/** `a/b` of `a/b/c`, and `a`. */
export function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, n) => parts.slice(0, n + 1).join('/'));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export function parentOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}
