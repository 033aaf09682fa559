/** A docs surface goes in; its files are read from disk, and what stands in them comes out. */
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Matrix } from '../../matrix/types.ts';
import { vocabulary } from '../../matrix/vocabulary.ts';
import type { LookedAt } from '../../verifier/audit/assemble.ts';
import type { DocsSurface } from '../../verifier/config/types.ts';
import { probeDocs } from '../../verifier/probes/docs.ts';
import { unreadable } from '../../verifier/probes/look.ts';
import { declaredFacts } from '../../verifier/questions/declared.ts';
import { Failure } from '../failure.ts';
import { claimMemory } from '../files/claim-memory.ts';
import type { Files } from '../files/find-files.ts';

const MOST_BYTES = 20_000_000;

/** A glob that matches nothing is something that could not be looked at. */
export async function lookAtDocs(files: Files, matrix: Matrix, surface: DocsSurface): Promise<LookedAt> {
  const { root } = files;
  const declared = declaredFacts(matrix, surface.id, surface.must_state);
  if (declared.unknown.length)
    throw new Failure(
      `The surface \`${surface.id}\` must state what the matrix does not have: ${declared.unknown.join(', ')}.`,
    );
  const paths = files.matching(surface.files);
  const beside = files.beside(surface.files);
  const empty = files.empty(surface.files);
  const words = vocabulary(matrix, surface.locale);
  const included = new Map<string, Set<string>>();
  // Each is read to its end before the next is opened.
  let reading = '';
  const memory = claimMemory(root, surface.id, words);
  const look = await probeDocs({
    surface: surface.id,
    vocabulary: words,
    memory,
    beside: (path) => {
      included.set(reading, (included.get(reading) ?? new Set()).add(path));
      return contents(join(root, path)).bytes;
    },
    files: opened(root, [...paths.map((path) => ({ path })), ...beside], (path) => {
      reading = path;
    }),
  });
  memory?.save();
  const missing = empty.map((glob) => unreadable(surface.id, `no file matches ${glob}`, [], glob));
  return {
    id: surface.id,
    kind: 'docs',
    ...look,
    included,
    observations: [...look.observations, ...missing],
    declared: declared.facts,
    excluded: [...look.excluded, ...declared.excluded],
  };
}

/** One after another, so that a large folder is never in memory as a whole. */
function* opened(root: string, files: readonly { path: string; reason?: string }[], opens: (path: string) => void) {
  for (const file of files) {
    opens(file.path);
    yield file.reason ? file : { ...file, ...contents(join(root, file.path)) };
  }
}

function contents(path: string): { bytes?: Uint8Array; reason?: string } {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const { size } = fstatSync(file);
    return size > MOST_BYTES ? { reason: `is larger than ${MOST_BYTES / 1e6} MB` } : { bytes: readFileSync(file) };
  } catch {
    return { reason: 'could not be opened' };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
