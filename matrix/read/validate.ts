/** Data and its positions go in; problems in the words of the person who edits the file come out. */
import type { ErrorObject, ValidateFunction } from 'ajv';
import { didYouMean } from '../did-you-mean.ts';
import type { Problem } from '../problem.ts';
import { type Path, placeOf, type Source } from './source.ts';

/** Checks `data` against a compiled schema. An empty list means that `data` has the schema's shape. */
export function validate(source: Source, data: unknown, check: ValidateFunction): Problem[] {
  if (check(data)) return [];
  const errors = deepest(check.errors ?? []);
  const seen = new Set<string>();
  return errors.flatMap((error) => {
    const problem = describe(source, data, error);
    const id = `${problem.at.line}:${problem.at.column}:${problem.found}`;
    if (seen.has(id)) return [];
    seen.add(id);
    return [problem];
  });
}

/** A choice that failed reports every branch; the branch that got furthest is what the person meant. */
function deepest(errors: ErrorObject[]): ErrorObject[] {
  const choices = errors.filter((error) => error.keyword === 'anyOf' || error.keyword === 'propertyNames');
  const inner = errors.filter((error) => error.keyword !== 'propertyNames');
  return inner.filter((error) => {
    const choice = choices.find((other) => other.keyword === 'anyOf' && error !== other && error.schemaPath.startsWith(`${other.schemaPath}/`));
    if (error.keyword === 'anyOf') return !inner.some((other) => other.instancePath.startsWith(`${error.instancePath}/`));
    return !choice || error.instancePath !== choice.instancePath;
  });
}

function describe(source: Source, data: unknown, error: ErrorObject): Problem {
  const path = pathOf(error.instancePath, data);
  const where = path.length ? `\`${path.join('.')}\`` : 'The file';
  const params = error.params as Record<string, unknown>;
  const schema = (error.parentSchema ?? {}) as { description?: string; properties?: Record<string, unknown> };
  const problem = (found: string, write: string, at = placeOf(source, path)): Problem => ({ rule: 'matrix/malformed', level: 'error', at, found, write });
  switch (error.keyword) {
    case 'additionalProperties': {
      const name = String(params.additionalProperty);
      const known = Object.keys(schema.properties ?? {});
      const near = didYouMean(name, known);
      return problem(
        `${where} has an unknown field \`${name}\`.`,
        near ? `\`${near}\`, if that is what you meant.` : `one of ${known.map((k) => `\`${k}\``).join(', ')}.`,
        placeOf(source, [...path, name], 'key'),
      );
    }
    case 'required':
      return problem(`${where} lacks \`${params.missingProperty}\`.`, `a \`${params.missingProperty}:\` line here.`, placeOf(source, path, 'key'));
    case 'enum': {
      const allowed = (params.allowedValues as unknown[]).map(String);
      const value = String(at(data, path));
      const near = didYouMean(value, allowed);
      return problem(`${where} is \`${value}\`, which is none of its words.`, near ? `\`${near}\`.` : `one of ${allowed.map((v) => `\`${v}\``).join(', ')}.`);
    }
    case 'pattern':
      if (error.propertyName !== undefined) {
        return problem(`${where} has the key \`${error.propertyName}\`.`, lower(schema.description ?? `a key that matches ${params.pattern}.`), placeOf(source, [...path, error.propertyName], 'key'));
      }
      return problem(`${where} is \`${String(at(data, path))}\`.`, lower(schema.description ?? `text that matches ${params.pattern}.`));
    case 'type':
      return problem(`${where} is ${kindOf(at(data, path))}.`, schema.description ? lower(schema.description) : `${params.type === 'array' ? 'a list' : `a value of type ${params.type}`}.`);
    case 'const':
      return problem(`${where} is \`${String(at(data, path))}\`.`, `\`${String(params.allowedValue)}\`.`);
    case 'anyOf':
      return problem(`${where} is ${shown(at(data, path))}.`, lower(schema.description ?? 'one of the forms that the schema allows.'));
    case 'uniqueItems':
      return problem(`${where} lists the same thing twice.`, 'each once.', placeOf(source, [...path, Number(params.i)]));
    default:
      return problem(`${where} ${error.message ?? 'is not as expected'}.`, lower(schema.description ?? 'what the schema describes.'));
  }
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

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a map' : shown(value);
}

function shown(value: unknown): string {
  return value !== null && typeof value === 'object' ? kindOf(value) : `\`${String(value)}\``;
}

function lower(text: string): string {
  const sentence = /[.!?]$/.test(text) ? text : `${text}.`;
  return /^[A-Z][a-z]/.test(sentence) ? sentence[0]!.toLowerCase() + sentence.slice(1) : sentence;
}
