/** What people look at has no violation that axe knows, on phone and desktop, light and dark. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Serving, serveFolder } from '../../scripts/servers/serve-folder.ts';
import { startServer } from '../../scripts/servers/start-server.ts';
import { startBrowser } from '../../verifier/probes/browser.ts';
import { REPOSITORY } from './copied-workspace.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ADMIN = 'an-administrator-of-this-test';
let browser: Browser;
let site: Serving;
let app: Serving;

beforeAll(async () => {
  const started = await startBrowser();
  if (!started.browser) throw new Error(started.reason);
  browser = started.browser;
  site = await serveFolder(join(REPOSITORY, 'dist/site'));
  app = await startServer(
    'product',
    {
      start: ['node', '--import', 'tsx', 'app/server.ts'],
      env: { PORT: '{port}', PULSE_SANDBOX: 'pulse-example', PULSE_ADMIN_TOKEN: ADMIN },
      ready: '/health',
    },
    REPOSITORY,
  );
});
afterAll(async () => {
  await browser?.close();
  await Promise.all([site?.stop(), app?.stop()]);
});

const LOOKS = [
  { viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
  { viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
] as const;

interface Violation {
  id: string;
  nodes: { target: unknown }[];
}

async function violations(base: () => string, paths: readonly string[], signInAs?: string): Promise<string[]> {
  const found: string[] = [];
  for (const look of LOOKS) {
    const context = await browser.newContext({ ...look, baseURL: base(), bypassCSP: true });
    const page = await context.newPage();
    if (signInAs) {
      await page.goto('/login');
      await page.getByLabel('E-mail address', { exact: true }).fill(`${signInAs}@pulse.example`);
      await page.getByLabel('Password', { exact: true }).fill('pulse-demo-password');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.waitForURL((url) => !url.pathname.startsWith('/login'));
    }
    for (const path of paths) {
      expect((await page.goto(path))?.ok(), path).toBe(true);
      await page.addScriptTag({ content: axe });
      const result = (await page.evaluate('axe.run()')) as { violations: Violation[]; passes: unknown[] };
      expect(result.passes.length).toBeGreaterThan(5);
      found.push(
        ...result.violations.map(
          ({ id, nodes }) => `${path} ${look.viewport.width} ${id} ${JSON.stringify(nodes[0]?.target)}`,
        ),
      );
      const scrolls = await page.evaluate(
        'document.documentElement.scrollWidth > document.documentElement.clientWidth',
      );
      if (scrolls) found.push(`${path} ${look.viewport.width} scrolls sideways`);
    }
    await context.close();
  }
  return found;
}

it('the site', async () => {
  expect(
    await violations(() => site.url, ['/', '/pricing/', '/docs/', '/docs/msp/', '/docs/reference/plans/']),
  ).toEqual([]);
});

it('the product', async () => {
  expect(await violations(() => app.url, ['/login'])).toEqual([]);
  expect(
    await violations(() => app.url, ['/', '/plan', '/workspaces', '/settings/audit'], 'msp_starter.active'),
  ).toEqual([]);
  expect(await violations(() => app.url, ['/plan', '/settings/audit', '/reports'], 'relay_v6.grace')).toEqual([]);
  expect(await violations(() => app.url, ['/plan'], 'pro_v6.suspended')).toEqual([]);
  expect(await violations(() => app.url, ['/trial', '/reports'], 'cloud_max.expired')).toEqual([]);
  expect(await violations(() => app.url, ['/systems', '/settings/sso'], 'msp_scale.active.read-only')).toEqual([]);
});

it('the product above its limit, and after a downgrade', async () => {
  const call = async (request: string, body?: unknown) => {
    const [method, path] = request.split(' ') as [string, string];
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${ADMIN}` };
    const response = await fetch(app.url + path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    return (await response.json()) as Record<string, unknown>;
  };
  const look = () => violations(() => app.url, ['/workspaces'], 'over-limit');
  expect(await look()).toEqual([]);
  await call('PUT /api/sandbox/clock', { forward_seconds: 1 });
  await call('PUT /api/sandbox/clock', { forward_seconds: 80 * 3600 });
  expect(await look()).toEqual([]);
  const { token } = await call('POST /api/session', {
    email: 'over-limit@pulse.example',
    password: 'pulse-demo-password',
  });
  const me = await fetch(`${app.url}/api/me`, { headers: { authorization: `Bearer ${token}` } });
  const { organisation } = (await me.json()) as { organisation: { id: number } };
  await call(`PUT /api/admin/orgs/${organisation.id}/billing-state`, { plan_version: 'msp_eval' });
  expect((await call('PUT /api/sandbox/clock', { forward_seconds: 1 })).settled).toMatchObject({ moved: 5 });
  expect(await look()).toEqual([]);
});
