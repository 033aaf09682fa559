/** Paths and their new contents go in; either all of the files are replaced, or none: also where a disk is full. */
import { copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Ends of what stands beside a file while it is replaced; what an audit that was killed left is removed by these. */
export const BESIDE = /\.\d+\.(new|old)\.tmp$/;

interface Staged {
  path: string;
  fresh: string;
  old: string;
}

/** Nothing is replaced before all of it is on disk. Throws what the file system says, with everything as it was. */
export function writeTogether(files: Readonly<Record<string, string | Uint8Array>>): void {
  const staged = Object.keys(files).map((path): Staged => {
    const beside = `${path}.${process.pid}`;
    return { path, fresh: `${beside}.new.tmp`, old: `${beside}.old.tmp` };
  });
  try {
    for (const { path, fresh } of staged) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(fresh, files[path]!, { flush: true });
    }
    replaceAll(staged);
  } finally {
    for (const { fresh, old } of staged) for (const path of [fresh, old]) rmSync(path, { force: true });
  }
}

function replaceAll(staged: readonly Staged[]): void {
  for (const { path, old } of staged) if (existsSync(path)) keep(path, old);
  const replaced: Staged[] = [];
  try {
    for (const one of staged) {
      renameSync(one.fresh, one.path);
      replaced.push(one);
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
