/** Data and its positions go in; problems in the words of the person who edits the file come out. */
import type { ErrorObject, ValidateFunction } from 'ajv';
import { didYouMean } from '../did-you-mean.ts';
import type { Problem } from '../problem.ts';
import type { FilePlace } from '../types.ts';
import { type Path, placeOf, type Source, wordsAt } from './source.ts';

/** Checks `data` against a compiled schema. An empty list means that `data` has the schema's shape. */
export function validate(source: Source, data: unknown, check: ValidateFunction): Problem[] {
  if (check(data)) return [];
  const errors = meant(check.errors ?? []);
  const seen = new Set<string>();
  return errors.flatMap((error) => {
    const problem = describe(source, data, error);
    const id = `${problem.at.line}:${problem.at.column}:${problem.found}`;
    if (seen.has(id)) return [];
    seen.add(id);
    return [problem];
  });
}

/** Keywords by which a value shows that it was not meant as this branch of a choice at all. */
const OTHER_BRANCH = new Set(['type', 'enum', 'const', 'minimum', 'anyOf']);

/** A choice that failed reports every branch. What counts is the branch that was meant: the one that fails on a detail. */
function meant(errors: readonly ErrorObject[]): ErrorObject[] {
  const choices = new Set(errors.filter((error) => error.keyword === 'anyOf').map((error) => error.instancePath));
  const details = errors.filter((error) => error.keyword !== 'propertyNames' && error.keyword !== 'if');
  const detailOf = (path: string) =>
    details.some((error) => isInside(error, path) || (error.instancePath === path && !OTHER_BRANCH.has(error.keyword)));
  return details.filter(({ instancePath, keyword }) => {
    if (!choices.has(instancePath) || !OTHER_BRANCH.has(keyword)) return true;
    return keyword === 'anyOf' && !detailOf(instancePath);
  });
}

function isInside(error: ErrorObject, path: string): boolean {
  return error.instancePath.startsWith(`${path}/`);
}

interface Found {
  found: string;
  write: string;
  at?: FilePlace;
}

function describe(source: Source, data: unknown, error: ErrorObject): Problem {
  const path = pathOf(error.instancePath, data);
  const told = tell({
    source,
    path,
    where: path.length ? `\`${path.join('.')}\`` : 'The file',
    value: at(data, path),
    error,
  });
  return {
    rule: 'matrix/malformed',
    level: 'error',
    at: told.at ?? placeOf(source, path),
    found: told.found,
    write: told.write,
  };
}

interface Failure {
  source: Source;
  path: Path;
  where: string;
  value: unknown;
  error: ErrorObject;
}

function tell(failure: Failure): Found {
  const { source, path, where, value, error } = failure;
  const params = error.params as Record<string, unknown>;
  const { description } = (error.parentSchema ?? {}) as { description?: string };
  const seen = shown(value, wordsAt(source, path));
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownField(failure, String(params.additionalProperty));
    case 'required':
      return {
        found: `${where} lacks \`${params.missingProperty}\`.`,
        write: `a \`${params.missingProperty}:\` line here.`,
        at: placeOf(source, path, 'key'),
      };
    case 'enum':
      return {
        found: value === null ? `${where} is empty.` : `${where} is ${seen}, which is none of its words.`,
        write: oneOf(String(value), params.allowedValues as unknown[]),
      };
    case 'pattern': {
      const write = sentence(description ?? `text that matches ${params.pattern}`);
      if (error.propertyName === undefined) return { found: `${where} is ${seen}.`, write };
      return {
        found: `${where} has the key \`${error.propertyName}\`.`,
        write,
        at: placeOf(source, [...path, error.propertyName], 'key'),
      };
    }
    case 'type':
      return {
        found: `${where} is ${seen}.`,
        write: ofType(String(params.type), value, wordsAt(source, path), error.parentSchema),
      };
    case 'const':
      return { found: `${where} is ${seen}.`, write: `\`${String(params.allowedValue)}\`.` };
    case 'anyOf':
      return {
        found: `${where} is ${seen}.`,
        write: sentence(description ?? 'one of the forms that the schema allows'),
      };
    case 'uniqueItems':
      return {
        found: `${where} lists the same thing twice.`,
        write: 'each once.',
        at: placeOf(source, [...path, Math.max(Number(params.i), Number(params.j))]),
      };
    case 'minItems':
    case 'minLength':
    case 'minProperties':
      return { found: `${where} is empty.`, write: sentence(description ?? 'at least one') };
    case 'minimum':
      return { found: `${where} is ${seen}.`, write: `${params.limit} or more.` };
    case 'maximum':
      return { found: `${where} is ${seen}.`, write: `${params.limit} or less.` };
    default:
      return {
        found: `${where} ${error.message ?? 'is not as expected'}.`,
        write: sentence(description ?? 'what the schema describes'),
      };
  }
}

function unknownField({ source, path, where, error }: Failure, name: string): Found {
  const known = Object.keys((error.parentSchema as { properties?: object } | undefined)?.properties ?? {});
  const near = didYouMean(name, known);
  return {
    found: `${where} has an unknown field \`${name}\`.`,
    write: near ? `\`${near}\`, if that is what you meant.` : `one of ${known.map((k) => `\`${k}\``).join(', ')}.`,
    at: placeOf(source, [...path, name], 'key'),
  };
}

function oneOf(value: string, allowed: readonly unknown[]): string {
  const words = allowed.map(String);
  const near = didYouMean(value, words);
  if (near || words.length === 1) return `\`${near ?? words[0]}\`.`;
  return `one of ${words.map((word) => `\`${word}\``).join(', ')}.`;
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'a map',
  integer: 'a whole number',
  number: 'a number',
  boolean: '`true` or `false`',
};

/** A version such as 6 or 1.50 reads as a number until it is quoted. */
function ofType(
  type: string,
  value: unknown,
  words = '',
  schema: { description?: string; pattern?: string } = {},
): string {
  const scalar = typeof value === 'number' || typeof value === 'boolean';
  if (type === 'string' && scalar && new RegExp(schema.pattern ?? '').test(words)) return `\`"${words}"\`, in quotes.`;
  const kind = TYPES[type] ?? type;
  return schema.description ? `${kind} (${sentence(schema.description).replace(/\.$/, '')}).` : `${kind}.`;
}

function pathOf(pointer: string, data: unknown): Path {
  const parts: (string | number)[] = [];
  let value = data;
  for (const raw of pointer.split('/').slice(1)) {
    const part = raw.replaceAll('~1', '/').replaceAll('~0', '~');
    const key = Array.isArray(value) ? Number(part) : part;
    parts.push(key);
    value = (value as Record<string, unknown> | undefined)?.[part];
  }
  return parts;
}

function at(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined)?.[part], data);
}

/** A value as the file writes it; quoted text that would be a number without its quotes keeps them. */
function shown(value: unknown, words: string | undefined): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  const quoted = typeof value === 'string' && (value.trim() === '' || !Number.isNaN(Number(value)));
  return quoted ? `\`"${value}"\`` : `\`${words ?? String(value)}\``;
}

/** With a full stop, and in small letters after "Write:" unless it begins with a name such as ISO. */
function sentence(text: string): string {
  const whole = /[.!?]$/.test(text) ? text : `${text}.`;
  return /^[A-Z](?=[a-z ])/.test(whole) ? whole[0]!.toLowerCase() + whole.slice(1) : whole;
}
