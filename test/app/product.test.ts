import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anonymous, type Call, signIn } from './call-product.ts';
import { type RunningProduct, runProduct } from './run-product.ts';

let product: RunningProduct;
const as = (holder: string): Promise<Call> => signIn(product.url, holder);

beforeAll(async () => {
  product = await runProduct();
}, 30_000);

describe('who is not signed in', () => {
  it('is refused by the API and led to the form by a page', async () => {
    const answer = await anonymous(product.url)('GET /api/audit');
    expect([answer.status, answer.body.code]).toEqual([401, 'unauthenticated']);
    const page = await fetch(`${product.url}/settings/audit`, { redirect: 'manual' });
    expect(page.headers.get('location')).toBe('/login?next=%2Fsettings%2Faudit');
  });

  it('does not get in with a wrong password or an altered token', async () => {
    const wrong = { email: 'pro_v6.active@pulse.example', password: 'wrong' };
    expect((await anonymous(product.url)('POST /api/session', wrong)).status).toBe(401);
    const forged = await fetch(`${product.url}/api/me`, { headers: { authorization: 'Bearer a.b.c' } });
    expect(forged.status).toBe(401);
  });

  it('is out again once the session is ended', async () => {
    const call = await as('pro_v6.active');
    expect((await call('GET /api/me')).status).toBe(200);
    expect((await call('DELETE /api/session')).status).toBe(204);
    expect((await call('GET /api/me')).status).toBe(401);
  });
});

describe('a capability', () => {
  it('opens its list for who holds it', async () => {
    const answer = await (await as('pro_v6.active'))('GET /api/audit');
    expect(answer.status).toBe(200);
    expect(answer.body.items).toHaveLength(8);
  });

  it('is refused with the words of the page for who does not', async () => {
    const { status, body } = await (await as('community_v6.active'))('GET /api/audit');
    expect(status).toBe(402);
    expect(body).toMatchObject({
      code: 'license_required',
      message: 'The audit log is part of Pro.',
      details: { key: 'audit_logging', plan_version: 'community_v6' },
    });
  });

  it('is lost when the contract has expired, and kept in the days of grace', async () => {
    expect((await (await as('pro_v6.expired'))('GET /api/reports')).status).toBe(402);
    expect((await (await as('pro_v6.grace'))('GET /api/reports')).status).toBe(200);
  });
});

describe('a limit', () => {
  it('reaches as far back as stated, and not a day further', async () => {
    const relay = await as('relay_v6.active');
    const inside = await relay('GET /api/metrics?days=14');
    expect([inside.status, inside.body.items?.length]).toEqual([200, 14]);
    const outside = await relay('GET /api/metrics?days=15');
    expect([outside.status, outside.body.code]).toEqual([402, 'limit_reached']);
    for (const days of ['', '0', '-1', '1.5', 'x', '1e3']) {
      expect((await relay(`GET /api/metrics?days=${days}`)).status).toBe(400);
    }
  });

  it('falls back with the contract: what exists stays, what is new is refused', async () => {
    const expired = await as('msp_starter.expired');
    expect((await expired('GET /api/metrics?days=8')).status).toBe(402);
    expect((await expired('GET /api/workspaces')).body.items).toHaveLength(1);
    expect((await expired('POST /api/workspaces', { name: 'New' })).status).toBe(402);
  });

  it('warns above the soft edge and refuses above the hard one', async () => {
    const starter = await as('msp_starter.active');
    const answers = [];
    for (const name of ['2nd', '3rd', '4th', '5th', '6th'])
      answers.push(await starter('POST /api/workspaces', { name }));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 402]);
    expect(answers.map(({ body }) => body.warning?.code)).toEqual([
      undefined,
      undefined,
      undefined,
      'limit_near',
      undefined,
    ]);
    const [first] = (await starter('GET /api/workspaces')).body.items ?? [];
    expect((await starter(`DELETE /api/workspaces/${String(first?.id)}`)).status).toBe(204);
    expect((await starter('POST /api/workspaces', { name: '5th again' })).status).toBe(201);
  });

  it('holds when everybody comes at once', async () => {
    const starter = await as('msp_starter.grace');
    const names = Array.from({ length: 12 }, (_, index) => `At once ${index}`);
    const answers = await Promise.all(names.map((name) => starter('POST /api/workspaces', { name })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(4);
  });

  it('of a rate answers 429 with the time that is left', async () => {
    const community = await as('community_v6.active');
    expect((await community('POST /api/patrol/runs')).status).toBe(201);
    const { status, headers, body } = await community('POST /api/patrol/runs');
    expect([status, body.code]).toEqual([429, 'patrol_hourly_cap']);
    const seconds = Number(headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(3500);
    expect(seconds).toBeLessThanOrEqual(3600);
    expect(body.details?.retry_after_seconds).toBe(seconds);
  });

  it('is no limit for who has none', async () => {
    const pro = await as('pro_v6.active');
    for (let run = 0; run < 3; run++) expect((await pro('POST /api/patrol/runs')).status).toBe(201);
    const added = await pro('POST /api/systems', { name: 'Another' });
    expect([added.status, added.body.warning]).toEqual([201, undefined]);
  });
});

describe('a suspended account', () => {
  it('may ask who it is, and nothing else', async () => {
    const suspended = await as('relay_v6.suspended');
    expect((await suspended('GET /api/me')).body).toMatchObject({ subscription_state: 'suspended' });
    for (const request of ['GET /api/relay', 'GET /api/entitlements', 'GET /api/systems', 'POST /api/patrol/runs']) {
      const { status, body } = await suspended(request);
      expect([request, status, body.code]).toEqual([request, 403, 'account_suspended']);
    }
  });
});

describe('another organisation', () => {
  it('neither sees nor removes what is not its own', async () => {
    const owner = await as('msp_growth.active');
    const stranger = await as('msp_scale.active');
    const { body } = await owner('POST /api/workspaces', { name: 'Ours alone' });
    const { id } = body.workspace as { id: number };
    expect((await stranger('GET /api/workspaces')).body.items?.map((item) => item.name)).toEqual(['First client']);
    expect((await stranger(`DELETE /api/workspaces/${id}`)).status).toBe(404);
    expect((await owner('GET /api/workspaces')).body.items).toHaveLength(2);
    expect((await owner('GET /api/clients')).body.items?.[0]?.id).not.toBe(
      (await stranger('GET /api/clients')).body.items?.[0]?.id,
    );
  });
});

describe('bad input', () => {
  it('is told what is wrong with it', async () => {
    const pro = await as('pro_v6.active');
    const { status, body } = await pro('POST /api/systems', { name: '   ' });
    expect([status, body.code, body.details?.field]).toEqual([400, 'invalid_input', 'name']);
    expect((await pro('DELETE /api/systems/x')).status).toBe(404);
    expect((await pro('GET /api/nothing')).body.code).toBe('not_found');
  });
});

describe('a page', () => {
  const signedIn = async (holder: string) => {
    const form = new URLSearchParams({ email: `${holder}@pulse.example`, password: 'pulse-demo-password' });
    const login = await fetch(`${product.url}/login`, { method: 'POST', body: form, redirect: 'manual' });
    const cookie = login.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    return async (path: string) => (await fetch(product.url + path, { headers: { cookie } })).text();
  };

  it('shows its table to who may, and a calm notice to who may not', async () => {
    const open = await (await signedIn('pro_v6.active'))('/settings/audit');
    expect(open).toMatch(/<caption>\s*Audit log\s*<\/caption>/);
    const locked = await (await signedIn('community_v6.active'))('/settings/audit');
    expect(locked).toContain('<h1>The audit log is part of Pro</h1>');
    expect(locked).not.toContain('<table');
  });

  it('says who is signed in, and in which state', async () => {
    const grace = await (await signedIn('relay_v6.grace'))('/plan');
    expect(grace).toContain('<meta name="pulse:version" content="relay_v6" />');
    expect(grace).toContain('<meta name="pulse:state" content="grace" />');
    expect(grace).toContain('Relay · grace period');
    expect(grace).toContain('5 days left');
  });

  it('of a suspended account shows nothing but that', async () => {
    const suspended = await signedIn('msp_starter.suspended');
    for (const path of ['/', '/plan', '/workspaces', '/settings/audit']) {
      const page = await suspended(path);
      expect(page).toContain('<h1>This account is suspended</h1>');
      expect(page).not.toContain('<table');
    }
  });

  it('refuses what the page of another site sends', async () => {
    const headers = { origin: 'https://elsewhere.example' };
    const answer = await fetch(`${product.url}/login`, { method: 'POST', headers, redirect: 'manual' });
    expect(answer.status).toBe(403);
  });
});

describe('the process', () => {
  afterAll(async () => {
    await product.end();
    await product.clean();
  });

  it('says in one sentence that its port is taken', async () => {
    const taken = new URL(product.url).port;
    const second = await runProduct({ PORT: taken });
    expect(await second.end()).toBe(2);
    expect(second.errors()).toMatch(/^Port \d+ is already in use; .*\n$/);
    await second.clean();
  });

  it('says in one sentence that its database does not answer', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    const { port } = silent.address() as { port: number };
    const second = await runProduct({ DATABASE_URL: `postgres://pulse@127.0.0.1:${port}/pulse` });
    silent.close();
    expect(await second.end()).toBe(2);
    expect(second.errors()).toMatch(/^The database at DATABASE_URL cannot be used .*\n$/);
    await second.clean();
  }, 15_000);

  it('leaves neither PostgreSQL nor its directory behind, even when it is killed', async () => {
    expect((await product.leftovers()).processes).not.toEqual([]);
    await product.end('SIGKILL');
    await expect.poll(product.leftovers, { timeout: 10_000 }).toEqual({ directories: [], processes: [] });
  }, 15_000);

  it('ends at once when it is asked to', async () => {
    const second = await runProduct();
    expect(await second.end('SIGTERM')).toBe(0);
    expect(await second.leftovers()).toEqual({ directories: [], processes: [] });
    await second.clean();
  }, 20_000);
});
