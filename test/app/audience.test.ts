/** What people must not meet: offers where they have no place, commerce in a demo, tenants where there is one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDemo } from '../../app/demo/open-demo.ts';
import type { EntitlementTable } from '../../app/evaluator/table.ts';
import { developmentTable } from '../../app/settings/development-table.ts';
import { runnableTable } from '../../app/settings/runnable-table.ts';
import { isSingleTenant, singleTenantTable } from '../../app/settings/single-tenant-table.ts';
import { anonymous, signIn } from './call-product.ts';
import { type ServedProduct, serveProduct, signInToPages } from './serve-product.ts';

let served: ServedProduct;
let table: EntitlementTable;

beforeAll(async () => {
  served = await serveProduct();
  table = served.product.table;
}, 30_000);
afterAll(() => served?.close());

async function demoOf(holder: string): Promise<ServedProduct> {
  return served.beside({ demo: await openDemo(served.product, `${holder}@pulse.example`) });
}

const paths = (text: string) => [...text.matchAll(/(?:href|action|src)="(\/[^"]*)"/g)].map(([, path]) => path!);
const visible = (text: string) => text.replace(/<head>.*<\/head>/s, '').replaceAll(/<[^>]*>/g, ' ');

describe('people without paid features', () => {
  it.each(['community_v6.active', 'cloud_max.expired', 'pro_v6.expired'])(
    '%s meet no offer unasked',
    async (holder) => {
      const pages = await signInToPages(served.url, holder);
      for (const path of ['/', '/systems', '/metrics', '/patrol', '/plan']) {
        const text = await pages.text(path);
        expect(visible(text), path).not.toMatch(/\btrial|upgrade|buy|purchase|pricing|\$\d|choose a plan/i);
        expect(paths(text), path).not.toContain('/trial');
      }
      expect(visible(await pages.text('/plan'))).toContain('Contract version');
    },
  );

  it('read on what they clicked why it is not there; a trial starts from it where there is one', async () => {
    const community = await (await signInToPages(served.url, 'community_v6.active')).text('/settings/audit');
    expect(visible(community)).toContain('The audit log is part of Pro');
    expect(paths(community)).not.toContain('/trial?for=audit_logging');
    const cloud = await (await signInToPages(served.url, 'cloud_max.expired')).text('/settings/audit');
    expect(paths(cloud)).toContain('/trial?for=audit_logging');
    const clients = await (await signInToPages(served.url, 'cloud_max.expired')).text('/clients');
    expect(paths(clients).filter((path) => path.startsWith('/trial'))).toEqual([]);
    const admin = await (await signInToPages(served.url, 'cloud_max.expired.tech')).text('/reports');
    expect(paths(admin).filter((path) => path.startsWith('/trial'))).toEqual([]);
  });
});

describe('a public demo', () => {
  const COMMERCIAL =
    /plan|trial|licen[cs]e|included|upgrade|\b(community|relay v|pro|msp|cloud|enterprise)\b|grace period|expired|organisation|\bowner\b|\badmin|signed in|sign out|@pulse/i;

  it('shows its pages without sign-in, and nobody, no plan, no count and no offer on them', async () => {
    const { url } = await demoOf('business_v6.active');
    const { name } = await served.product.database
      .selectFrom('account')
      .innerJoin('organisation', 'organisation.id', 'account.organisation_id')
      .where('email', '=', 'business_v6.active@pulse.example')
      .select('organisation.name')
      .executeTakeFirstOrThrow();
    const seen = new Set<string>();
    const toSee = ['/'];
    for (let path = toSee.pop(); path !== undefined; path = toSee.pop()) {
      if (seen.has(path) || path.startsWith('/api')) continue;
      seen.add(path);
      const answer = await fetch(url + path, { redirect: 'manual' });
      expect([path, answer.status]).toEqual([path, 200]);
      if (!answer.headers.get('content-type')?.startsWith('text/html')) continue;
      const text = await answer.text();
      expect(visible(text), path).not.toMatch(COMMERCIAL);
      expect(text, path).not.toMatch(/pulse:version|pulse:state|<form|<script|<meter/);
      expect(text, path).not.toContain(name);
      toSee.push(...paths(text));
    }
    expect([...seen]).toEqual(expect.arrayContaining(['/systems', '/settings/audit', '/patrol', '/reports']));
    expect(await (await fetch(`${url}/`)).text()).toContain('Public demo');
  });

  it('finds nothing commercial, nothing personal and nothing to change', async () => {
    const { url, app } = await demoOf('business_v6.active');
    const call = anonymous(url);
    const open: string[] = [];
    for (const { method, path } of app.routes.filter(({ method, path }) => method !== 'ALL' && !path.includes('*'))) {
      const target = path.replaceAll(/:\w+/g, '1');
      const answer = await fetch(url + target, { method, redirect: 'manual' });
      if (answer.status === 404) continue;
      open.push(`${method} ${target}`);
    }
    expect(open.filter((one) => !one.startsWith('GET '))).toEqual([]);
    expect(
      open.filter((one) => /me$|session|entitle|posture|trial|plan|login|workspace|client|admin|events/.test(one)),
    ).toEqual([]);
    expect(open).toContain('GET /api/audit');
    for (const path of ['commercial-posture', 'entitlements', 'trial', 'me', 'admin/orgs/1/billing-state'])
      expect([path, (await call(`GET /api/${path}`)).body.code]).toEqual([path, 'not_found']);
  });

  it('answers a deep link with a plain page', async () => {
    const { url } = await demoOf('business_v6.active');
    for (const path of ['/plan', '/trial?for=rbac', '/login', '/clients', '/nowhere']) {
      const answer = await fetch(url + path, { redirect: 'manual' });
      expect([path, answer.status]).toEqual([path, 404]);
      expect(visible(await answer.text())).toMatch(
        /^\s*There is no such page\s+There is nothing at this address\.\s+Back to the overview\s*$/,
      );
    }
  });

  it('shows no more than its contract includes, and not who was asked or how much there would be', async () => {
    const { url } = await demoOf('community_v6.active.read-only');
    const call = anonymous(url);
    expect((await call('GET /api/metrics?days=7')).status).toBe(200);
    for (const request of ['GET /api/audit', 'GET /api/relay', 'GET /api/metrics?days=8', 'POST /api/systems']) {
      const { status, body } = await call(request);
      expect([request, status, body]).toEqual([
        request,
        404,
        { code: 'not_found', message: 'There is nothing at this address.', details: {} },
      ]);
    }
    expect((await fetch(`${url}/settings/audit`)).status).toBe(404);
    const overview = await (await fetch(`${url}/`)).text();
    expect(paths(overview)).not.toContain('/settings/audit');
    expect(visible(await (await fetch(`${url}/metrics?days=400`)).text())).not.toMatch(/400|asked for/);
  });

  it('looks through its own account, whatever session comes along', async () => {
    const cookie = (await signInToPages(served.url, 'enterprise_v6.active')).cookie();
    const { url } = await demoOf('community_v6.active');
    expect((await fetch(`${url}/api/audit`, { headers: { cookie } })).status).toBe(404);
  });

  it('does not start on an address that nobody has', async () => {
    await expect(openDemo(served.product, 'nobody@pulse.example')).rejects.toThrow('nobody has that address');
  });
});

describe('a product with one tenant', () => {
  it('speaks of none, in no page and no payload', async () => {
    const { url } = await served.beside({ singleTenant: true, table: singleTenantTable(table) });
    for (const holder of ['msp_growth.active', 'pro_v6.expired', 'msp_growth.active.read-only', 'cloud_max.active']) {
      const pages = await signInToPages(url, holder);
      const call = await signIn(url, holder);
      for (const path of [
        '/',
        '/systems',
        '/metrics',
        '/patrol',
        '/plan',
        '/settings/audit',
        '/settings/roles',
        '/trial',
        '/reports',
      ])
        expect(await pages.text(path), `${holder} ${path}`).not.toMatch(/organi[sz]ation|tenant|workspace|client/i);
      for (const path of ['/workspaces', '/clients']) expect((await pages.get(path)).status).toBe(404);
      for (const path of ['me', 'entitlements', 'systems', 'roles'])
        expect(JSON.stringify((await call(`GET /api/${path}`)).body)).not.toMatch(
          /organi[sz]ation|tenant|workspace|client/i,
        );
      for (const path of ['workspaces', 'clients']) expect((await call(`GET /api/${path}`)).status).toBe(404);
    }
  });

  it('keeps all else of the contract, and can be used', async () => {
    const { url } = await served.beside({ singleTenant: true, table: singleTenantTable(table) });
    const call = await signIn(url, 'msp_scale.active');
    const added = await call('POST /api/systems', { name: 'Mine' });
    expect([added.status, added.headers.get('pulse-organisation')]).toEqual([201, null]);
    expect((await call('GET /api/audit')).status).toBe(200);
    expect((await call('GET /api/metrics?days=91')).status).toBe(402);
  });

  it('is one when the flag is off', () => {
    expect(isSingleTenant({ PULSE_MULTI_TENANT_ENABLED: 'false' })).toBe(true);
    expect(isSingleTenant({ PULSE_MULTI_TENANT_ENABLED: 'true' })).toBe(false);
    expect(isSingleTenant({})).toBe(false);
    const narrowed = singleTenantTable(table);
    expect(JSON.stringify(narrowed.versions)).not.toMatch(/multi_tenant|"workspaces"/);
    expect(Object.keys(narrowed.versions)).toEqual(Object.keys(table.versions));
    expect(Object.keys(table.capabilities)).toContain('multi_tenant');
  });
});

describe('a development mode', () => {
  it('widens what works and what is said alike, and only what this process can run', async () => {
    const { url } = await served.beside({ table: developmentTable(table, {}) });
    const call = await signIn(url, 'community_v6.active');
    expect((await call('GET /api/audit')).status).toBe(200);
    expect((await call('GET /api/clients')).status).toBe(402);
    const { capabilities } = (await call('GET /api/entitlements')).body as { capabilities?: string[] };
    expect(capabilities).toContain('audit_logging');
    expect(capabilities).not.toContain('multi_tenant');
    expect((await call('GET /api/metrics?days=8')).status).toBe(402);
    const flagged = await served.beside({ table: developmentTable(table, { PULSE_MULTI_TENANT_ENABLED: 'true' }) });
    expect((await (await signIn(flagged.url, 'community_v6.active'))('GET /api/clients')).status).toBe(200);
  });

  it('gives no marker, and never goes with a demo', () => {
    const { versions } = developmentTable(table, { PULSE_MULTI_TENANT_ENABLED: 'true' });
    for (const [version, { capabilities }] of Object.entries(versions))
      for (const marker of ['unlimited', 'multi_user', 'white_label'])
        expect(capabilities.includes(marker)).toBe(table.versions[version]!.capabilities.includes(marker));
    const both = { PULSE_DEVELOPMENT: 'true', PULSE_PUBLIC_DEMO: 'a@pulse.example' };
    expect(() => runnableTable(table, both)).toThrow('unset one');
    expect(runnableTable(table, {})).toEqual({ table, singleTenant: false, demoOf: undefined });
  });
});
