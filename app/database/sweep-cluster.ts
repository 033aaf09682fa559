/** The directory of a PostgreSQL that nobody keeps any more enters; its process and the directory are gone afterwards. */

import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const TRIES = 100;
const PAUSE_MS = 20;

/** Synchronous, so that it also runs in the last moment of a process; takes two seconds at most. */
export function sweepCluster(directory: string): void {
  const lock = join(directory, 'postmaster.pid');
  try {
    const [pid] = readFileSync(lock, 'utf8').split('\n');
    // SIGQUIT stops PostgreSQL at once: nothing in a throwaway database is worth writing down.
    process.kill(Number(pid), 'SIGQUIT');
    waitUntilGone(lock);
  } catch {
    // It has stopped by itself.
  }
  rmSync(directory, { recursive: true, force: true });
}

/** PostgreSQL removes its lock file last; while it still writes, its directory cannot be removed. */
function waitUntilGone(lock: string): void {
  const clock = new Int32Array(new SharedArrayBuffer(4));
  for (let tries = 0; tries < TRIES && existsSync(lock); tries++) Atomics.wait(clock, 0, 0, PAUSE_MS);
}
