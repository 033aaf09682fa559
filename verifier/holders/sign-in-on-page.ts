/** A page of a browser and how one signs in go in; somebody signs in there, and why not comes out. */
import type { Locator, Page } from 'playwright-core';
import type { SignInPage } from '../config/requests.ts';
import { fill } from './fill.ts';

/** Rejects with what the browser says when something else than a missing field or button is in the way. */
export async function signInOnPage(
  page: Page,
  { page: path, fill: fields, press }: SignInPage,
  variables: Readonly<Record<string, string>>,
): Promise<string | undefined> {
  const opened = await page.goto(fill(path, variables));
  if (!opened?.ok()) return `the sign-in page answered ${opened?.status() ?? 'nothing'}`;
  for (const [label, text] of Object.entries(fields)) {
    const field = page.getByLabel(label, { exact: true });
    const missing = await field.fill(fill(text, variables)).catch((error) => whyMissing(page, field, error));
    if (missing !== undefined) return `the sign-in page ${path} has no field with the label “${label}” (${missing})`;
  }
  const at = new URL(page.url()).pathname;
  // A page that signs in by itself says what is wrong without leading anywhere.
  const button = page.getByRole('button', { name: press, exact: true });
  const absent = await button.waitFor({ state: 'attached' }).catch((error) => whyMissing(page, button, error));
  if (absent !== undefined) return `the sign-in page ${path} has no button “${press}” (${absent})`;
  const told = page.getByRole('alert').filter({ hasText: /\S/ }).first();
  const [end] = await Promise.all([
    Promise.race([
      page.waitForEvent('framenavigated').then(
        () => 'moved' as const,
        () => 'still' as const,
      ),
      told.waitFor().then(
        () => 'told' as const,
        () => 'still' as const,
      ),
    ]),
    button.click(),
  ]);
  const said = end === 'moved' && new URL(page.url()).pathname !== at ? '' : await alertIn(page);
  if (said) return `the sign-in page says “${said}”`;
  return end === 'still' ? `pressing “${press}” led nowhere` : undefined;
}

/** What there is instead. Rejects with the error where the element is there and something else went wrong. */
async function whyMissing(page: Page, wanted: Locator, error: Error): Promise<string> {
  if (await wanted.count()) throw error;
  const there = (await page.evaluate(CONTROLS)) as string[];
  return there.length ? `there are ${there.map((one) => `“${one}”`).join(', ')}` : 'there is none at all';
}

const CONTROLS = `[...document.querySelectorAll('input:not([type=hidden]), select, textarea, button')]
  .filter((one) => one.checkVisibility())
  .map((one) => one.labels?.[0]?.textContent || one.getAttribute('aria-label') || one.textContent || one.placeholder || one.value || one.name || one.type || '')
  .map((one) => one.replace(/\\s+/g, ' ').trim().slice(0, 40)).filter(Boolean).slice(0, 12)`;

async function alertIn(page: Page): Promise<string> {
  const texts = await page
    .getByRole('alert')
    .allTextContents()
    .catch(() => []);
  return texts.join(' ').replace(/\s+/g, ' ').trim().slice(0, 80);
}
