/** A workspace and a name go in; where a result is kept for the next run, by which build it was made, comes out. */
import { hash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from './write-whole.ts';

const PLACE = 'node_modules/.cache/planproof';
/** A built file bears a hash of its contents in its name, so the names of all of them tell one build from another. */
const BUILT = /-[\w-]{8}\.js$/;

export interface Kept {
  path: string;
  /** Everything that its contents depend on besides what is read: the parts of this build. */
  build: string;
}

/**
 * Nothing when there is nowhere to keep it (no `node_modules`), when the sources run, which may change at any time, or when
 * `PLANPROOF_NO_CACHE` is set.
 */
export function keptAt(root: string, name: string): Kept | undefined {
  if (process.env.PLANPROOF_NO_CACHE || !BUILT.test(import.meta.url)) return undefined;
  if (!existsSync(join(root, 'node_modules'))) return undefined;
  const parts = readdirSync(new URL('.', import.meta.url)).sort();
  return { path: join(root, PLACE, name), build: digest(JSON.stringify(parts)) };
}

/** Where nothing may be written, the next run reads everything again. */
export function keep({ path }: Kept, contents: string | Uint8Array): void {
  try {
    writeWhole(path, contents);
  } catch {
    // Keeping it only saves time.
  }
}

export function digest(data: string | Uint8Array): string {
  return hash('sha256', data, 'hex');
}
