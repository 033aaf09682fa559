/** A path and its new contents go in; the file is replaced in one step, never half written. */
import { chmodSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A link stays one, and what it leads to is replaced; who may read or run the file stays as it was. */
export function writeWhole(path: string, contents: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const file = behindLinks(path);
  const before = statSync(file, { throwIfNoEntry: false });
  const beside = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(beside, contents);
    if (before?.isFile()) chmodSync(beside, before.mode);
    renameSync(beside, file);
  } finally {
    rmSync(beside, { force: true });
  }
}

function behindLinks(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    // There is nothing yet.
    return path;
  }
}
