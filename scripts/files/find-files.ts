/** Globs relative to a folder go in; the files that match, sorted, with `/`, come out. */
import { type Dirent, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import picomatch from 'picomatch';

const NEVER = new Set(['node_modules', '.git', 'dist', 'report', '.astro', '.planproof']);

/** Every file below `root` but dependencies, builds and version control. Links are not followed. */
export function allFiles(root: string): string[] {
  return entriesBelow(root, '').flatMap(({ path, kind }) => (kind === 'file' ? [path] : []));
}

export function matching(files: readonly string[], globs: readonly string[]): string[] {
  const fits = picomatch([...globs]);
  return files.filter((file) => fits(file));
}

export interface BesideFiles {
  path: string;
  /** Why nobody can read it; nothing for a link to a file, which can be read like one. */
  reason?: string;
}

/** What globs name or lead into besides files: links, closed folders, folders with a file's name. */
export function besideFiles(root: string, globs: readonly string[]): BesideFiles[] {
  const found = new Map<string, BesideFiles>();
  for (const glob of globs) {
    const { base } = picomatch.scan(glob);
    if (base && base !== glob && !existsSync(join(root, base))) continue;
    const fits = picomatch(glob);
    for (const { path, kind } of entriesBelow(
      root,
      base === glob ? parentOf(glob) : base,
      base === glob ? glob : undefined,
    )) {
      if (kind === 'file') continue;
      const named = fits(path);
      if (kind === 'link to a file' && named) found.set(path, { path });
      const reason = kind === 'link to a file' ? undefined : REASONS[kind](named, glob, path);
      if (reason) found.set(path, { path, reason });
    }
  }
  return [...found.values()];
}

type Kind = 'file' | 'link to a file' | 'folder' | 'link to a folder' | 'broken link' | 'closed folder' | 'other';
type Reason = (named: boolean, glob: string, path: string) => string | undefined;

const REASONS: Readonly<Record<Exclude<Kind, 'file' | 'link to a file'>, Reason>> = {
  folder: (named, glob) => (named && /\.[^/]*$/.test(glob) ? 'is a folder' : undefined),
  'link to a folder': (named, glob, path) =>
    named || leadsInto(glob, path) ? 'is a link to a folder, which is not followed' : undefined,
  'broken link': (named) => (named ? 'is a link to nothing' : undefined),
  'closed folder': (named, glob, path) =>
    named || leadsInto(glob, path) ? 'is a folder that could not be opened' : undefined,
  other: (named) => (named ? 'is no regular file' : undefined),
};

/** Whether a glob may match something inside a folder: `docs/*` and `docs/**` lead into `docs`. */
function leadsInto(glob: string, folder: string): boolean {
  const parts = glob.split('/');
  return parts.some((_, n) => n > 0 && picomatch(parts.slice(0, n).join('/'))(folder));
}

interface Entry {
  path: string;
  kind: Kind;
}

/** Entries in the order of their names, folders before what is in them. `only` is the one entry that is asked for. */
function entriesBelow(root: string, below: string, only?: string): Entry[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(join(root, below), { withFileTypes: true });
  } catch {
    return [{ path: below, kind: 'closed folder' }];
  }
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry): Entry[] => {
      const path = below ? `${below}/${entry.name}` : entry.name;
      if (only !== undefined && path !== only) return [];
      const kind = kindOf(entry, root, path);
      if (kind !== 'folder') return [{ path, kind }];
      return NEVER.has(entry.name) ? [] : [{ path, kind }, ...(only === undefined ? entriesBelow(root, path) : [])];
    });
}

function kindOf(entry: Dirent, root: string, path: string): Kind {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  if (!entry.isSymbolicLink()) return 'other';
  try {
    const target = statSync(join(root, path));
    return target.isDirectory() ? 'link to a folder' : target.isFile() ? 'link to a file' : 'other';
  } catch {
    return 'broken link';
  }
}

function parentOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}
