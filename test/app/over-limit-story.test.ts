/** Organisations walk through limits, contracts and time, on a real database over HTTP, while the clock is moved. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, anonymous, type Call, caller } from './call-product.ts';
import { type RunningProduct, runProduct } from './run-product.ts';

const TOKEN = 'an-administrator-of-this-test';
const HOUR = 3600;
const DAY = 24 * HOUR;
let product: RunningProduct;
let admin: Call;
let sandbox: Call;

beforeAll(async () => {
  product = await runProduct({
    PULSE_ADMIN_TOKEN: TOKEN,
    PULSE_SANDBOX: 'pulse-example',
    // Only the moves of the clock settle anything, so that every step between can be seen.
    PULSE_RECONCILE_SECONDS: '99999',
  });
  admin = caller(product.url, { authorization: `Bearer ${TOKEN}` });
  sandbox = anonymous(product.url);
}, 30_000);
afterAll(async () => {
  await product.end();
  await product.clean();
});

/** Sessions end as time goes by, so everybody signs in anew. */
async function signIn(email: string): Promise<Call> {
  const { body } = await sandbox('POST /api/session', { email, password: 'pulse-demo-password' });
  return caller(product.url, { authorization: `Bearer ${String(body.token)}` });
}
const owner = () => signIn('over-limit@pulse.example');
const forward = (seconds: number) => sandbox('PUT /api/sandbox/clock', { forward_seconds: seconds });
const names = ({ body }: Answer) => body.items?.map(({ name }) => name);
const overLimit = ({ body }: Answer) => body.over_limit as { posture: string; limits: Record<string, unknown>[] };

async function page(path: string, email = 'over-limit@pulse.example'): Promise<string> {
  const form = new URLSearchParams({ email, password: 'pulse-demo-password' });
  const login = await fetch(`${product.url}/login`, { method: 'POST', body: form, redirect: 'manual' });
  const cookie = login.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return (await fetch(product.url + path, { headers: { cookie } })).text();
}

it('brief overage is accepted: everything works on, and only more of the same is blocked', async () => {
  const call = await owner();
  const before = await call('GET /api/commercial-posture');
  expect(overLimit(before)).toMatchObject({ posture: 'warning', limits: [{ title: '7 of 5 client workspaces' }] });
  expect(overLimit(before).limits[0]).not.toHaveProperty('since');
  expect((await call('GET /api/commercial-posture')).body).toEqual(before.body);
  expect((await call('POST /api/systems', { name: 'nas' })).status).toBe(201);
  const preview = await call('POST /api/workspaces/preview', {});
  expect(preview.body).toMatchObject({ effect: 'consumes', verdict: 'hard_block', usage: { observed: 7 } });
  const refused = await call('POST /api/workspaces', { name: 'Eighth' });
  expect([refused.status, refused.body.code, refused.body.message]).toEqual([
    402,
    'limit_reached',
    preview.body.message,
  ]);
  expect(refused.body.details?.preview).toEqual(preview.body);
  expect(preview.body.message).toMatch(
    /^Already above what is included: 7 of 5 client workspaces\. What exists continues/,
  );
});

it('what is replaced makes room: above the limit too, nothing is called consuming that adds nothing', async () => {
  const call = await owner();
  const { items = [] } = (await call('GET /api/workspaces')).body;
  const replaces = items.at(-1)?.id;
  const preview = await call('POST /api/workspaces/preview', { replaces });
  expect(preview.body).toMatchObject({ effect: 'none', verdict: 'allowed', after: { observed: 7 } });
  expect((await call('POST /api/workspaces', { name: 'In its place', replaces })).status).toBe(201);
  expect(names(await call('GET /api/workspaces'))).toEqual([
    ...items.slice(0, -1).map(({ name }) => name),
    'In its place',
  ]);
  expect((await call('POST /api/workspaces/preview', { replaces: 999_999 })).status).toBe(404);
});

it('the reconciler records it once; 72 hours later, and not at 72 hours, the end is told', async () => {
  expect((await forward(0)).body.settled).toEqual({ moved: 0, deleted: 0, postures: 1 });
  expect((await forward(0)).body.settled).toEqual({ moved: 0, deleted: 0, postures: 0 });
  await forward(72 * HOUR - 60);
  expect(overLimit(await (await owner())('GET /api/commercial-posture')).posture).toBe('warning');
  expect((await forward(61)).body.settled).toMatchObject({ postures: 1 });
  const call = await owner();
  const { posture, limits } = overLimit(await call('GET /api/commercial-posture'));
  expect([posture, limits[0]?.message]).toEqual(['countdown', expect.stringContaining('more than 72 hours')]);
  const days = (Date.parse(String(limits[0]?.enforced_from)) - Date.parse(String(limits[0]?.since))) / 86_400_000;
  expect(days).toBe(14);
  expect((await call('POST /api/systems', { name: 'still possible' })).status).toBe(201);
  expect(await page('/')).toContain('7 of 5 client workspaces');
});

it('after the days of grace nothing new of any kind is added, and removing works', async () => {
  await forward(11 * DAY);
  const call = await owner();
  expect(overLimit(await call('GET /api/commercial-posture')).posture).toBe('enforcement');
  const refused = await call('POST /api/systems', { name: 'too much' });
  expect([refused.status, refused.body.code]).toEqual([402, 'over_limit']);
  expect(refused.body.message).toBe((await call('POST /api/systems/preview', {})).body.message);
  const [system] = (await call('GET /api/systems')).body.items ?? [];
  expect((await call(`DELETE /api/systems/${String(system?.id)}`)).status).toBe(204);
  expect((await call('GET /api/workspaces')).body.items).toHaveLength(7);
});

it('a downgrade hides the newest, re-upgrading brings them back, and another one deletes after thirty days', async () => {
  const { organisation } = (await (await owner())('GET /api/me')).body as { organisation: { id: number } };
  const state = `/api/admin/orgs/${organisation.id}/billing-state`;
  const all = names(await (await owner())('GET /api/workspaces'));

  expect((await admin(`PUT ${state}`, { plan_version: 'msp_eval' })).body).toMatchObject({
    plan_version: 'msp_eval',
    limits: { workspaces: 2 },
    settling: true,
  });
  const settling = await (await owner())('POST /api/workspaces/preview', {});
  expect((await (await owner())('GET /api/workspaces')).body.items).toHaveLength(7);
  expect([settling.body.verdict, (await page('/workspaces')).includes('still being settled')]).toEqual([
    'hard_block',
    true,
  ]);

  expect((await forward(0)).body.settled).toMatchObject({ moved: 5 });
  expect((await forward(0)).body.settled).toEqual({ moved: 0, deleted: 0, postures: 0 });
  const call = await owner();
  expect(names(await call('GET /api/workspaces'))).toEqual(all?.slice(0, 2));
  expect(overLimit(await call('GET /api/commercial-posture')).posture).toBe('none');
  const { items: hidden = [] } = (await call('GET /api/workspaces/hidden')).body;
  expect(hidden.map(({ name }) => name).sort()).toEqual(all?.slice(2).sort());
  expect(await page('/workspaces')).toContain('Hidden after the change of plan');
  const noRoom = await call(`POST /api/workspaces/${String(hidden[0]?.id)}/restore`);
  expect([noRoom.status, noRoom.body.code]).toEqual([402, 'limit_reached']);

  await forward(29 * DAY);
  expect((await (await owner())('GET /api/workspaces/hidden')).body.items).toHaveLength(5);
  await admin(`PUT ${state}`, { plan_version: 'msp_growth' });
  expect((await forward(0)).body.settled).toMatchObject({ moved: 5 });
  expect(names(await (await owner())('GET /api/workspaces'))?.sort()).toEqual(all?.sort());

  await admin(`PUT ${state}`, { plan_version: 'msp_starter' });
  expect((await forward(0)).body.settled).toMatchObject({ moved: 2, deleted: 0 });
  // One is freed, and one that was hidden comes back by hand.
  const again = await owner();
  const [oldest] = (await again('GET /api/workspaces')).body.items ?? [];
  await again(`DELETE /api/workspaces/${String(oldest?.id)}`);
  const [first] = (await again('GET /api/workspaces/hidden')).body.items ?? [];
  expect((await again(`POST /api/workspaces/${String(first?.id)}/restore`)).status).toBe(200);
  expect((await forward(30 * DAY - HOUR)).body.settled).toMatchObject({ deleted: 0 });
  expect((await forward(HOUR)).body.settled).toMatchObject({ deleted: 1 });
  expect((await (await owner())('GET /api/workspaces/hidden')).body.items).toEqual([]);
  expect((await (await owner())('GET /api/workspaces')).body.items).toHaveLength(5);
});

it('every step stands in the audit log, the newest first', async () => {
  const { items = [] } = (await (await owner())('GET /api/audit')).body;
  const actions = items.map(({ action }) => String(action));
  for (const step of [
    'Deleted a hidden client workspace',
    'Brought back what was hidden',
    'Hid a client workspace: the smaller plan includes 5',
    'Brought back a client workspace that was hidden',
    'Hid a client workspace: the smaller plan includes 2',
    'Changed the billing state',
    'Blocked everything new: still above the limit',
    'Is above the limit for more than 72 hours',
    'Went above the limit',
  ])
    expect(actions).toContain(step);
  expect(actions.indexOf('Deleted a hidden client workspace')).toBeLessThan(actions.indexOf('Went above the limit'));
});

it('expiry hides and deletes nothing, and a lock by an administrator blocks all changes', async () => {
  const growth = await signIn('msp_growth.active@pulse.example');
  await growth('POST /api/workspaces', { name: 'Second' });
  await growth('POST /api/workspaces', { name: 'Third' });
  const { organisation } = (await growth('GET /api/me')).body as { organisation: { id: number } };
  const state = `/api/admin/orgs/${organisation.id}/billing-state`;
  await admin(`PUT ${state}`, { plan_version: 'msp_eval' });
  await forward(0);
  await admin(`PUT ${state}`, { subscription_state: 'expired' });
  await forward(60 * DAY);
  const expired = await signIn('msp_growth.active@pulse.example');
  expect((await expired('GET /api/workspaces/hidden')).body.items).toHaveLength(1);
  // Renewed, the days in which it can be had back start again.
  await admin(`PUT ${state}`, { subscription_state: 'active', abuse_locked: true });
  expect((await forward(0)).body.settled).toMatchObject({ deleted: 0 });
  const locked = await signIn('msp_growth.active@pulse.example');
  expect(overLimit(await locked('GET /api/commercial-posture')).posture).toBe('abuse_lock');
  const { items = [] } = (await locked('GET /api/workspaces')).body;
  for (const request of [
    'POST /api/workspaces',
    'POST /api/systems',
    'POST /api/patrol/runs',
    `DELETE /api/workspaces/${String(items[0]?.id)}`,
  ]) {
    const { status, body } = await locked(request, { name: 'x' });
    expect([request, status, body.code]).toEqual([request, 403, 'changes_locked']);
  }
  expect((await locked('GET /api/me')).body.subscription_state).toBe('active');
  expect((await forward(60 * DAY)).body.settled).toMatchObject({ deleted: 0 });
});

describe('a contract, as an administrator writes it', () => {
  const billing = async (email: string) => {
    const { organisation } = (await (await signIn(email))('GET /api/me')).body as { organisation: { id: number } };
    return `/api/admin/orgs/${organisation.id}/billing-state`;
  };

  it('is reached with the token only, and reading it changes nothing', async () => {
    const state = await billing('pro_v6.active@pulse.example');
    for (const call of [sandbox, await signIn('pro_v6.active@pulse.example')])
      expect((await call(`GET ${state}`)).status).toBe(401);
    const { status, body } = await admin(`GET ${state}`);
    expect([status, body.plan_version, body.changed_at]).toEqual([200, 'pro_v6', null]);
    expect((await admin(`GET ${state}`)).body).toEqual(body);
    expect((await admin('GET /api/admin/orgs/999999/billing-state')).status).toBe(404);
  });

  it('resolves its version from the price, and from no price that the matrix does not list', async () => {
    const state = await billing('relay_v6.active@pulse.example');
    const bought = await admin(`PUT ${state}`, { price_id: 'price_v1_pro_year' });
    expect(bought.body).toMatchObject({
      plan_version: 'v5_pro_annual_grandfathered',
      kept_until: 'cancellation',
      limits: { monitored_systems: 'unlimited' },
    });
    const unknown = await admin(`PUT ${state}`, { price_id: 'price_of_tomorrow' });
    expect([unknown.status, unknown.body.code]).toEqual([400, 'unknown_price']);
    expect((await admin(`GET ${state}`)).body.plan_version).toBe('v5_pro_annual_grandfathered');
    const holder = await signIn('relay_v6.active@pulse.example');
    expect((await holder('GET /api/audit')).body.items?.[0]).toMatchObject({
      actor: 'Administrator',
      target: 'plan relay_v6 -> v5_pro_annual_grandfathered; state active',
    });
    expect(await page('/plan', 'relay_v6.active@pulse.example')).toContain('its price and what it includes stay until');
  });

  it('is not taken up again once it was cancelled', async () => {
    const email = 'v5_pro_monthly_grandfathered.active@pulse.example';
    const state = await billing(email);
    expect((await admin(`PUT ${state}`, { cancelled: true })).body).toMatchObject({ subscription_state: 'expired' });
    expect((await (await signIn(email))('GET /api/audit')).status).toBe(402);
    const again = await admin(`PUT ${state}`, { subscription_state: 'active' });
    expect([again.status, again.body.code]).toEqual([409, 'not_on_offer']);
    expect(again.body.details?.offers).toEqual(['community_v6', 'relay_v6', 'pro_v6']);
    await admin(`PUT ${state}`, { plan_version: 'pro_v6', subscription_state: 'active' });
    expect((await (await signIn(email))('GET /api/audit')).status).toBe(200);
  });

  it('ends by the clock: a trial, and the days of grace', async () => {
    const state = await billing('cloud_power.trial@pulse.example');
    const { now } = (await sandbox('GET /api/sandbox/clock')).body as { now: string };
    const state_ends_at = new Date(Date.parse(now) + 14 * DAY * 1000).toISOString();
    expect((await admin(`PUT ${state}`, { subscription_state: 'trial' })).status).toBe(400);
    await admin(`PUT ${state}`, { subscription_state: 'trial', state_ends_at });
    expect(await page('/plan', 'cloud_power.trial@pulse.example')).toContain('14 days left');
    await forward(14 * DAY);
    expect((await admin(`GET ${state}`)).body.subscription_state).toBe('expired');
    await admin(`PUT ${state}`, { subscription_state: 'grace' });
    const grace = await signIn('cloud_power.trial@pulse.example');
    expect((await grace('GET /api/audit')).status).toBe(200);
    expect((await grace('GET /api/commercial-posture')).body.subscription_state).toBe('grace');
    await forward(7 * DAY);
    expect((await (await signIn('cloud_power.trial@pulse.example'))('GET /api/audit')).status).toBe(402);
    expect((await sandbox('PUT /api/sandbox/clock', { now: '2020-01-01T00:00:00Z' })).body.code).toBe(
      'clock_backwards',
    );
  });
});

describe('three endpoints for three audiences', () => {
  it('each says its own, and what works names no plan', async () => {
    const call = await signIn('msp_scale.active@pulse.example');
    const capabilities = (await call('GET /api/runtime-capabilities')).body;
    expect(Object.keys(capabilities)).toEqual(['capabilities', 'limits', 'meters_enabled']);
    expect(JSON.stringify(capabilities)).not.toMatch(/plan|offer|upgrade|msp_/);
    const commercial = (await call('GET /api/commercial-posture')).body;
    expect(commercial).toMatchObject({ plan_version: 'msp_scale', settling: false, over_limit: { posture: 'none' } });
    const entitlements = (await call('GET /api/entitlements')).body;
    expect(entitlements).toMatchObject({ ...commercial, ...capabilities, limits: expect.anything() });
  });

  it('no page asks for any of them: it has no script to do so', async () => {
    for (const path of ['/', '/workspaces', '/plan']) expect(await page(path)).not.toMatch(/<script|\/api\//);
  });
});
