/** The bytes of a matrix file go in; its data with positions, or problems at exact places, come out. */
import { Ajv, type ValidateFunction } from 'ajv';
import schema from '../entitlements.schema.json' with { type: 'json' };
import type { Problem } from '../problem.ts';
import { dataOf, type Unreadable } from './data.ts';
import { decode } from './decode.ts';
import { oneLine } from './one-line.ts';
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
  const raw = data as RawMatrix;
  const prices = priceProblems(source, raw);
  return prices.length ? { source, problems: prices } : { raw, source, problems: [] };
}

/** One mistake can break all that follows; nobody reads more than the first few. */
const MOST = 10;

/** A matrix of ten thousand plans is a fifth of it; the parser needs some hundred bytes for each character. */
const MOST_CHARACTERS = 8 * 1024 * 1024;

const FIRST_LINES = '`planproof: 1`, then `product:` and `plans:`; `planproof init` writes an example.';

/**
 * Opens any YAML file: UTF-8, not empty, well-formed. `data` is undefined when there are problems. `whenEmpty` is what to
 * write into an empty one.
 */
export function openYaml(
  bytes: Uint8Array | string,
  path: string,
  whenEmpty = FIRST_LINES,
): { source: Source; data?: unknown; problems: Problem[] } {
  const start = { kind: 'file' as const, path, line: 1, column: 1, length: 1 };
  const tooLong = (length: number, what: string) => {
    const found = `The file has ${length} ${what}, which no matrix needs.`;
    return [unreadable(start, found, `a matrix of at most ${MOST_CHARACTERS} characters.`)];
  };
  // No character of text takes more than three bytes for each of its code units.
  if (bytes.length > 3 * MOST_CHARACTERS && typeof bytes !== 'string')
    return { source: openSource('', path), problems: tooLong(bytes.length, 'bytes') };
  const { text, bad } = decode(bytes);
  const empty = { ...openSource('', path), text };
  if (bad) {
    const at = { ...start, ...bad };
    return { source: empty, problems: [unreadable(at, 'The file is not UTF-8.', 'the same text, saved as UTF-8.')] };
  }
  if (text.length > MOST_CHARACTERS) return { source: empty, problems: tooLong(text.length, 'characters') };
  const source = openSource(text, path);
  const broken = yamlProblems(source);
  const { data, problems } = broken.length ? { data: undefined, problems: broken } : dataOf(source);
  if (problems.length) return { source, problems: first(problems) };
  if (data !== null) return { source, data, problems: [] };
  return { source, problems: [unreadable(placeOf(source, []), 'The file is empty.', whenEmpty)] };
}

/** The first few, each place once. */
function first(problems: readonly Unreadable[]): Problem[] {
  const seen = new Set<string>();
  return problems
    .filter(({ at }) => !seen.has(`${at.line}:${at.column}`) && seen.add(`${at.line}:${at.column}`))
    .slice(0, MOST)
    .map(({ at, found, write, related }) => ({
      ...unreadable(at, found, write),
      ...(related && { related: related.map((one) => ({ ...one, words: oneLine(one.words) })) }),
    }));
}

function unreadable(at: Problem['at'], found: string, write: string): Problem {
  return { rule: 'matrix/unreadable', level: 'error', at, found: oneLine(found), write: oneLine(write) };
}

let compiled: ValidateFunction | undefined;

function shapeCheck(): ValidateFunction {
  compiled ??= new Ajv({ allErrors: true, verbose: true, strict: false, strictNumbers: true }).compile(schema);
  return compiled;
}
