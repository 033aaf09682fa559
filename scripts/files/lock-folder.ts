/** A folder goes in; it belongs to this process until it is released, or it belongs to another and `Failure` says to whom. */
import { mkdirSync, readFileSync, rmdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../failure.ts';

const NAME = '.audit.lock';
const BEAT_MS = 5_000;
/** Of a process that cannot be seen from here, such as one in another container. */
const SILENT_MS = 120_000;

interface Owner {
  pid: number;
  host: string;
}

/**
 * Throws what the file system says where nothing can be written, so that a folder is known to take a report before
 * anything is started. `name` is the folder as people know it.
 */
export function lockFolder(folder: string, name: string): { release(): void } {
  const path = join(folder, NAME);
  const isNew = mkdirSync(folder, { recursive: true }) !== undefined;
  if (!take(path)) {
    const owner = ownerOf(path);
    if (owner)
      throw new Failure(
        `Another audit of this folder is under way (process ${owner.pid}${owner.host === hostname() ? '' : ` on ${owner.host}`}): run this one after it. If there is none, delete ${name}/${NAME}.`,
      );
    rmSync(path, { force: true });
    if (!take(path)) throw new Failure('Another audit of this folder began at the same moment: run this one after it.');
  }
  const beat = setInterval(() => touch(path), BEAT_MS).unref();
  const release = () => {
    clearInterval(beat);
    process.removeListener('exit', release);
    rmSync(path, { force: true });
    if (isNew) removeEmpty(folder);
  };
  process.on('exit', release);
  return { release };
}

function take(path: string): boolean {
  try {
    writeFileSync(path, JSON.stringify({ pid: process.pid, host: hostname() } satisfies Owner), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Nothing where whoever took it is gone. */
function ownerOf(path: string): Owner | undefined {
  try {
    const silent = Date.now() - statSync(path).mtimeMs > SILENT_MS;
    const owner = JSON.parse(readFileSync(path, 'utf8')) as Owner;
    const gone = owner.host === hostname() && !isAlive(owner.pid);
    return silent || gone ? undefined : owner;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Where nothing came of it, there is nothing of it. */
function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {}
}

/** Whoever deleted it knows better. */
function touch(path: string): void {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {}
}
