/** One failure against a JSON Schema goes in; what was found and what to write, in plain words, comes out. */
import type { ErrorObject } from 'ajv';
import { didYouMean } from '../did-you-mean.ts';
import type { FilePlace } from '../types.ts';
import { type Path, placeOf, type Source, wordsAt } from './source.ts';

export interface Told {
  found: string;
  write: string;
  at?: FilePlace;
}

export interface Failure {
  source: Source;
  path: Path;
  where: string;
  value: unknown;
  error: ErrorObject;
}

export function tellFailure(failure: Failure): Told {
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
        write: oneOf(typeof value === 'object' ? '' : String(value), params.allowedValues as unknown[]),
      };
    case 'pattern': {
      const write = sentence(description ?? `text that matches ${params.pattern}`);
      if (error.propertyName === undefined) return { found: `${where} is ${seen}.`, write };
      return {
        found: error.propertyName ? `${where} has the key \`${error.propertyName}\`.` : `${where} has an empty key.`,
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
        write: quoted(value, error, wordsAt(source, path)) ?? sentence(description ?? 'one of the forms of the schema'),
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
    case 'maxProperties':
      return { found: `${where} states more than ${params.limit}.`, write: sentence(description ?? 'fewer') };
    case 'exclusiveMinimum':
      return { found: `${where} is ${seen}.`, write: `more than ${params.limit}.` };
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

function unknownField({ source, path, where, error }: Failure, name: string): Told {
  const known = Object.keys((error.parentSchema as { properties?: object } | undefined)?.properties ?? {});
  const near = didYouMean(name, known);
  return {
    found: name ? `${where} has an unknown field \`${name}\`.` : `${where} has an empty key.`,
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
function ofType(type: string, value: unknown, words = '', schema: ErrorObject['parentSchema'] = {}): string {
  const scalar = typeof value === 'number' || typeof value === 'boolean';
  if (type === 'string' && scalar && new RegExp(String(schema.pattern ?? '')).test(words))
    return `\`"${words}"\`, in quotes.`;
  const kind = TYPES[type] ?? type;
  return schema.description ? `${kind} (${sentence(String(schema.description)).replace(/\.$/, '')}).` : `${kind}.`;
}

/** Where text may stand, a number or truth value was meant as text. */
function quoted(value: unknown, { schema }: ErrorObject, words = ''): string | undefined {
  const scalar = typeof value === 'number' || typeof value === 'boolean';
  const text = (schema as { type?: string; pattern?: string }[]).some((one) => one.type === 'string' && !one.pattern);
  return scalar && text ? `\`"${words}"\`, in quotes.` : undefined;
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
