import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { signIn } from './call-product.ts';
import { type ServedProduct, serveProduct, signInToPages } from './serve-product.ts';

let served: ServedProduct;
const open: WebSocket[] = [];

beforeAll(async () => {
  served = await serveProduct({ lookAgainMs: 50 });
}, 30_000);
afterEach(() => {
  for (const socket of open.splice(0)) socket.terminate();
});
afterAll(() => served?.close());

interface Told {
  event: string;
  item: Record<string, unknown>;
}

/** A socket with all that it was told, and how it ended. */
async function listen(holder: string, query = '', url = served.url) {
  const { cookie } = await signInToPages(url, holder);
  const socket = new WebSocket(`${url.replace('http', 'ws')}/api/events${query}`, { headers: { cookie: cookie() } });
  open.push(socket);
  const told: Told[] = [];
  socket.on('message', (data) => told.push(JSON.parse(String(data)) as Told));
  const ended = once(socket, 'close').then(([code, reason]) => [code, String(reason)] as const);
  await once(socket, 'open');
  return { told, ended, cookie: cookie() };
}

/** How the server answers who may not listen. */
async function refusal(headers: Record<string, string>, query = ''): Promise<number> {
  const socket = new WebSocket(`${served.url.replace('http', 'ws')}/api/events${query}`, { headers });
  socket.on('error', () => {});
  const [, response] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode: number }];
  socket.terminate();
  return response.statusCode;
}

async function setOrganisation(holder: string, values: Record<string, unknown>): Promise<void> {
  const { database } = served.product;
  const account = database.selectFrom('account').where('email', '=', `${holder}@pulse.example`);
  await database.updateTable('organisation').set(values).where('id', '=', account.select('organisation_id')).execute();
}

describe('an event', () => {
  it('reaches everybody of its organisation who may see it, in every process, and nobody else', async () => {
    const other = await served.beside({});
    const owner = await listen('pro_v6.active');
    const elsewhere = await listen('pro_v6.active.admin', '', other.url);
    const tech = await listen('pro_v6.active.tech');
    const stranger = await listen('pro_v6.grace');
    const call = await signIn(other.url, 'pro_v6.active');
    await call('POST /api/systems', { name: 'web-7' });
    await call('POST /api/patrol/runs');
    await served.product.database
      .insertInto('audit_entry')
      .columns(['organisation_id', 'at', 'actor', 'action', 'target'])
      .expression((query) =>
        query
          .selectFrom('account')
          .where('email', '=', 'pro_v6.active@pulse.example')
          .select((row) => ['organisation_id', row.val(served.product.now()).as('at')])
          .select((row) => [row.val('Ada').as('actor'), row.val('Looked').as('action'), row.val('web-7').as('target')]),
      )
      .execute();
    const all = ['system_added', 'patrol_run', 'audit_entry'];
    await expect.poll(() => owner.told.map(({ event }) => event)).toEqual(all);
    await expect.poll(() => elsewhere.told.map(({ event }) => event)).toEqual(all);
    await expect.poll(() => tech.told.map(({ event }) => event)).toEqual(['system_added', 'patrol_run']);
    expect(owner.told[0]?.item).toMatchObject({ name: 'web-7', status: 'healthy' });
    expect(Object.keys(owner.told[0]!.item).sort()).toEqual(['created_at', 'id', 'kind', 'name', 'status']);
    expect(JSON.stringify(owner.told)).not.toMatch(/organisation|tenant/);
    // The stranger's own event comes after all of the others': had one reached them, it would stand before it.
    await (await signIn(served.url, 'pro_v6.grace'))('POST /api/systems', { name: 'theirs' });
    await expect.poll(() => stranger.told.map(({ item }) => item.name)).toEqual(['theirs']);
    expect(owner.told).toHaveLength(3);
  });

  it('is told only once its change is certain', async () => {
    const listener = await listen('pro_v6.active');
    await served.product.database
      .transaction()
      .execute(async (transaction) => {
        await transaction
          .insertInto('system')
          .columns(['organisation_id', 'name', 'kind', 'status', 'created_at'])
          .expression((query) =>
            query
              .selectFrom('system')
              .limit(1)
              .where('name', '=', 'web-7')
              .select(['organisation_id', 'name', 'kind', 'status', 'created_at']),
          )
          .execute();
        throw new Error('taken back');
      })
      .catch(() => {});
    await (await signIn(served.url, 'pro_v6.active'))('POST /api/systems', { name: 'after' });
    await expect.poll(() => listener.told.map(({ item }) => item.name)).toEqual(['after']);
  });

  it('comes only of what was asked for', async () => {
    const listener = await listen('pro_v6.active', '?of=patrol_run');
    const call = await signIn(served.url, 'pro_v6.active');
    await call('POST /api/systems', { name: 'unasked' });
    await call('POST /api/patrol/runs');
    await expect.poll(() => listener.told.map(({ event }) => event)).toEqual(['patrol_run']);
  });
});

describe('a socket', () => {
  it('is not opened for who may not listen', async () => {
    const cookie = async (holder: string) => (await signInToPages(served.url, holder)).cookie();
    expect(await refusal({})).toBe(401);
    expect(await refusal({ cookie: await cookie('pro_v6.suspended') })).toBe(403);
    expect(await refusal({ cookie: await cookie('community_v6.active') }, '?of=audit_entry')).toBe(402);
    expect(await refusal({ cookie: await cookie('pro_v6.active.tech') }, '?of=audit_entry')).toBe(403);
    expect(await refusal({ cookie: await cookie('pro_v6.active') }, '?of=constructor')).toBe(400);
    const foreign = { cookie: await cookie('pro_v6.active'), origin: 'https://elsewhere.example' };
    expect(await refusal(foreign)).toBe(403);
    expect((await (await signIn(served.url, 'pro_v6.active'))('GET /api/events')).status).toBe(426);
  });

  it('closes when the session is ended', async () => {
    const { ended, cookie } = await listen('relay_v6.active');
    await fetch(`${served.url}/logout`, { method: 'POST', headers: { cookie }, redirect: 'manual' });
    expect(await ended).toEqual([4401, 'The session has ended']);
  });

  it('closes when the contract is suspended', async () => {
    const { ended } = await listen('relay_v6.grace');
    await setOrganisation('relay_v6.grace', { subscription_state: 'suspended', state_until: null });
    expect(await ended).toEqual([4403, 'Not included any more']);
  });

  it('closes when the plan loses what it listens to, and stays open when it loses something else', async () => {
    const audit = await listen('pro_plus_v6.active', '?of=audit_entry');
    const systems = await listen('pro_plus_v6.active', '?of=system_added');
    await setOrganisation('pro_plus_v6.active', { subscription_state: 'expired' });
    expect((await audit.ended)[0]).toBe(4403);
    await (await signIn(served.url, 'pro_plus_v6.active'))('POST /api/systems', { name: 'still told' });
    await expect.poll(() => systems.told.map(({ item }) => item.name)).toEqual(['still told']);
  });

  it('closes when its role changes, before the next event reaches it', async () => {
    const unhurried = await served.beside({ lookAgainMs: 60_000 });
    const admin = await listen('pro_annual_v6.active.admin', '?of=audit_entry', unhurried.url);
    const { database } = served.product;
    const email = 'pro_annual_v6.active.admin@pulse.example';
    const changed = database.updateTable('account').set({ role: 'tech' }).where('email', '=', email);
    const { organisation_id } = await changed.returning('organisation_id').executeTakeFirstOrThrow();
    const entry = { organisation_id, at: served.product.now(), actor: 'Ada', action: 'Looked', target: 'web-7' };
    await database.insertInto('audit_entry').values(entry).execute();
    expect((await admin.ended)[0]).toBe(4403);
    expect(admin.told).toEqual([]);
  });

  it('closes by the clock: a session and a period of grace end without anybody telling', async () => {
    const grace = await listen('lifetime_v6.grace', '?of=audit_entry');
    served.pass(5 * 86_400);
    expect((await grace.ended)[0]).toBe(4401);
    const later = await listen('cloud_max.trial', '?of=audit_entry');
    await setOrganisation('cloud_max.trial', { state_until: new Date(served.product.now().getTime() + 60_000) });
    served.pass(60);
    expect((await later.ended)[0]).toBe(4403);
  });

  it('closes on who sends it more than a page ever would', async () => {
    const { ended } = await listen('pro_v6.active');
    open.at(-1)!.send('x'.repeat(2000));
    expect((await ended)[0]).toBe(1009);
  });
});
