/** A workspace goes in; its generated files are printed anew and its docs mended where one edit is certain; what was written comes out. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Matrix } from '../../matrix/types.ts';
import { vocabulary } from '../../matrix/vocabulary.ts';
import type { DocsSurface } from '../../verifier/config/types.ts';
import { fixDocument } from '../../verifier/fix/fix-document.ts';
import { whyUnread } from '../../verifier/readers/read-blocks.ts';
import { openDecisions } from '../decisions/open-decisions.ts';
import { type Files, findFiles } from '../files/find-files.ts';
import { writeWhole } from '../files/write-whole.ts';
import { differences } from '../generate/compare.ts';
import { printAll } from '../generate/print-all.ts';
import { writePrinted } from '../generate/write-printed.ts';
import type { Workspace } from '../workspace.ts';

export interface Written {
  path: string;
  /** In words that follow the path. */
  what: string;
}

/** What is waived is left as it is. Nothing is written while the matrix has an error or a region cannot be printed. */
export async function fixFiles({ root, config, matrix, problems }: Workspace): Promise<Written[]> {
  if (!matrix || problems.some(({ level }) => level === 'error')) return [];
  const generated = await printAnew(root, config, matrix);
  const { waivers } = await openDecisions(root, config);
  const leave = new Set((waivers ?? []).map(({ key }) => key));
  const files = findFiles(root, config);
  const written = [...generated];
  for (const surface of config.surfaces)
    if (surface.kind === 'docs') written.push(...(await fixSurface({ root, matrix, leave }, surface, files)));
  return written;
}

async function printAnew(root: string, config: Workspace['config'], matrix: Matrix): Promise<Written[]> {
  const files = findFiles(root, config);
  const { printed, problems } = await printAll(config, matrix, files);
  if (problems.length) return [];
  const different = differences(printed, files);
  writePrinted(root, printed, different);
  return different.map(({ path, how }) => ({ path, what: how === 'stale' ? 'removed' : 'printed' }));
}

interface Fixing {
  root: string;
  matrix: Matrix;
  leave: ReadonlySet<string>;
}

async function fixSurface({ root, matrix, leave }: Fixing, surface: DocsSurface, files: Files) {
  const words = vocabulary(matrix, surface.locale);
  const written: Written[] = [];
  for (const path of files.matching(surface.files)) {
    const text = whyUnread(path) === undefined ? textOf(join(root, path)) : undefined;
    if (text === undefined) continue;
    const after = await fixDocument({ matrix, vocabulary: words, surface: surface.id, path, text, leave });
    if (after.text === text) continue;
    writeWhole(join(root, path), after.text);
    written.push({ path, what: `mended: ${after.fixed.map(({ says }) => says).join(' ')}` });
  }
  return written;
}

/** With the byte order mark, since every byte is kept. What cannot be read is told by the check that follows. */
function textOf(path: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
  } catch {
    return undefined;
  }
}
