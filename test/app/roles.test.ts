import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roleRequired } from '../../app/roles/require-role.ts';
import { type Call, signIn } from './call-product.ts';
import { type ServedProduct, serveProduct, signInToPages } from './serve-product.ts';

let served: ServedProduct;
const as = (holder: string): Promise<Call> => signIn(served.url, holder);

beforeAll(async () => {
  served = await serveProduct();
}, 30_000);
afterAll(() => served?.close());

const ORGANISATION = 'msp_growth.active';
const people = { owner: ORGANISATION, admin: `${ORGANISATION}.admin`, tech: `${ORGANISATION}.tech` };
const reader = `${ORGANISATION}.read-only`;

describe('a role', () => {
  it.each([
    ['GET /api/audit', ['owner', 'admin'], 'Owner or admin required.'],
    ['GET /api/roles', ['owner', 'admin'], 'Owner or admin required.'],
    ['POST /api/workspaces', ['owner', 'admin'], 'Owner or admin required.'],
    ['POST /api/systems', ['owner', 'admin', 'tech'], 'Owner, admin or technician required.'],
    ['POST /api/patrol/runs', ['owner', 'admin', 'tech'], 'Owner, admin or technician required.'],
  ])('may %s only as one of %j', async (request, roles, message) => {
    for (const [role, holder] of Object.entries({ ...people, read_only: reader })) {
      const { status, body } = await (await as(holder))(
        request,
        request.startsWith('POST') ? { name: `Added as ${role}` } : undefined,
      );
      if (roles.includes(role)) expect([role, status < 300]).toEqual([role, true]);
      else
        expect([role, status, body]).toEqual([role, 403, expect.objectContaining({ code: 'role_required', message })]);
      if (status === 403) expect(body.details?.required_roles).toEqual(roles);
    }
  });

  it('is given no reason to upgrade to what is not for it', async () => {
    const reasons = async (holder: string) =>
      ((await (await as(holder))('GET /api/entitlements')).body.upgrade_reasons as { key: string }[]).map(
        ({ key }) => key,
      );
    expect(await reasons('community_v6.active')).toEqual(expect.arrayContaining(['audit_logging', 'relay']));
    const tech = await reasons('community_v6.active.tech');
    expect(tech).toContain('relay');
    expect(tech).not.toContain('audit_logging');
  });

  it('removes only what it may add', async () => {
    const owner = await as(people.owner);
    const { body } = await owner('POST /api/workspaces', { name: 'To stay' });
    const { id } = body.workspace as { id: number };
    expect((await (await as(people.tech))(`DELETE /api/workspaces/${id}`)).body.code).toBe('role_required');
    expect((await owner(`DELETE /api/workspaces/${id}`)).status).toBe(204);
  });

  it('that nobody has heard of is offered only what everybody is', async () => {
    const { database } = served.product;
    const email = 'msp_scale.active.tech@pulse.example';
    await database.updateTable('account').set({ role: 'member' }).where('email', '=', email).execute();
    const stranger = await as('msp_scale.active.tech');
    expect((await stranger('GET /api/systems')).status).toBe(200);
    expect((await stranger('POST /api/systems', { name: 'No' })).body.code).toBe('role_required');
    const page = await (await signInToPages(served.url, 'msp_scale.active.tech')).text('/plan');
    expect(page).not.toMatch(/member|Your role/);
  });
});

describe('a page', () => {
  it('offers nothing that its reader may not do, and says so calmly', async () => {
    const pages = await signInToPages(served.url, reader);
    const overview = await pages.text('/');
    expect(overview).not.toMatch(/href="\/settings\/(audit|roles)"/);
    expect(overview).toMatch(/href="\/settings\/relay"/);
    for (const [path, words] of [
      ['/workspaces', 'To add or remove workspaces: owner or admin required.'],
      ['/systems', 'To add or remove systems: owner, admin or technician required.'],
      ['/patrol', 'To send Pulse Patrol round: owner, admin or technician required.'],
    ] as const) {
      const text = await pages.text(path);
      expect(text).toContain(words);
      expect(text).not.toMatch(/<button>(Add|Run)|>Remove</);
    }
    const audit = await pages.text('/settings/audit');
    expect(audit).toContain('Owner or admin required.');
    expect(audit).not.toContain('<table');
  });

  it('refuses the form that it does not show, in the same words', async () => {
    const pages = await signInToPages(served.url, reader);
    expect((await pages.post('/systems', { name: 'Slipped in' })).status).toBe(303);
    expect(await pages.text('/systems')).toContain('Owner, admin or technician required.');
    expect(await pages.text('/systems')).not.toContain('Slipped in');
  });

  it('never shows the id of a role', async () => {
    const pages = await signInToPages(served.url, reader);
    for (const path of ['/', '/plan', '/systems', '/workspaces', '/patrol', '/settings/audit', '/settings/relay'])
      expect(await pages.text(path)).not.toMatch(/read_only|>tech</);
    expect(await pages.text('/plan')).toMatch(/<dt>Your role<\/dt><dd>Read-only<\/dd>/);
  });
});

it('is asked for in words, whatever the list', () => {
  const { table } = served.product;
  expect(roleRequired(table, { roles: ['admin'] })).toBe('Admin required');
  expect(roleRequired(table, { roles: ['constructor'] })).toBe('Another role required');
  expect(roleRequired(table, {})).toBe('Another role required');
});
