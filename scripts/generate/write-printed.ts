/** What is printed, and which files differ from it, go in; those files are written, and what no longer is printed is removed, or `Failure` names what people wrote. */
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ORIGIN_MARK } from '../../matrix/print/origin.ts';
import { Failure } from '../failure.ts';
import { writeWhole } from '../files/write-whole.ts';
import type { Difference } from './compare.ts';
import type { Printed } from './print-all.ts';

export function writePrinted(root: string, printed: readonly Printed[], different: readonly Difference[]): void {
  const contents = new Map(printed.map((one) => [one.path, one.contents]));
  refuseWritten(root, printed, different);
  for (const { path, how } of different) {
    if (how === 'stale') rmSync(join(root, path));
    else writeWhole(join(root, path), contents.get(path)!);
  }
}

/** Whatever was printed, by any version of ours, says so. Nothing is written before all of it is known to be ours. */
function refuseWritten(root: string, printed: readonly Printed[], different: readonly Difference[]): void {
  const whole = new Set(printed.flatMap((one) => (one.regions ? [] : [one.path])));
  for (const { path, how } of different) {
    const file = join(root, path);
    if (how === 'stale' || !whole.has(path) || !statSync(file, { throwIfNoEntry: false })) continue;
    const written = statSync(file).isDirectory()
      ? 'is a folder'
      : isWritten(file)
        ? 'was not printed by planproof'
        : '';
    if (written)
      throw new Failure(
        `${path} ${written}, and \`generate\` would print over it: name another file as \`to:\` in the configuration, or delete this one.`,
      );
  }
}

function isWritten(file: string): boolean {
  const text = readFileSync(file, 'utf8');
  return text.trim() !== '' && !text.includes(ORIGIN_MARK);
}
