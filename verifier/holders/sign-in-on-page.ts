/** A page of a browser and how one signs in go in; somebody signs in there, and why not comes out. */
import type { Page } from 'playwright-core';
import type { SignInPage } from '../config/requests.ts';
import { fill } from './fill.ts';

/** Rejects with what the browser says when a field or button is not there in time. */
export async function signInOnPage(
  page: Page,
  { page: path, fill: fields, press }: SignInPage,
  variables: Readonly<Record<string, string>>,
): Promise<string | undefined> {
  const opened = await page.goto(fill(path, variables));
  if (!opened?.ok()) return `the sign-in page answered ${opened?.status() ?? 'nothing'}`;
  for (const [label, text] of Object.entries(fields))
    await page.getByLabel(label, { exact: true }).fill(fill(text, variables));
  const at = new URL(page.url()).pathname;
  // A page that signs in by itself says what is wrong without leading anywhere.
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
    page.getByRole('button', { name: press, exact: true }).click(),
  ]);
  const said = end === 'moved' && new URL(page.url()).pathname !== at ? '' : await alertIn(page);
  if (said) return `the sign-in page says “${said}”`;
  return end === 'still' ? `pressing “${press}” led nowhere` : undefined;
}

async function alertIn(page: Page): Promise<string> {
  const texts = await page
    .getByRole('alert')
    .allTextContents()
    .catch(() => []);
  return texts.join(' ').replace(/\s+/g, ' ').trim().slice(0, 80);
}
