/** A folder of files and a matrix go in; every claim in them, paired and judged, comes out. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Matrix } from '../../../matrix/types.ts';
import { vocabulary } from '../../../matrix/vocabulary.ts';
import { assemble } from '../../../verifier/audit/assemble.ts';
import { type Pair, pair } from '../../../verifier/pair/pair.ts';
import { probeDocs } from '../../../verifier/probes/docs.ts';
import type { Finding, Observation } from '../../../verifier/types.ts';
import { findFiles } from '../../files/find-files.ts';

export interface Looked {
  files: string[];
  observations: Observation[];
  pairs: Pair[];
  findings: Finding[];
  /** Text of a file that was read. */
  text(path: string): string;
}

const SURFACE = 'docs';
const READ = ['**/*.{md,mdx,markdown,html,htm,txt,rst,adoc}', '**/*.{ts,tsx,js,jsx,mjs}'];
/** Sources that no customer reads the strings of: tests and what they are fed with, and programs of the workshop. */
const NO_COPY =
  /\.(?:test|spec|stories|d|config)\.[cm]?[jt]sx?$|(?:^|\/)(?:__tests__|__mocks__|__fixtures__|tests?|fixtures|mocks|e2e|testdata|scripts|testing-tools|dev)\/(?:.*\/)?[^/]*\.[cm]?[jt]sx?$/;

export async function lookAtClone(root: string, matrix: Matrix): Promise<Looked> {
  const files = findFiles(root)
    .matching(READ)
    .filter((path) => !NO_COPY.test(path));
  const bytes = new Map(files.map((path) => [path, readFileSync(join(root, path))]));
  const look = await probeDocs({
    surface: SURFACE,
    vocabulary: vocabulary(matrix),
    files: files.map((path) => ({ path, bytes: bytes.get(path)! })),
    beside: (path) =>
      statSync(join(root, path), { throwIfNoEntry: false })?.isFile() ? readFileSync(join(root, path)) : undefined,
  });
  const run = { took_ms: 0, started: '', base_urls: {}, versions: {} };
  const surface = { id: SURFACE, kind: 'docs' as const, declared: [], ...look };
  const { findings } = assemble({ matrix, matrixPath: 'matrix', date: '2000-01-01', surfaces: [surface], run });
  const read = look.observations.filter((one) => one.outcome.kind === 'read');
  return {
    files,
    observations: look.observations,
    pairs: read.flatMap((one) => pair(matrix, one)),
    findings,
    text: (path) => bytes.get(path)?.toString('utf8') ?? '',
  };
}
