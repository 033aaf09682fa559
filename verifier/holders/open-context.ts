/** A browser and what somebody has who became a holder go in; a context of their own comes out. */
import type { Browser, BrowserContext } from 'playwright-core';
import { keepHeaders } from '../browse/keep-headers.ts';
import type { Start } from './start.ts';

/** Headers go to the product's own origin and to nobody else, not even where it leads to somebody else. */
export async function openContext(browser: Browser, base: string, start: Start): Promise<BrowserContext> {
  const { headers, cookies } = start;
  const context = await browser.newContext({
    baseURL: base,
    serviceWorkers: 'block',
    acceptDownloads: false,
    storageState: {
      cookies: [],
      origins: start.origins.map((one) => ({ ...one, localStorage: [...one.localStorage] })),
    },
  });
  const { origin } = new URL(base);
  if (cookies.length)
    await context.addCookies(
      cookies.map(({ domain, path = '/', ...one }) => (domain ? { ...one, domain, path } : { ...one, url: origin })),
    );
  if (Object.keys(headers).length) {
    await keepHeaders(browser, headers, origin);
    await context.route(
      (url) => url.origin === origin,
      (route) => route.fallback({ headers: { ...route.request().headers(), ...inSmallLetters(headers) } }),
    );
  }
  return context;
}

function inSmallLetters(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
