/** A page of a browser and what it has to show of the holder go in; why it does not show that comes out. */
import type { Locator, Page } from 'playwright-core';

export interface Shown {
  page: string;
  selector: string;
  /** The whole text of the first element that matches. */
  wanted: string;
}

/** A page that renders after it has loaded has this long to show anything, and then to show the right thing. */
const APPEARS_MS = 8_000;
const SETTLES_MS = 1_500;
const POLL_MS = 50;

export async function proveOnPage(page: Page, { page: path, selector, wanted }: Shown): Promise<string | undefined> {
  const opened = await page.goto(path);
  const status = opened?.status() ?? 0;
  // Nothing of ours comes late from a server that is in trouble.
  if (status === 429 || status >= 500) return `${path} answered ${status}`;
  const element = page.locator(selector).first();
  if (!(await appears(page, element, path)))
    return `${path} shows nobody (no ${selector})${elsewhere(page, path)}${status >= 400 ? `, with ${status}` : ''}`;
  const until = Date.now() + SETTLES_MS;
  let shown = '';
  do {
    shown = ((await element.textContent()) ?? '').replace(/\s+/g, ' ').trim();
    if (shown === wanted) return undefined;
    await page.waitForTimeout(POLL_MS);
  } while (Date.now() < until);
  return `the page shows “${shown.slice(0, 80)}” instead of “${wanted}”`;
}

async function appears(page: Page, element: Locator, path: string): Promise<boolean> {
  const until = Date.now() + APPEARS_MS;
  let left: number | undefined;
  while (Date.now() < until) {
    if (await element.count()) return true;
    // Whoever is led to another page, as to a sign-in, is not waited for that long.
    left ??= elsewhere(page, path) ? Date.now() : undefined;
    if (left !== undefined && Date.now() > left + SETTLES_MS) return false;
    await page.waitForTimeout(POLL_MS);
  }
  return false;
}

function elsewhere(page: Page, path: string): string {
  const at = new URL(page.url()).pathname;
  return at === path ? '' : `, but leads to ${at}`;
}
