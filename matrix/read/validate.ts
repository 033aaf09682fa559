/** Data and its positions go in; problems in the words of the person who edits the file come out. */
import type { ErrorObject, ValidateFunction } from 'ajv';
import type { Problem } from '../problem.ts';
import { type Path, placeOf, type Source } from './source.ts';
import { tellFailure } from './tell-failure.ts';

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
const OTHER_BRANCH = new Set(['type', 'enum', 'const', 'minimum', 'pattern', 'anyOf']);

/** A choice that failed reports every branch. What counts is the branch that was meant: the one that fails on a detail. */
function meant(errors: readonly ErrorObject[]): ErrorObject[] {
  const choices = new Set(errors.filter((error) => error.keyword === 'anyOf').map((error) => error.instancePath));
  const details = errors.filter((error) => error.keyword !== 'propertyNames' && error.keyword !== 'if');
  const detailOf = (path: string) =>
    details.some(
      (error) => error.instancePath.startsWith(`${path}/`) || (error.instancePath === path && !isOther(error)),
    );
  return details.filter((error) => {
    if (!choices.has(error.instancePath) || !isOther(error)) return true;
    return error.keyword === 'anyOf' && !detailOf(error.instancePath);
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
    found: told.found,
    write: told.write,
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
