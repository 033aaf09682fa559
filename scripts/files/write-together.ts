/** Paths and their new contents go in; either all of the files are replaced, or none: also where a disk is full. */
import { copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Ends of what stands beside a file while it is replaced; what an audit that was killed left is removed by these. */
export const BESIDE = /\.\d+\.(new|old)\.tmp$/;

interface Staged {
  path: string;
  /** Left out for what is taken away. */
  fresh?: string;
  old: string;
}

export interface Together {
  /** New contents by path. */
  files: Readonly<Record<string, string | Uint8Array>>;
  /** Paths that are there and do not belong to these files. */
  stale: readonly string[];
  /** One of the files: where it stands, all others are of its time. */
  seal: string;
}

/**
 * Nothing is replaced before all of it is on disk. The seal is taken away first and comes last, so that also where this
 * process is killed in between nobody meets it beside files of another time. Throws what the file system says, with
 * everything as it was.
 */
export function writeTogether({ files, stale, seal }: Together): void {
  const written = [...Object.keys(files).filter((path) => path !== seal), seal].map((path) => ({
    ...{ path, old: `${path}.${process.pid}.old.tmp`, fresh: `${path}.${process.pid}.new.tmp` },
  }));
  const taken = stale.map((path): Staged => ({ path, old: `${path}.${process.pid}.old.tmp` }));
  try {
    for (const { path, fresh } of written) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(fresh, files[path]!, { flush: true });
    }
    replaceAll([...taken, ...written], seal);
  } finally {
    for (const { fresh } of written) rmSync(fresh, { force: true });
    for (const { old } of [...taken, ...written]) rmSync(old, { recursive: true, force: true });
  }
}

function replaceAll(staged: readonly Staged[], seal: string): void {
  for (const { path, fresh, old } of staged) if (fresh !== undefined && existsSync(path)) keep(path, old);
  const replaced = staged.filter(({ path }) => path === seal);
  try {
    rmSync(seal, { force: true });
    for (const one of staged) {
      renameSync(one.fresh ?? one.path, one.fresh === undefined ? one.old : one.path);
      replaced.unshift(one);
    }
  } catch (error) {
    for (const { path, old } of replaced) {
      if (existsSync(old)) renameSync(old, path);
      else rmSync(path, { force: true });
    }
    throw error;
  }
}

/** Not every file system has links. */
function keep(path: string, old: string): void {
  try {
    linkSync(path, old);
  } catch {
    copyFileSync(path, old);
  }
}
