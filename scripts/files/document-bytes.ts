/** A folder and the path of a document go in; its bytes come out, or nothing where none is named or there is no such file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export function documentBytes(root: string, path: string | undefined): Uint8Array | undefined {
  if (path === undefined) return undefined;
  try {
    return readFileSync(join(root, path));
  } catch {
    return undefined;
  }
}
