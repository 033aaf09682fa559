/** A folder and its configuration go in; its files, and which of them globs mean, sorted, with `/`, come out. */
import { type Dirent, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import picomatch from 'picomatch';
import type { Config } from '../../verifier/config/types.ts';
import { leadsInto, type Meaning, meaningOf, parentOf, sided, takesAway } from './glob-meaning.ts';
import { isReportFile } from './report-names.ts';

export interface Files {
  root: string;
  /** Every file but dependencies, builds, version control and the report of an audit. Links are not followed. */
  all: readonly string[];
  /** Files that a glob means and none takes away with `!`. A folder that is passed over is read where a glob names it. */
  matching(globs: readonly string[]): string[];
  /** Globs that mean nothing that is there. */
  empty(globs: readonly string[]): string[];
  /** What globs name or lead into besides files: links, closed folders, folders with a file's name. */
  beside(globs: readonly string[]): BesideFiles[];
}

export interface BesideFiles {
  path: string;
  /** Why nobody can read it; nothing for a link to a file, which can be read like one. */
  reason?: string;
}

export type UnreadFolder = Required<BesideFiles>;

type Placed = Pick<Config, 'surfaces' | 'generate' | 'report' | 'servers'>;

/** `unread`: folders whose files are somewhere else, and why; what a glob means there could not be looked at. */
export function findFiles(
  root: string,
  config: Placed = { surfaces: [] },
  unread: readonly UnreadFolder[] = [],
): Files {
  const meant = meaningOf(config);
  const named = [
    ...config.surfaces.flatMap((one) => (one.kind === 'docs' ? one.files : [])),
    ...(config.generate ?? []).flatMap((one) => one.in ?? []),
  ];
  const walk = { root, enters: (folder: string) => meant.enters(named, folder) };
  const all = entriesBelow(walk, '').flatMap(({ path, kind }) => (kind === 'file' ? [path] : []));
  const files = all.filter((path) => !isReportFile(config.report, path));
  const isThere = (glob: string) =>
    meant.matching(files, [glob]).length > 0 ||
    besideFiles(root, [glob], meant).some(({ path }) => picomatch(glob)(path));
  return {
    root,
    all: files,
    matching: (globs) => meant.matching(files, globs),
    beside: (globs) => [...besideFiles(root, globs, meant), ...unread.filter(({ path }) => meant.reaches(globs, path))],
    empty: (globs) => globs.filter((glob) => !takesAway(glob) && !isThere(glob)),
  };
}

function besideFiles(root: string, globs: readonly string[], meant: Meaning): BesideFiles[] {
  const found = new Map<string, BesideFiles>();
  const { wanted, unwanted } = sided(globs);
  for (const glob of wanted) {
    const { base } = picomatch.scan(glob);
    if (base && base !== glob && !existsSync(join(root, base))) continue;
    const fits = picomatch(glob);
    const walk = {
      root,
      enters: (folder: string) => meant.enters([glob], folder),
      only: base === glob ? glob : undefined,
    };
    for (const { path, kind } of entriesBelow(walk, base === glob ? parentOf(glob) : base)) {
      if (kind === 'file' || unwanted(path)) continue;
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

interface Entry {
  path: string;
  kind: Kind;
}

interface Walk {
  root: string;
  enters(folder: string): boolean;
  /** The one entry that is asked for. */
  only?: string | undefined;
}

/** Entries in the order of their names, folders before what is in them. */
function entriesBelow(walk: Walk, below: string): Entry[] {
  const { root, enters, only } = walk;
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
      return enters(path) ? [{ path, kind }, ...(only === undefined ? entriesBelow(walk, path) : [])] : [];
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
