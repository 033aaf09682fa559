/** The bytes of a waiver file go in; its waivers with their places, or problems at exact places, come out. */
import { Ajv } from 'ajv';
import type { Problem } from '../../matrix/problem.ts';
import { openYaml } from '../../matrix/read/read.ts';
import { placeOf, type Source } from '../../matrix/read/source.ts';
import { validate } from '../../matrix/read/validate.ts';
import type { Waiver } from './waiver.ts';
import schema from './waivers.schema.json' with { type: 'json' };

const WHEN_EMPTY = '`planproof: 1`, then `waivers: []`; `planproof check --waive KEY` writes the first entry.';

/** `path` is the file's name as shown to people. Never throws on bad input; a file with a problem gives no waiver. */
export function readWaivers(bytes: Uint8Array, path: string): { waivers: Waiver[]; problems: Problem[] } {
  const { source, data, problems } = openYaml(bytes, path, WHEN_EMPTY);
  if (problems.length) return { waivers: [], problems: named(problems, 'waiver/unreadable') };
  const malformed = validate(
    source,
    data,
    new Ajv({ allErrors: true, verbose: true, strict: false, strictNumbers: true }).compile(schema),
  );
  if (malformed.length) return { waivers: [], problems: named(malformed, 'waiver/malformed') };
  const waivers = (data as { waivers: Omit<Waiver, 'at'>[] }).waivers.map((one, index) => ({
    ...one,
    at: placeOf(source, ['waivers', index, 'key']),
  }));
  const noDays = waivers.flatMap(({ until }, index) => (isDay(until) ? [] : [noDay(source, index, until)]));
  return noDays.length ? { waivers: [], problems: noDays } : { waivers, problems: [] };
}

function named(problems: readonly Problem[], rule: string): Problem[] {
  return problems.map((problem) => ({ ...problem, rule }));
}

function noDay(source: Source, index: number, until: string): Problem {
  return {
    rule: 'waiver/malformed',
    level: 'error',
    at: placeOf(source, ['waivers', index, 'until']),
    found: `\`waivers.${index}.until\` is \`${until}\`, a day that no calendar has.`,
    write: 'the last day on which the waiver holds, such as 2027-01-31.',
  };
}

function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
