/** Every route that the product registers is asked by one organisation for what another one has. */
import { Hono } from 'hono';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../app/create-app.ts';
import { DEMO_PASSWORD } from '../../app/database/seed.ts';
import { signIn } from './call-product.ts';
import { type ServedProduct, serveProduct, signInToPages } from './serve-product.ts';

const MARK = 'THEIRS-ALONE';
const OURS = 'enterprise_v6.active';
const THEIRS = 'msp_scale.active';
// Routes that end the session or open another one come last.
const LAST = /\/(session|login|logout)$/;
let served: ServedProduct;
let theirIds: number[];

beforeAll(async () => {
  served = await serveProduct();
  theirIds = await markTheirs();
}, 30_000);
afterAll(() => served?.close());

/** Every text of theirs bears the mark; the ids of all their rows leave. */
async function markTheirs(): Promise<number[]> {
  const { database } = served.product;
  const { id } = await organisation(THEIRS);
  await database.updateTable('organisation').set({ name: MARK }).where('id', '=', id).execute();
  const ids = new Set([id]);
  for (const { table, columns } of await ownedTables()) {
    for (const column of columns) {
      const text = sql`${MARK} || ' ' || ${sql.ref(column)}`;
      await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${text} where organisation_id = ${id}`.execute(
        database,
      );
    }
    const { rows } = await sql<{ id: number }>`
      select (to_jsonb(t)->>'id')::int as id from ${sql.table(table)} t
      where organisation_id = ${id} and to_jsonb(t) ? 'id' order by 1 limit 2`.execute(database);
    for (const row of rows) ids.add(row.id);
  }
  return [...ids];
}

/** What the database itself says belongs to organisations, with the texts that can be marked. */
async function ownedTables(): Promise<{ table: string; columns: string[] }[]> {
  const { rows } = await sql<{ table: string; columns: string[] }>`
    select table_name as table,
      array_agg(column_name::text) filter (where data_type = 'text' and table_name <> 'account') as columns
    from information_schema.columns where table_schema = current_schema()
    group by table_name having bool_or(column_name = 'organisation_id') order by 1`.execute(served.product.database);
  return rows.map(({ table, columns }) => ({ table, columns: columns ?? [] }));
}

async function organisation(holder: string) {
  return served.product.database
    .selectFrom('account')
    .innerJoin('organisation', 'organisation.id', 'account.organisation_id')
    .where('email', '=', `${holder}@pulse.example`)
    .select('organisation.id')
    .executeTakeFirstOrThrow();
}

async function rowsOf(holder: string): Promise<string> {
  const { id } = await organisation(holder);
  const tables = await ownedTables();
  const counted = tables.map(
    ({ table }) => sql`select ${table} as name, md5(string_agg(t::text, '|' order by t::text)) as rows
      from ${sql.table(table)} t where organisation_id = ${id}`,
  );
  const { rows } = await sql`${sql.join(counted, sql` union all `)}`.execute(served.product.database);
  return JSON.stringify(rows);
}

interface Asked {
  route: string;
  status: number;
  leaks: boolean;
}

/** Each route with each of their ids, where it takes one, with the cookie of somebody of ours. */
async function walk(app: Hono, cookie: string): Promise<Asked[]> {
  const routes = app.routes.filter(({ method, path }) => method !== 'ALL' && !path.includes('*'));
  const known = new Map(routes.map(({ method, path }) => [`${method} ${path}`, { method, path }]));
  const ordered = [...known.values()].sort((a, b) => Number(LAST.test(a.path)) - Number(LAST.test(b.path)));
  const asked: Asked[] = [];
  for (const { method, path } of ordered) {
    for (const id of /:/.test(path) ? theirIds : theirIds.slice(0, 1)) {
      const target = path.replaceAll(/:\w+(\{[^}]*\})?/g, String(id));
      for (const form of method === 'GET' ? [false] : [false, true])
        asked.push(await ask(app, { method, target, id, form, cookie }));
    }
  }
  return asked;
}

async function ask(
  app: Hono,
  { method, target, id, form, cookie }: { method: string; target: string; id: number; form: boolean; cookie: string },
): Promise<Asked> {
  const fields = { name: 'Ours', for: 'rbac', organisation_id: String(id), org: String(id), id: String(id), days: '1' };
  const query = new URLSearchParams(fields);
  const response = await app.request(`${target}?${query}`, {
    method,
    headers: { cookie, ...(!form && { 'content-type': 'application/json' }) },
    ...(method !== 'GET' && { body: form ? query : JSON.stringify(fields) }),
  });
  const text = await response.text();
  const leaks = text.includes(MARK) || JSON.stringify([...response.headers]).includes(MARK);
  return { route: `${method} ${target}`, status: response.status, leaks };
}

describe('an organisation that asks every route for what another one has', () => {
  it('meets nothing of it and changes nothing of it', async () => {
    const before = await rowsOf(THEIRS);
    const ours = await rowsOf(OURS);
    const asked = await walk(served.app, (await signInToPages(served.url, OURS)).cookie());
    expect(asked.length).toBeGreaterThan(60);
    expect(asked.filter(({ leaks }) => leaks)).toEqual([]);
    expect(asked.filter(({ status }) => status >= 500)).toEqual([]);
    expect(asked.filter(({ status }) => status === 200).length).toBeGreaterThan(20);
    expect(await rowsOf(THEIRS)).toBe(before);
    // It was a walk that writes: what it could add, it added to its own.
    expect(await rowsOf(OURS)).not.toBe(ours);
  });

  it('meets nothing without a session either', async () => {
    const before = await rowsOf(THEIRS);
    const asked = await walk(served.app, '');
    expect(asked.filter(({ leaks }) => leaks)).toEqual([]);
    expect(await rowsOf(THEIRS)).toBe(before);
  });

  it('would be seen to meet it: a route that forgets to ask whose row it is turns the walk red', async () => {
    const leaky = new Hono();
    leaky.get('/leak/:id', async (context) => {
      const rows = served.product.database.selectFrom('system').where('id', '=', Number(context.req.param('id')));
      return context.json(await rows.select('name').execute());
    });
    leaky.route('/', createApp(served.product));
    const asked = await walk(leaky, (await signInToPages(served.url, OURS)).cookie());
    expect(asked.filter(({ leaks }) => leaks).length).toBeGreaterThan(0);
  });
});

describe('a change', () => {
  it('says in which organisation it was made', async () => {
    const { id } = await organisation(OURS);
    const answer = await (await signIn(served.url, OURS))('POST /api/systems', { name: 'Named' });
    expect(answer.headers.get('pulse-organisation')).toBe(String(id));
  });

  it('that was meant for another organisation is not made', async () => {
    const { id } = await organisation(THEIRS);
    const { token } = (await (
      await fetch(`${served.url}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: `${OURS}@pulse.example`, password: DEMO_PASSWORD }),
      })
    ).json()) as { token: string };
    const ours = await rowsOf(OURS);
    const refused = await fetch(`${served.url}/api/systems`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'pulse-organisation': String(id),
        'content-type': 'application/json',
      },
      body: JSON.stringify({ name: 'Meant for others' }),
    });
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([409, 'organisation_changed']);
    const pages = await signInToPages(served.url, OURS);
    await pages.post('/systems', { name: 'Meant for others', organisation: String(id) });
    expect(await pages.text('/systems')).toContain('Somebody else is signed in here by now.');
    expect((await pages.post('/trial', { organisation: String(id) })).status).toBe(409);
    expect(await rowsOf(OURS)).toBe(ours);
  });

  it('carries the organisation that its page was made for', async () => {
    const { id } = await organisation(OURS);
    const pages = await signInToPages(served.url, OURS);
    for (const path of ['/systems', '/patrol'])
      expect(await pages.text(path)).toContain(`<input type="hidden" name="organisation" value="${id}" />`);
  });
});
