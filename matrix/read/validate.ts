/** Data and its positions go in; problems in the words of the person who edits the file come out. */
import type { ErrorObject, ValidateFunction } from 'ajv';
import type { Problem } from '../problem.ts';
import { oneLine } from './one-line.ts';
import { type Path, placeOf, type Source } from './source.ts';
import { tellFailure } from './tell-failure.ts';

/** Checks `data` against a compiled schema. An empty list means that `data` has the schema's shape. */
export function validate(source: Source, data: unknown, check: ValidateFunction): Problem[] {
  if (check(data)) return [];
  const errors = meant(check.errors ?? []);
  const problems = new Map<string, Problem>();
  for (const error of errors) {
    const problem = describe(source, data, error);
    const id = `${problem.at.line}:${problem.at.column}:${problem.found}`;
    if (!problems.has(id)) problems.set(id, problem);
    if (problems.size === MOST) break;
  }
  return [...problems.values()];
}

/** Nobody reads more of them at once. */
const MOST = 100;

/** Keywords by which a value shows that it was not meant as this branch of a choice at all. */
const OTHER_BRANCH = new Set(['type', 'enum', 'const', 'minimum', 'pattern', 'anyOf']);

/** A choice that failed reports every branch. What counts is the branch that was meant: the one that fails on a detail. */
function meant(errors: readonly ErrorObject[]): ErrorObject[] {
  const choices = new Set(errors.filter((error) => error.keyword === 'anyOf').map((error) => error.instancePath));
  const details = errors.filter((error) => error.keyword !== 'propertyNames' && error.keyword !== 'if');
  const detailed = new Set<string>();
  for (const error of details) {
    const path = error.instancePath;
    if (!isOther(error)) detailed.add(path);
    for (let end = path.lastIndexOf('/'); end >= 0; end = path.lastIndexOf('/', end - 1)) {
      const parent = path.slice(0, end);
      if (detailed.has(parent)) break;
      detailed.add(parent);
      if (end === 0) break;
    }
  }
  const last = new Map(details.filter(isOther).map((error) => [error.instancePath, error]));
  return details.filter((error) => {
    if (error.keyword === 'type' && last.get(error.instancePath) !== error) return false;
    if (!choices.has(error.instancePath) || !isOther(error)) return true;
    return error.keyword === 'anyOf' && !detailed.has(error.instancePath);
  });
}

/** A key of another form is a detail: only the branch that is a map has keys. */
function isOther({ keyword, propertyName }: ErrorObject): boolean {
  return propertyName === undefined && OTHER_BRANCH.has(keyword);
}

function describe(source: Source, data: unknown, error: ErrorObject): Problem {
  const path = pathOf(error.instancePath, data);
  const told = tellFailure({
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
    found: oneLine(told.found),
    write: oneLine(told.write),
  };
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
