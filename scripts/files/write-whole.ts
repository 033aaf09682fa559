/** A path and its new contents go in; the file is replaced in one step, never half written. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export function writeWhole(path: string, contents: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(beside, contents);
    renameSync(beside, path);
  } finally {
    rmSync(beside, { force: true });
  }
}
