/** What git says of files, and what findings depend on, go in; what changed, as far as findings depend on it, comes out. */
import { existsSync, realpathSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import type { Changes } from '../../verifier/audit/changes.ts';
import type { Config } from '../../verifier/config/types.ts';
import { findFiles } from '../files/find-files.ts';
import { foldersOf, meaningOf } from '../files/glob-meaning.ts';
import type { ChangedFiles } from '../git/changed-files.ts';

/** What findings depend on besides the files that they are in. */
export interface Dependence {
  /** The folder that was looked at. */
  root: string;
  config: Config;
  /** Files besides matrix and printed ones on which every finding depends, there or not. */
  decisive: readonly string[];
  /** Paths that each document asked for to include them. */
  included: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Only what git knows, and knows to be as it was, is not new. */
export function changesOf(changed: ChangedFiles, { root, config, decisive, included }: Dependence): Changes {
  const { files, since, everything = false } = changed;
  const isNew = newIn(root, changed);
  const together = groupsOf(included);
  const mayBeNew = (path: string) => (together.get(path) ?? [path]).some(isNew);
  const printed = (config.generate ?? []).flatMap((one) => (one.to === undefined ? [] : [posix.normalize(one.to)]));
  const all = [config.matrix, ...decisive].map((path) => posix.normalize(path));
  return {
    ...{ since, files, mayBeNew },
    surfaces: new Set(touched(findFiles(root, config), config, { gone: files, mayBeNew })),
    everything:
      everything ||
      [...all, ...printed].some((path) => files.has(path)) ||
      all.some((path) => existsSync(join(root, path)) && isNew(path)),
  };
}

/** Of what is behind a link counts what is there. */
function newIn(root: string, { files, known }: ChangedFiles): (path: string) => boolean {
  const here = realpathSync.native(root);
  // A submodule in which anything differs is named as a whole.
  const isSame = (path: string) => known.has(path) && ![path, ...foldersOf(path)].some((one) => files.has(one));
  return (path) => {
    if (!existsSync(join(here, path))) return files.has(path);
    const real = relative(here, realpathSync.native(join(here, path))).replaceAll('\\', '/');
    return !isSame(path) || !isSame(real);
  };
}

/** A document and what it includes are read as one text, so each is as new as all of them. */
function groupsOf(included: Dependence['included']): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [document, asked] of included)
    for (const path of [document, ...asked]) groups.set(path, [...(groups.get(path) ?? []), document, ...asked]);
  return groups;
}

interface New {
  /** Also files that are there no more. */
  gone: ReadonlySet<string>;
  mayBeNew(path: string): boolean;
}

function touched(files: ReturnType<typeof findFiles>, config: Config, { gone, mayBeNew }: New): string[] {
  const { matching } = meaningOf(config);
  return config.surfaces.flatMap((surface) => {
    if (surface.kind !== 'docs') return [];
    const there = [...files.matching(surface.files), ...files.beside(surface.files).map(({ path }) => path)];
    return matching([...gone], surface.files).length || there.some(mayBeNew) ? [surface.id] : [];
  });
}
