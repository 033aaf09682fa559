/** What is printed, and which files differ from it, go in; those files are written, and what no longer is printed is removed. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../files/write-whole.ts';
import type { Difference } from './compare.ts';
import type { Printed } from './print-all.ts';

export function writePrinted(root: string, printed: readonly Printed[], different: readonly Difference[]): void {
  const contents = new Map(printed.map((one) => [one.path, one.contents]));
  for (const { path, how } of different) {
    if (how === 'stale') rmSync(join(root, path));
    else writeWhole(join(root, path), contents.get(path)!);
  }
}
