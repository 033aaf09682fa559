/** The bytes of a matrix file go in; its data with positions, or problems at exact places, come out. */
import { Ajv, type ValidateFunction } from 'ajv';
import schema from '../entitlements.schema.json' with { type: 'json' };
import type { Problem } from '../problem.ts';
import { decode } from './decode.ts';
import { priceProblems } from './price-problems.ts';
import type { RawMatrix } from './raw.ts';
import { openSource, placeOf, type Source } from './source.ts';
import { validate } from './validate.ts';
import { yamlProblems } from './yaml-problems.ts';

export type ReadResult =
  | { raw: RawMatrix; source: Source; problems: [] }
  | { raw?: undefined; source: Source; problems: Problem[] };

/**
 * Reads one matrix. `bytes` is the whole file (UTF-8), `path` its name as shown to people.
 * Never throws on bad input: what is wrong is in `problems`.
 */
export function readMatrix(bytes: Uint8Array | string, path: string): ReadResult {
  const { source, data, problems } = openYaml(bytes, path);
  if (problems.length) return { source, problems };
  const malformed = validate(source, data, shapeCheck());
  if (malformed.length) return { source, problems: malformed };
  const raw = withoutPrototypes(data) as RawMatrix;
  const prices = priceProblems(source, raw);
  return prices.length ? { source, problems: prices } : { raw, source, problems: [] };
}

/** An alias may stand for so much; more is a file that was made to exhaust its reader. */
const MAX_ALIASES = 1000;

/** Opens any YAML file of ours: UTF-8, not empty, well-formed. `data` is undefined when there are problems. */
export function openYaml(
  bytes: Uint8Array | string,
  path: string,
): { source: Source; data?: unknown; problems: Problem[] } {
  const { text, bad } = decode(bytes);
  if (bad) {
    const at = { kind: 'file' as const, path, ...bad, length: 1 };
    return {
      source: { ...openSource('', path), text },
      problems: [unreadable(at, 'The file is not UTF-8.', 'the same text, saved as UTF-8.')],
    };
  }
  const source = openSource(text, path);
  const problems = yamlProblems(source).map(({ at, found, write }) => unreadable(at, found, write));
  if (problems.length) return { source, problems };
  const data = dataOf(source);
  if (data === undefined) {
    const found = `The aliases in this file stand for more than ${MAX_ALIASES} values.`;
    return {
      source,
      problems: [unreadable(placeOf(source, []), found, 'what each alias stands for, in full; or a bundle.')],
    };
  }
  if (data !== null) return { source, data, problems: [] };
  const write = '`planproof: 1`, then `product:` and `plans:`; `planproof init` writes an example.';
  return { source, problems: [unreadable(placeOf(source, []), 'The file is empty.', write)] };
}

/** Nothing when the aliases of the file stand for too much. */
function dataOf(source: Source): unknown {
  try {
    return source.document.toJS({ maxAliasCount: MAX_ALIASES }) as unknown;
  } catch {
    return undefined;
  }
}

function unreadable(at: Problem['at'], found: string, write: string): Problem {
  return { rule: 'matrix/unreadable', level: 'error', at, found, write };
}

let compiled: ValidateFunction | undefined;

function shapeCheck(): ValidateFunction {
  compiled ??= new Ajv({ allErrors: true, verbose: true, strict: false, strictNumbers: true }).compile(schema);
  return compiled;
}

/** A key such as `constructor` is then found in a map only when the file states it. */
function withoutPrototypes(data: unknown): unknown {
  if (data === null || typeof data !== 'object') return data;
  if (!Array.isArray(data)) Object.setPrototypeOf(data, null);
  Object.values(data).forEach(withoutPrototypes);
  return data;
}
