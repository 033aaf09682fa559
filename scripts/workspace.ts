/** The current folder goes in; its configuration and compiled matrix, or the problems with them, come out. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkMatrix } from '../matrix/check/check.ts';
import { compileMatrix } from '../matrix/compile/compile.ts';
import type { Problem } from '../matrix/problem.ts';
import { type TakenGates, takeGates } from '../matrix/read/openapi/take-gates.ts';
import { readMatrix } from '../matrix/read/read.ts';
import type { Matrix } from '../matrix/types.ts';
import { readConfig } from '../verifier/config/read-config.ts';
import type { Config } from '../verifier/config/types.ts';
import { Failure } from './failure.ts';
import { documentBytes } from './files/document-bytes.ts';
import { madeFrom } from './files/made-from.ts';

const CONFIG_NAMES = ['planproof.config.yaml', 'planproof.config.yml', 'planproof.config.json'];

export interface Workspace {
  root: string;
  /** Files besides the matrix on which everything depends: the configuration, the document that gates are taken from. */
  decisive: string[];
  config: Config;
  /** The configuration has errors, so that nobody knows what there is to look at. */
  unconfigured?: true;
  /** Absent when the matrix has errors. */
  matrix?: Matrix;
  problems: Problem[];
}

/** Reads configuration and matrix below `root`; `date` is the judging date. Throws `Failure` when either does not exist. */
export function openWorkspace(root: string, date?: string): Workspace {
  const { config, problems, path } = openConfig(root);
  if (!config)
    return { root, decisive: [path], config: { planproof: 1, matrix: '', surfaces: [] }, unconfigured: true, problems };
  const { document, ...loaded } = rememberedMatrix(root, config.matrix, date);
  return { root, decisive: [path, ...(document ? [document] : [])], config, ...loaded };
}

/** Reads the configuration below `root`. Throws `Failure` when there is none. */
export function openConfig(root: string): ReturnType<typeof readConfig> & { path: string } {
  const name = CONFIG_NAMES.find((one) => existsSync(join(root, one)));
  if (!name)
    throw new Failure(
      `There is no planproof.config.yaml in this folder: run \`planproof init\`, or change to the folder that has one.`,
    );
  const bytes = readFileSync(join(root, name));
  return { ...madeFrom(root, `configuration ${name}`, [name, bytes], () => readConfig(bytes, name)), path: name };
}

interface Loaded {
  matrix?: Matrix;
  problems: Problem[];
  /** The path of the document that gates are taken from. */
  document?: string;
}

/** The same from the last run, where it read the same. Gates from a document are read again: only the matrix knows which. */
function rememberedMatrix(root: string, path: string, date?: string): Loaded {
  const bytes = matrixBytes(root, path);
  if (bytes.includes('gates_from')) return loadMatrix(root, path, date);
  return madeFrom(root, `matrix ${path}`, [path, bytes, date], () => loadMatrix(root, path, date));
}

/** Reads, checks and compiles one matrix; `path` is relative to `root`. */
export function loadMatrix(root: string, path: string, date?: string): Loaded {
  const { raw, source, problems, document } = openMatrix(root, path);
  const from = document && { document: document.path };
  if (!raw) return { problems, ...from };
  const matrix = compileMatrix(raw, source);
  const found = checkMatrix({ raw, source, matrix, ...(date !== undefined && { date }) });
  const broken = found.some((problem) => problem.level === 'error');
  return { ...(!broken && { matrix }), problems: found, ...from };
}

/** Reads one matrix and the document that it takes gates from; both paths are relative to `root`. */
export function openMatrix(root: string, path: string): TakenGates {
  const read = readMatrix(matrixBytes(root, path), path);
  return read.raw ? takeGates(read.raw, read.source, documentBytes(root, read.raw.gates_from)) : read;
}

/** Throws `Failure` when there is no file at `path`, which is relative to `root`. */
export function matrixBytes(root: string, path: string): Buffer {
  try {
    return readFileSync(join(root, path));
  } catch {
    throw new Failure(
      `There is no matrix at ${path}: write one there (\`planproof init\` shows how), or correct \`matrix:\` in planproof.config.yaml.`,
    );
  }
}
