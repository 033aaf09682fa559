/** The bytes of a baseline go in; its entries with their lines, or problems at exact places, come out. */
import { Ajv } from 'ajv';
import type { Problem } from '../../matrix/problem.ts';
import { openYaml } from '../../matrix/read/read.ts';
import { placeOf } from '../../matrix/read/source.ts';
import { validate } from '../../matrix/read/validate.ts';
import schema from './baseline.schema.json' with { type: 'json' };
import type { BaselineEntry, ReadEntry } from './baseline.ts';

const WHEN_EMPTY = 'the baseline again: delete the file, then `planproof check --update-baseline`.';

/** JSON is YAML, so mistakes are told as in any edited file. Never throws on bad input; a file with a problem gives no entry. */
export function readBaseline(bytes: Uint8Array, path: string): { entries: ReadEntry[]; problems: Problem[] } {
  const { source, data, problems } = openYaml(bytes, path, WHEN_EMPTY);
  if (problems.length) return { entries: [], problems: named(problems, 'baseline/unreadable') };
  const malformed = validate(
    source,
    data,
    new Ajv({ allErrors: true, verbose: true, strict: false, strictNumbers: true }).compile(schema),
  );
  if (malformed.length) return { entries: [], problems: named(malformed, 'baseline/malformed') };
  const { findings } = data as { findings: BaselineEntry[] };
  const entries = findings.map((one, index) => ({ ...one, at: placeOf(source, ['findings', index, 'fingerprint']) }));
  return { entries, problems: [] };
}

function named(problems: readonly Problem[], rule: string): Problem[] {
  return problems.map((problem) => ({ ...problem, rule }));
}
