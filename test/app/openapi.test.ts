import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { table } from '../../app/entitlements.gen.ts';
import type { EntitlementTable } from '../../app/evaluator/index.ts';
import { describeApi, operationsOf } from '../../app/openapi/describe-api.ts';
import { OPERATIONS } from '../../app/openapi/operations.ts';
import { printOpenapi, productWithoutDatabase } from '../../app/openapi/print-openapi.ts';
import { anonymous, type Call, signIn } from './call-product.ts';
import { type RunningProduct, runProduct } from './run-product.ts';

interface Answer {
  readonly $ref?: string;
  readonly content?: { readonly 'application/json': { readonly schema: object } };
}
interface Described {
  readonly summary: string;
  readonly responses: Readonly<Record<string, Answer>>;
  readonly 'x-planproof-gate'?: { readonly key: string; readonly refusal?: { status: number; code: string } };
}
interface Document extends Record<string, unknown> {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: object;
}

const printed = printOpenapi();
const document = JSON.parse(printed) as Document;
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, one]): [string, Described] => [`${method.toUpperCase()} ${path}`, one]),
);
const { gates } = table as EntitlementTable;

describe('the description of the API', () => {
  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate({ ...document });
    expect([valid, errors, validator.version]).toEqual([true, undefined, '3.1']);
    const broken = { ...document, paths: { '/api/me': { get: { responses: 3 } } } };
    expect((await new Validator().validate(broken)).valid).toBe(false);
  });

  it('stands printed in the repository', () => {
    const kept = readFileSync(new URL('../../app/openapi.gen.json', import.meta.url), 'utf8');
    expect(kept === printed, 'app/openapi.gen.json is stale: run `npm run openapi` and commit it.').toBe(true);
  });

  it('has every operation that is registered, and nothing else', () => {
    const { routes } = productWithoutDatabase();
    const registered = new Set(
      routes
        .filter(({ path, method }) => path.startsWith('/api/') && method !== 'ALL')
        .map(({ path, method }) => `${method} ${path.replace(/:(\w+)/, '{$1}')}`),
    );
    expect(registered.size).toBeGreaterThan(20);
    expect(new Set(operations.map(([id]) => id))).toEqual(registered);
  });

  it('has words for every operation', () => {
    const ids = operations.map(([id]) => id);
    const missing = ids.filter((id) => !OPERATIONS[id]);
    const add = missing.map((id) => `  '${id}': { summary: '…', answers: { 200: items(shape('…')) } },`).join('\n');
    expect(missing, `Write into app/openapi/operations.ts, then run \`npm run openapi\`:\n${add}`).toEqual([]);
    const gone = Object.keys(OPERATIONS).filter((id) => !ids.includes(id));
    expect(gone, 'No route answers these any more: take them out of app/openapi/operations.ts').toEqual([]);
  });

  it('carries the gate of every operation that has one', () => {
    const carried = operations.flatMap(([id, one]) => (one['x-planproof-gate'] ? [[id, one['x-planproof-gate']]] : []));
    const stated = Object.entries(gates).filter(([id]) => id.includes(' /api/'));
    expect(stated.length).toBeGreaterThan(10);
    const byId = ([a]: readonly unknown[], [b]: readonly unknown[]) => (String(a) < String(b) ? -1 : 1);
    expect(carried.sort(byId)).toEqual(
      stated.map(([id, { key, refusal, roles }]) => [id, { key, refusal, ...(roles && { roles }) }]).sort(byId),
    );
  });

  it('shows no version, and no key that stands in contracts only', () => {
    const { versions, capabilities, limits } = table as EntitlementTable;
    const markers = [...Object.entries(capabilities), ...Object.entries(limits)].filter(([, { marker }]) => marker);
    const keys = operations.map(([, one]) => one['x-planproof-gate']?.key);
    expect(markers.length).toBeGreaterThan(2);
    for (const [key] of markers) expect(keys).not.toContain(key);
    for (const version of Object.keys(versions)) expect(printed).not.toContain(version);
  });

  it('has an operation as soon as it is registered, with its gate', () => {
    const app = new Hono()
      .use('/api/*', (_, next) => next())
      .get('/api/audit/:entry', (c) => c.text(''))
      .get('/page', (c) => c.text(''));
    const gated = { ...table, gates: { 'GET /api/audit/{entry}': { key: 'audit_logging' } } };
    expect(operationsOf(app.routes)).toEqual(['GET /api/audit/{entry}']);
    const { paths } = describeApi(app.routes, gated) as unknown as Document;
    expect(paths['/api/audit/{entry}']?.get).toMatchObject({ 'x-planproof-gate': { key: 'audit_logging' } });
  });
});

describe('what the API answers', () => {
  let product: RunningProduct;
  beforeAll(async () => {
    product = await runProduct();
  }, 30_000);
  afterAll(async () => {
    await product.end();
    await product.clean();
  });

  it('is what the description says: status, code and shape, for who may, may not and is not known', async () => {
    const check = shapeCheck();
    const seen = new Set<string>();
    const tried = async (call: Call, id: string, request = requestOf(id)) => {
      const { status, body } = await call(...request);
      seen.add(`${id} ${status}`);
      expect(check(id, status, body), `${request[0]} answered ${status} ${JSON.stringify(body).slice(0, 300)}`).toEqual(
        [],
      );
    };
    const others = operations.filter(([id]) => id !== 'DELETE /api/session');
    for (const holder of ['pro_v6.active', 'msp_starter.active', 'community_v6.active', 'relay_v6.suspended']) {
      const call = await signIn(product.url, holder);
      for (const [id] of others) await tried(call, id);
      await tried(call, 'POST /api/patrol/runs');
      for (let added = 0; added < 5; added++) await tried(call, 'POST /api/workspaces');
      const { items = [] } = (await call('GET /api/systems')).body;
      for (const { id } of items.slice(0, 1))
        await tried(call, 'DELETE /api/systems/{id}', [`DELETE /api/systems/${id}`]);
      await tried(call, 'GET /api/metrics', ['GET /api/metrics?days=0']);
      await tried(call, 'GET /api/metrics', ['GET /api/metrics?days=999']);
      await tried(call, 'DELETE /api/session');
    }
    for (const [id] of operations) await tried(anonymous(product.url), id);
    const wrong = { email: 'pro_v6.active@pulse.example', password: 'wrong' };
    await tried(anonymous(product.url), 'POST /api/session', ['POST /api/session', wrong]);
    const unseen = promised().filter((one) => !seen.has(one));
    expect(unseen, 'Stated and never met: call it above, or say in UNMET why it cannot be met').toEqual([]);
  });

  it('includes the description itself, to everybody', async () => {
    const { status, body } = await anonymous(product.url)('GET /api/openapi.json');
    expect([status, JSON.stringify(body, null, 2)]).toEqual([200, printed.trimEnd()]);
  });
});

/** A workspace is only ever added here, no contract has a number of systems, and trials have tests of their own. */
const UNMET = new Set([
  'DELETE /api/workspaces/{id} 204',
  'POST /api/systems 402',
  // Nothing is hidden without a downgrade.
  'POST /api/workspaces/{id}/restore 200',
  'POST /api/systems/{id}/restore 200',
  // Every contract has it.
  'GET /api/sso 402',
  'POST /api/trial 200',
  'POST /api/trial 201',
]);

/** Every success, every 401 and every refusal of a gate. */
function promised(): string[] {
  const all = operations.flatMap(([id, { responses, 'x-planproof-gate': gate }]) =>
    Object.keys(responses)
      .filter((status) => /^2|401/.test(status) || Number(status) === gate?.refusal?.status)
      .map((status) => `${id} ${status}`),
  );
  return all.filter((one) => !UNMET.has(one));
}

function requestOf(id: string): [string, unknown?] {
  const bodies: Record<string, unknown> = {
    'POST /api/session': { email: 'pro_v6.active@pulse.example', password: 'pulse-demo-password' },
    'POST /api/workspaces': { name: 'Another' },
    'POST /api/systems': { name: 'Another' },
  };
  const address = id === 'GET /api/metrics' ? `${id}?days=1` : id.replace('{id}', '999999');
  return [address, bodies[id]];
}

/** What is wrong with an answer; a property that the description does not name is wrong too. */
function shapeCheck(): (id: string, status: number, body: unknown) => unknown[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  ajv.addSchema(closed({ $id: 'api', ...document }) as object);
  return (id, status, body) => {
    const [method = '', path = ''] = id.split(' ');
    const at = ['paths', path, method.toLowerCase(), 'responses', String(status)];
    const described = document.paths[path]?.[method.toLowerCase()]?.responses[status];
    if (!described) return [`${id} does not state ${status}`];
    if (!described.content) return Object.keys(body as object);
    const pointer = [...at, 'content', 'application/json', 'schema'].map(escaped).join('/');
    const validate = ajv.getSchema(`api#/${pointer}`)!;
    return validate(body) ? [] : (validate.errors ?? []);
  };
}

function escaped(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
}

/** Objects whose properties are listed have no others. */
function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed);
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).map(([key, value]) => [key, closed(value)]);
  const { type, properties, additionalProperties } = node as Record<string, unknown>;
  const closes = type === 'object' && properties !== undefined && additionalProperties === undefined;
  return { ...Object.fromEntries(entries), ...(closes && { additionalProperties: false }) };
}
