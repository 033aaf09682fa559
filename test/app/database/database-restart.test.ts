/** A real PostgreSQL, killed and started again in the middle of load: the library alone, and the product on top of it. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createApp } from '../../../app/create-app.ts';
import { createTables } from '../../../app/database/create-tables.ts';
import { type OpenDatabase, openDatabase } from '../../../app/database/open-database.ts';
import { seed } from '../../../app/database/seed.ts';
import { table } from '../../../app/entitlements.gen.ts';
import { claimsToStore, createBillingState, DatabaseSource, pgQuery } from '../../../app/evaluator/database/index.ts';
import { createSessionTokens } from '../../../app/session/create-session-tokens.ts';
import { anonymous, type Call, signIn } from '../call-product.ts';
import { smallTable } from '../small-table.ts';
import { type RestartablePostgres, restartablePostgres } from './restartable-postgres.ts';

const ORGANISATIONS = 50;
let postgres: RestartablePostgres;
let pool: pg.Pool;
let opened: OpenDatabase;
let server: Server;
let url = '';

beforeAll(async () => {
  postgres = await restartablePostgres();
  pool = new pg.Pool({ connectionString: postgres.url, max: 5, connectionTimeoutMillis: 1000 });
  pool.on('error', () => {});
  await pool.query(createBillingState);
  opened = await openDatabase(postgres.url);
  const { database } = opened;
  await createTables(database);
  await seed(database, table, new Date());
  const app = createApp({ table, database, now: () => new Date(), tokens: createSessionTokens() });
  server = createServer(getRequestListener(app.fetch)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}, 30_000);

afterAll(async () => {
  await pool?.end();
  server?.closeAllConnections();
  server?.close();
  await opened?.close().catch(() => {});
  await postgres?.remove();
});

async function write(id: number, version: string, table = 'billing_state'): Promise<void> {
  const stored = claimsToStore(smallTable, {
    plan_version: version,
    subscription_state: 'grace',
    capabilities: ['download'],
    state_ends_at: 4_000_000_000,
  });
  const values = [id, ...Object.values(stored)].map((one) => (Array.isArray(one) ? JSON.stringify(one) : one));
  const columns = ['organisation_id', ...Object.keys(stored)];
  const places = columns.map((column, i) => (column === 'state_ends_at' ? `to_timestamp($${i + 1})` : `$${i + 1}`));
  await pool.query(
    `insert into ${table} (${columns}) values (${places}) on conflict (organisation_id)
     do update set plan_version = excluded.plan_version, limits = excluded.limits`,
    values,
  );
}

describe('a query of pg', () => {
  it('reads the stated columns back as they were stored', async () => {
    await write(7, 'paid-2019');
    const source = new DatabaseSource({ table: smallTable, query: pgQuery(pool) });
    expect(await source.read(7)).toMatchObject({
      claims: {
        plan_version: 'paid_v1',
        subscription_state: 'grace',
        capabilities: ['export'],
        limits: { closed: 0, open: 'unlimited', things: 5 },
        state_ends_at: 4_000_000_000,
      },
      from: 'live',
      problems: [],
    });
    expect((await source.read(8)).claims).toBeUndefined();
  });

  it('reads a table and columns of other names', async () => {
    await pool.query('create schema "my billing"; create table "my billing".orgs (org text, plan text, st text)');
    await pool.query(`insert into "my billing".orgs values ('o-1', 'free_v1', 'active')`);
    const none = { capabilities: null, limits: null, meters_enabled: null, addons: null, state_ends_at: null };
    const columns = { ...none, organisation_id: 'org', plan_version: 'plan', subscription_state: 'st' };
    const query = pgQuery(pool, { table: 'my billing.orgs', columns });
    const { claims } = await new DatabaseSource({ table: smallTable, query }).read('o-1');
    expect(claims).toEqual({ plan_version: 'free_v1', subscription_state: 'active' });
  });
});

describe('a database that is killed in the middle of load and comes back', () => {
  it('is remembered, and nobody is turned away', async () => {
    const ids = Array.from({ length: ORGANISATIONS }, (_, id) => 100 + id);
    await Promise.all(ids.map((id) => write(id, 'paid_v1')));
    const told: string[] = [];
    const source = new DatabaseSource({
      table: smallTable,
      // So slow that the kill is in the middle of queries.
      query: async (id: number, limits) => {
        await pool.query('select pg_sleep(0.005)');
        return pgQuery(pool)(id, limits);
      },
      ttlSeconds: 0.05,
      onFault: ({ cause }) => told.push(`fault ${String(cause) !== ''}`),
      onRecovery: () => told.push('recovery'),
    });
    await Promise.all(ids.map((id) => source.read(id)));
    const seen = new Map<string, number>();
    let isLoaded = true;
    const load = Promise.all(
      ids.map(async (id) => {
        while (isLoaded) {
          const { from, evaluator } = source.peek(id) ?? (await source.read(id));
          const key = `${from} ${evaluator.version} ${evaluator.getLimit('things')}`;
          seen.set(key, (seen.get(key) ?? 0) + 1);
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
      }),
    );
    await until(() => (seen.get('live paid_v1 5') ?? 0) > 200);
    await postgres.kill();
    const before = seen.get('remembered paid_v1 5') ?? 0;
    await until(() => (seen.get('remembered paid_v1 5') ?? 0) > before + 200);
    await postgres.start();
    await until(() => told.includes('recovery'));
    await write(100, 'free_v1');
    source.invalidate(100);
    await until(() => seen.has('live free_v1 1'));
    isLoaded = false;
    await load;
    expect([...seen.keys()].sort()).toEqual(['live free_v1 1', 'live paid_v1 5', 'remembered paid_v1 5']);
    expect(told.slice(0, 2)).toEqual(['fault true', 'recovery']);
  });

  it('takes no page from the signed-in that needs no other rows', async () => {
    const errors = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    vi.spyOn(console, 'error').mockReturnValue();
    const call = await signIn(url, 'community_v6.active');
    const page = await pageOf('community_v6.active');
    const answers = async () => {
      const [me, refused] = await Promise.all([call('GET /api/me'), call('GET /api/audit')]);
      return [me.status, me.body.plan_version, refused.status, refused.body.code, await page('/settings/audit')];
    };
    const expected = [200, 'community_v6', 402, 'license_required', [200, true]];
    expect(await answers()).toEqual(expected);
    await postgres.kill();
    for (let round = 0; round < 5; round++) expect(await answers()).toEqual(expected);
    expect((await call('GET /api/systems')).status).toBe(500);
    expect((await anonymous(url)('GET /api/me')).status).toBe(401);
    await postgres.start();
    await until(async () => (await call('GET /api/systems')).status === 200);
    expect(await answers()).toEqual(expected);
    await expectSignOutToHold(call);
    errors.mockRestore();
  });
});

/** Answers with a page's status, and whether it says that it is locked. */
async function pageOf(holder: string): Promise<(path: string) => Promise<[number, boolean]>> {
  const credentials = { email: `${holder}@pulse.example`, password: 'pulse-demo-password' };
  const { body } = await anonymous(url)('POST /api/session', credentials);
  const headers = { authorization: `Bearer ${String(body.token)}` };
  return async (path) => {
    const response = await fetch(url + path, { headers, redirect: 'manual' });
    return [response.status, (await response.text()).includes('The audit log is part of Pro')];
  };
}

/** Whoever left is not remembered. */
async function expectSignOutToHold(call: Call): Promise<void> {
  expect((await call('DELETE /api/session')).status).toBe(204);
  await postgres.kill();
  expect((await call('GET /api/me')).status).not.toBe(200);
  await postgres.start();
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('it never came to that');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
