/** The one script of the product, in a real browser. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBrowser } from '../../verifier/probes/browser.ts';
import { signIn } from './call-product.ts';
import { type ServedProduct, serveProduct } from './serve-product.ts';

let served: ServedProduct;
let browser: Browser;

beforeAll(async () => {
  served = await serveProduct({ lookAgainMs: 100 });
  const started = await startBrowser();
  if (!started.browser) throw new Error(started.reason);
  browser = started.browser;
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

async function pageOf(holder: string, options: { javaScriptEnabled?: boolean } = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: served.url, ...options });
  const page = await context.newPage();
  await page.goto('/login?next=/systems');
  await page.getByLabel('E-mail address').fill(`${holder}@pulse.example`);
  await page.getByLabel('Password').fill('pulse-demo-password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/systems');
  return page;
}

it('shows what was added elsewhere, keeps what is being typed, and says calmly when it is over', async () => {
  const problems: string[] = [];
  const page = await pageOf('pro_v6.active');
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  await page.reload();
  await page.getByLabel('Name of the new system').fill('half typ');
  const call = await signIn(served.url, 'pro_v6.active');
  await expect
    .poll(async () => {
      await call('POST /api/systems', { name: 'from elsewhere' });
      return page.getByRole('rowheader', { name: 'from elsewhere' }).count();
    })
    .toBeGreaterThan(0);
  expect(await page.getByRole('status').textContent()).toMatch(/new entr(y|ies)\.$/);
  expect(await page.getByLabel('Name of the new system').inputValue()).toBe('half typ');
  await served.product.database.deleteFrom('session').execute();
  await expect.poll(() => page.getByRole('status').textContent()).toBe('You are signed out. Sign in to go on.');
  expect(problems).toEqual([]);
});

it('says last of all that it is over, whatever was on its way', async () => {
  const page = await pageOf('pro_v6.active');
  await page.reload();
  let isAnswered = false;
  let release = () => {};
  const released = new Promise<void>((go) => {
    release = go;
  });
  await page.route('**/systems', async (route) => {
    const response = await route.fetch();
    isAnswered = true;
    await released;
    await route.fulfill({ response });
  });
  const call = await signIn(served.url, 'pro_v6.active');
  await expect
    .poll(async () => {
      await call('POST /api/systems', { name: 'on its way' });
      return isAnswered;
    })
    .toBe(true);
  await served.product.database.deleteFrom('session').execute();
  const told = () => page.getByRole('status').textContent();
  await expect.poll(told).toBe('You are signed out. Sign in to go on.');
  release();
  await expect.poll(() => page.getByRole('rowheader', { name: 'on its way' }).count()).toBeGreaterThan(0);
  expect(await told()).toBe('You are signed out. Sign in to go on.');
});

it('is not needed', async () => {
  const page = await pageOf('relay_v6.active', { javaScriptEnabled: false });
  await page.getByLabel('Name of the new system').fill('without a script');
  await page.getByRole('button', { name: 'Add' }).click();
  expect(await page.getByRole('rowheader', { name: 'without a script' }).count()).toBe(1);
  expect(await page.getByRole('status').textContent()).toBe('"without a script" was added.');
});
