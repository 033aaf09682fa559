/** The bytes of a matrix file go in; its data with positions, or problems at exact places, come out. */
import { Ajv, type ValidateFunction } from 'ajv';
import schema from '../entitlements.schema.json' with { type: 'json' };
import type { Problem } from '../problem.ts';
import type { RawMatrix } from './raw.ts';
import { openSource, placeOf, placeOfRange, type Source } from './source.ts';
import { validate } from './validate.ts';

export type ReadResult = { raw: RawMatrix; source: Source; problems: [] } | { raw?: undefined; source: Source; problems: Problem[] };

/**
 * Reads one matrix. `bytes` is the whole file (UTF-8), `path` its name as shown to people.
 * Never throws on bad input: what is wrong is in `problems`.
 */
export function readMatrix(bytes: Uint8Array | string, path: string): ReadResult {
  const opened = openYaml(bytes, path);
  if (opened.problems.length) return { source: opened.source, problems: opened.problems };
  const data: unknown = opened.source.document.toJS({ maxAliasCount: 1000 });
  const problems = validate(opened.source, data, validator());
  if (problems.length) return { source: opened.source, problems };
  return { raw: data as RawMatrix, source: opened.source, problems: [] };
}

/** Opens any YAML file of ours: UTF-8, not empty, well-formed, a map at the top. */
export function openYaml(bytes: Uint8Array | string, path: string): { source: Source; problems: Problem[] } {
  const decoded = decode(bytes);
  const source = openSource(decoded ?? '', path);
  const problem = (at: Problem['at'], found: string, write: string): Problem => ({ rule: 'matrix/unreadable', level: 'error', at, found, write });
  if (decoded === undefined) {
    return { source, problems: [problem(badByte(bytes as Uint8Array, path), 'The file is not UTF-8.', 'the same text, saved as UTF-8.')] };
  }
  const syntax = source.document.errors.map((error) =>
    problem(placeOfRange(source, error.pos[0], error.pos[1]), `This is not YAML: ${error.message.replace(/\.?$/, '.')}`, 'well-formed YAML; the mark shows where reading stopped.'),
  );
  if (syntax.length) return { source, problems: syntax };
  const top: unknown = source.document.contents;
  if (top === null) {
    return { source, problems: [problem(placeOf(source, []), 'The file is empty.', '`planproof: 1`, then `product:` and `plans:`; `planproof init` writes an example.')] };
  }
  return { source, problems: [] };
}

let compiled: ValidateFunction | undefined;

function validator(): ValidateFunction {
  compiled ??= new Ajv({ allErrors: true, verbose: true, strict: false }).compile(schema);
  return compiled;
}

function decode(bytes: Uint8Array | string): string | undefined {
  if (typeof bytes === 'string') return bytes.replace(/^\uFEFF/, '');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function badByte(bytes: Uint8Array, path: string): Problem['at'] {
  const text = new TextDecoder('utf-8').decode(bytes);
  const before = text.slice(0, Math.max(0, text.indexOf('\uFFFD')));
  const lines = before.split('\n');
  return { kind: 'file', path, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, length: 1 };
}
