/** A matrix and an OpenAPI document: the gates of both, each with its place, or what is wrong with them. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkMatrix } from '../../../matrix/check/check.ts';
import { compileMatrix } from '../../../matrix/compile/compile.ts';
import { describeProblem } from '../../../matrix/problem.ts';
import { takeGates } from '../../../matrix/read/openapi/take-gates.ts';
import { readMatrix } from '../../../matrix/read/read.ts';
import { PULSE } from '../matrix-of.ts';

const TIDE = `planproof: 1
level: gates
product: Tide
roles: { owner: { name: Owner } }
capabilities:
  audit: { name: Audit log }
  export: { name: Export }
plans:
  pro: { name: Pro, version: pro_v1, has: [audit, export] }
gates_from: api.json
`;
type Gates = Record<string, object>;

/** A document with a gate for each operation, one fact a line. */
function documentOf(gates: Gates, more: object = {}): string {
  const paths: Record<string, Record<string, object>> = {};
  for (const [operation, gate] of Object.entries(gates)) {
    const [method = '', path = ''] = operation.split(' ');
    paths[path] = { ...paths[path], [method.toLowerCase()]: { summary: 'x', 'x-planproof-gate': gate } };
  }
  return JSON.stringify({ openapi: '3.1.0', info: {}, ...more, paths }, null, 1);
}

function taken(matrix: string, document: string | undefined) {
  const read = readMatrix(matrix, 'tide.yaml');
  if (!read.raw) throw new Error(read.problems[0]!.found);
  return takeGates(read.raw, read.source, document);
}

function checked(matrix: string, document: string) {
  const { raw, source, problems } = taken(matrix, document);
  if (!raw) throw new Error(problems.map(({ found }) => found).join('\n'));
  const compiled = compileMatrix(raw, source);
  return { matrix: compiled, problems: checkMatrix({ raw, source, matrix: compiled }) };
}

/** `file:line rule`, then what was found. */
function told(matrix: string, document: string | undefined): string[] {
  const read = taken(matrix, document);
  const problems = read.raw ? checked(matrix, document!).problems : read.problems;
  for (const problem of problems) expect(describeProblem(problem, () => document)).toContain('Write: ');
  return problems.map(({ at, rule, found }) => `${at.path}:${at.line} ${rule}: ${found}`);
}

const AUDIT = { key: 'audit', refusal: { status: 402, code: 'license_required' }, roles: ['owner'] };
const BOTH = documentOf({ 'GET /audit': AUDIT, 'POST /exports/{id}': { key: 'export' } });

describe('gates of a document', () => {
  it('count as if they stood in the matrix, each with its place', () => {
    const { matrix, problems } = checked(TIDE, BOTH);
    expect(problems).toEqual([]);
    expect(matrix.gates.map(({ at, ...gate }) => ({ ...gate, at: `${at.path}:${at.line}` }))).toEqual([
      { ...AUDIT, api: 'GET /audit', at: 'api.json:8' },
      { key: 'export', api: 'POST /exports/{id}', at: 'api.json:23' },
    ]);
    expect(matrix.gates_from).toBeUndefined();
  });

  it('may be written as YAML, and lie below the path of the server', () => {
    const yaml = `openapi: 3.0.3\nservers: [{ url: https://api.tide.example/v1/ }]\npaths:\n  x-team: tide\n  /audit:\n    get:\n      x-planproof-gate: { key: audit }\n  /export: { post: { x-planproof-gate: { key: export } } }\n`;
    expect(checked(TIDE, yaml).matrix.gates.map(({ api, at }) => [api, at.line])).toEqual([
      ['GET /v1/audit', 7],
      ['POST /v1/export', 8],
    ]);
  });

  it('add to those of the matrix what it leaves open', () => {
    const stated = `${TIDE}gates:\n  - { key: audit, api: GET /audit, locked: Audit is part of Pro }\n  - { key: export, api: "POST /exports/:one" }\n`;
    const { matrix, problems } = checked(stated, BOTH);
    expect(problems).toEqual([]);
    expect(matrix.gates.map(({ at, ...gate }) => ({ ...gate, at: `${at.path}:${at.line}` }))).toEqual([
      { ...AUDIT, api: 'GET /audit', locked: 'Audit is part of Pro', at: 'tide.yaml:12' },
      { key: 'export', api: 'POST /exports/:one', at: 'tide.yaml:13' },
    ]);
  });
});

describe('what is wrong is told', () => {
  it('at both places when matrix and document differ', () => {
    const stated = `${TIDE}gates:\n  - { key: export, api: GET /audit, refusal: { status: 403 }, roles: [owner] }\n`;
    expect(told(stated, BOTH)).toEqual([
      'tide.yaml:12 gate/differs: GET /audit has key `export` here, and `audit` in `api.json`.',
      'tide.yaml:12 gate/differs: GET /audit has refusal `403` here, and `402 license_required` in `api.json`.',
    ]);
    expect(
      taken(stated, BOTH).problems.map(({ related = [] }) => related.map(({ at }) => `${at.path}:${at.line}`)),
    ).toEqual([['api.json:9'], ['api.json:10']]);
  });

  it('at the field when there is no document, or none that can be read, or no gate in it', () => {
    expect(told(TIDE, undefined)).toEqual(['tide.yaml:10 gate/unread: There is no file `api.json`.']);
    expect(told(TIDE, '{ "openapi": ')[0]).toMatch(/^tide\.yaml:10 gate\/unread: `api\.json` cannot be read: /);
    expect(told(TIDE, '')[0]).toBe('tide.yaml:10 gate/unread: `api.json` cannot be read: The file is empty.');
    expect(told(TIDE, documentOf({}))).toEqual(['tide.yaml:10 gate/unread: `api.json` has no gate at any operation.']);
  });

  it('in the document when a key is unknown, with the key that was meant', () => {
    const document = documentOf({ 'GET /audit': { key: 'audti' }, 'GET /export': { key: 'export', roles: ['ownr'] } });
    const { problems } = checked(TIDE, document);
    const unknown = problems.filter(({ rule }) => rule === 'reference/unknown');
    expect(unknown.map(({ at, write }) => [at.path, at.line, at.column, write])).toEqual([
      ['api.json', 9, 13, '`audit`, or declare `audti`.'],
      ['api.json', 19, 7, '`owner`, or declare `ownr`.'],
    ]);
  });

  it('in the document when a gate has not its shape, or the document is of another kind', () => {
    const shape = told(TIDE, documentOf({ 'GET /audit': { keys: 'audit' }, 'GET /x': { key: 'Audit', refusal: {} } }));
    expect(shape.map((one) => one.replace(/:.*?matrix/, ' matrix'))).toEqual([
      'api.json matrix/malformed: `paths./audit.get.x-planproof-gate` lacks `key`.',
      'api.json matrix/malformed: `paths./audit.get.x-planproof-gate` has an unknown field `keys`.',
      'api.json matrix/malformed: `paths./x.get.x-planproof-gate.key` is `Audit`.',
      'api.json matrix/malformed: `paths./x.get.x-planproof-gate.refusal` lacks `status`.',
    ]);
    expect(told(TIDE, 'swagger: "2.0"\npaths: {}\n')).toEqual([
      'api.json:1 matrix/malformed: The file lacks `openapi`.',
    ]);
    expect(told(TIDE, 'openapi: 2.0.0\n')).toEqual(['api.json:1 matrix/malformed: `openapi` is `2.0.0`.']);
  });

  it('when a gate stands where none is looked for', () => {
    const stray = {
      openapi: '3.1.0',
      paths: {
        '/a': { 'x-planproof-gate': { key: 'audit' }, get: { 'x-planproof-gate': { key: 'audit' } } },
        '/b': { head: { 'x-planproof-gate': { key: 'audit' } } },
        '/c': { $ref: './c.yaml' },
      },
      webhooks: { done: { post: { 'x-planproof-gate': { key: 'audit' } } } },
    };
    expect(told(TIDE, JSON.stringify(stray, null, 1)).sort()).toEqual([
      'api.json:16 gate/unread: A gate stands at `paths./b.head`, which is none of the operations that are read.',
      'api.json:22 gate/unread: The operations of `/c` stand at `./c.yaml`, where no gate is looked for.',
      'api.json:28 gate/unread: A gate stands at `webhooks.done.post`, which is none of the operations that are read.',
      'api.json:5 gate/unread: A gate stands at `paths./a`, which is none of the operations that are read.',
    ]);
  });
});

it('nothing that stands in a document makes the reader fail, and all that is told has a place', () => {
  const spoiled = fc.tuple(
    fc.nat(BOTH.length),
    fc.nat(40),
    fc.oneof(fc.string(), fc.constantFrom('"', '{', '[]', 'null', '\t- ')),
  );
  fc.assert(
    fc.property(spoiled, ([from, length, words]) => {
      const document = BOTH.slice(0, from) + words + BOTH.slice(from + length);
      for (const { at, found, write } of taken(TIDE, document).problems) {
        expect([at.line > 0, at.column > 0, found !== '', write !== '']).toEqual([true, true, true, true]);
        expect((at.path === 'api.json' ? document : TIDE).split('\n').length).toBeGreaterThanOrEqual(at.line);
      }
    }),
    { numRuns: 150 },
  );
});

describe('the gates of Pulse', () => {
  const api = PULSE.match(/^ {2}- \{ key: \w+, api: .*\n/gm)!;
  const printed = readFileSync(new URL('../../../app/openapi.gen.json', import.meta.url), 'utf8');
  const plain = (from: { gates: readonly { at: unknown }[] }) =>
    from.gates.map(({ at, ...gate }) => JSON.stringify(gate, Object.keys(gate).sort())).sort();
  const whole = checked(`${PULSE}gates_from: api.json\n`, printed);

  it('are what the product states of its operations', () => {
    const without = api.reduce((text, line) => text.replace(line, ''), PULSE);
    expect(api.length).toBeGreaterThan(10);
    expect(without).not.toContain('api: GET');
    const { matrix, problems } = checked(`${without}gates_from: api.json\n`, printed);
    expect(problems).toEqual([]);
    expect(plain(matrix)).toEqual(plain(whole.matrix));
  });

  it('are the same however they are divided between matrix and document', () => {
    fc.assert(
      fc.property(fc.subarray(api, { maxLength: api.length - 1 }), fc.subarray(api), (left, both) => {
        const text = api.reduce((now, line) => (left.includes(line) ? now : now.replace(line, '')), PULSE);
        const there = api.filter((line) => !left.includes(line) || both.includes(line));
        const gates = Object.fromEntries(
          there.map((line) => {
            const [, key, operation, status, code] = line.match(
              /key: (\w+), api: (.*?), refusal: \{ status: (\d+), code: (\w+)/,
            )!;
            return [operation!, { key, refusal: { status: Number(status), code } }];
          }),
        );
        const { matrix, problems } = checked(`${text}gates_from: api.json\n`, documentOf(gates));
        expect(problems).toEqual([]);
        expect(plain(matrix)).toEqual(plain(whole.matrix));
      }),
      { numRuns: 8 },
    );
  });
});
