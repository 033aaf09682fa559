/** The bytes of an OpenAPI document go in; the gates of its operations with their places, or problems, come out. */
import { Ajv, type ValidateFunction } from 'ajv';
import type { Problem } from '../../problem.ts';
import { oneLine } from '../one-line.ts';
import type { RawGate } from '../raw.ts';
import { openYaml } from '../read.ts';
import { type Path, placeOf, type Source } from '../source.ts';
import { validate } from '../validate.ts';
import schema from './openapi-gates.schema.json' with { type: 'json' };

export interface DocumentGate {
  /** With `api`: method and path, the path of the first server before it. */
  gate: RawGate;
  /** Where it stands in the document. */
  path: Path;
}

export interface ReadDocument {
  source: Source;
  gates: DocumentGate[];
  problems: Problem[];
}

const FIELD = 'x-planproof-gate';
const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
const EMPTY = '`openapi: 3.1.0`, then `paths:`.';

interface Document {
  servers?: { url?: string }[];
  paths?: Record<string, Partial<Record<(typeof METHODS)[number], { [FIELD]?: RawGate }>>>;
}

/** Version 3, as JSON or YAML; `path` is only a name. Nothing is looked up elsewhere, so a path in another file is a problem. */
export function readDocument(bytes: Uint8Array | string, path: string): ReadDocument {
  const { source, data, problems } = openYaml(bytes, path, EMPTY);
  if (problems.length) return { source, gates: [], problems };
  const malformed = validate(source, data, shapeCheck());
  if (malformed.length) return { source, gates: [], problems: malformed };
  const gates = gatesIn(data as Document);
  return { source, gates, problems: unread(source, data, gates) };
}

let compiled: ValidateFunction | undefined;

function shapeCheck(): ValidateFunction {
  compiled ??= new Ajv({ allErrors: true, verbose: true, strict: false, strictNumbers: true }).compile(schema);
  return compiled;
}

function gatesIn({ servers, paths = {} }: Document): DocumentGate[] {
  const base = basePath(servers?.[0]?.url);
  // Beside paths, only extensions of others may stand there.
  const own = Object.entries(paths).filter(([path]) => path.startsWith('/'));
  return own.flatMap(([path, methods]) =>
    METHODS.flatMap((method): DocumentGate[] => {
      const gate = methods[method]?.[FIELD];
      const api = `${method.toUpperCase()} ${base}${path}`;
      return gate ? [{ gate: { ...gate, api }, path: ['paths', path, method, FIELD] }] : [];
    }),
  );
}

/** `/v1` of `https://api.example.com/v1/`; nothing of `/`. */
function basePath(url = '/'): string {
  return url.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/\/+$/, '');
}

/** Gates that stand where no operation is, and paths that stand in another file: what is overlooked would be called clean. */
function unread(source: Source, data: unknown, gates: readonly DocumentGate[]): Problem[] {
  const read = new Set(gates.map(({ path }) => JSON.stringify(path)));
  const found: Problem[] = [];
  const rest: [Path, unknown][] = [[[], data]];
  for (let next = rest.pop(); next; next = rest.pop()) {
    const [path, value] = next;
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, one] of Object.entries(value)) {
      const at = [...path, Array.isArray(value) ? Number(key) : key];
      if (key === FIELD && !read.has(JSON.stringify(at))) found.push(stray(source, at));
      else if (key === '$ref' && path.length === 2 && path[0] === 'paths')
        found.push(elsewhere(source, at, String(one)));
      else rest.push([at, one]);
    }
  }
  return found;
}

function stray(source: Source, path: Path): Problem {
  const found = `A gate stands at \`${path.slice(0, -1).join('.')}\`, which is none of the operations that are read.`;
  return problem(source, path, found, `it at an operation below \`paths:\`: ${METHODS.join(', ')}.`);
}

function elsewhere(source: Source, path: Path, ref: string): Problem {
  const found = `The operations of \`${path[1]}\` stand at \`${ref}\`, where no gate is looked for.`;
  return problem(source, path, found, 'them here; tools that bundle a document do that.');
}

function problem(source: Source, path: Path, found: string, write: string): Problem {
  const at = placeOf(source, path, 'key');
  return { rule: 'gate/unread', level: 'error', at, found: oneLine(found), write: oneLine(write) };
}
