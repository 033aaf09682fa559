/** Every field of the schema is stated by one matrix, which reads; and each of its statements changes what it compiles to. */
import { describe, expect, it } from 'vitest';
import { checkMatrix } from '../../../matrix/check/check.ts';
import { compileMatrix } from '../../../matrix/compile/compile.ts';
import schema from '../../../matrix/entitlements.schema.json' with { type: 'json' };
import { describeProblem } from '../../../matrix/problem.ts';
import { readMatrix } from '../../../matrix/read/read.ts';
import type { Schema } from '../../../scripts/shape/print-shape.ts';
import { matrixOf } from '../matrix-of.ts';
import { fullest } from './fullest.ts';

type Path = readonly string[];

const { document, stated } = fullest(schema as Schema);
const text = JSON.stringify(document, null, 1);

/** Every map of the schema that names its fields, but for conditions. */
function mapsIn(part: unknown): Schema[] {
  if (part === null || typeof part !== 'object') return [];
  const own = 'properties' in part && 'additionalProperties' in part ? [part as Schema] : [];
  return [...own, ...Object.values(part).flatMap(mapsIn)];
}

/** Paths to everything that is no map and no list of maps. */
function leaves(value: unknown, path: Path = []): Path[] {
  const branches = Array.isArray(value) ? value.some((item) => typeof item === 'object') : typeof value === 'object';
  return branches ? Object.entries(value as object).flatMap(([key, one]) => leaves(one, [...path, key])) : [path];
}

/** The document with what stands at `path` replaced, or left out. */
function changed(path: Path, other?: unknown): unknown {
  const copy = structuredClone(document);
  const parent = path.slice(0, -1).reduce<Record<string, unknown>>((at, part) => at[part] as never, copy);
  if (other === undefined) delete parent[path.at(-1)!];
  else parent[path.at(-1)!] = other;
  return copy;
}

/** What a document compiles to, without places and the seal over all; nothing when it does not read. */
function compiled(from: unknown): string | undefined {
  const { raw, source } = readMatrix(JSON.stringify(from), 'matrix.yaml');
  if (!raw) return undefined;
  const { digest: _digest, ...matrix } = compileMatrix(raw, source);
  return JSON.stringify(matrix, (key, value) => (key === 'at' ? undefined : value));
}

/** What takes the place of a field that must be there: one of them fits. */
const OTHERS = [[], 4, 404, 'other', 'USD', 'call', 'year', 'nothing', 'keep', 'delete', '/other', ['other'], false];

const before = compiled(document);

function isIgnored(path: Path): boolean {
  for (const other of [undefined, ...OTHERS]) {
    const after = compiled(changed(path, other));
    if (after !== undefined && after !== before) return false;
  }
  return true;
}

describe('the fullest matrix', () => {
  it('states every field of the schema', () => {
    const all = mapsIn(schema).flatMap((map) => Object.keys(map.properties!).map((name) => [map.description, name]));
    const done = [...stated].flatMap(([map, names]) => [...names].map((name) => [map.description, name]));
    expect(all.length).toBeGreaterThan(180);
    expect(done.sort()).toEqual(all.sort());
  });

  it('reads', () => {
    const { problems, source } = readMatrix(text, 'matrix.yaml');
    expect(problems.map((problem) => describeProblem(problem, () => source.text))).toEqual([]);
  });

  it('has no field that is read and then ignored', () => {
    const paths = leaves(document);
    expect(paths.length).toBeGreaterThan(300);
    const ignored = paths.filter(isIgnored).map((path) => path.join('.'));
    // The version of the format has one value. A seal is judged, and says nothing of its own.
    expect(ignored).toEqual(['planproof', 'past_versions.old.digest']);
  });

  it('has a seal that is judged', () => {
    const { raw, source, matrix } = matrixOf(text);
    const found = checkMatrix({ raw, source, matrix }).filter(({ rule }) => rule === 'version/edited');
    expect(
      found.map(({ at }) => text.split('\n')[at.line - 1]!.slice(at.column - 1, at.column - 1 + at.length)),
    ).toEqual(['"sha256-0"']);
  });
});
