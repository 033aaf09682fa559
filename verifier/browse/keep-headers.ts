/** A browser, headers of somebody who is signed in and the origin that they are for go in; from there on no request takes them elsewhere. */
import type { Browser, CDPSession } from 'playwright-core';

/** By header as it is sent: the origins that it is for. */
type Kept = Map<string, Set<string>>;

const guarded = new WeakMap<Browser, { kept: Kept; ready: Promise<void> }>();

/**
 * Whoever adds headers to a request adds them to what it is redirected to as well, whoever answers there. The browser itself
 * is the last that all requests pass: those of windows, frames, workers, and every step of a redirect. Rejects when the
 * browser is gone.
 */
export async function keepHeaders(
  browser: Browser,
  headers: Readonly<Record<string, string>>,
  origin: string,
): Promise<void> {
  const guard = guarded.get(browser) ?? begin(browser);
  for (const [name, value] of Object.entries(headers)) {
    const id = idOf(name, value);
    guard.kept.set(id, (guard.kept.get(id) ?? new Set()).add(origin));
  }
  await guard.ready;
}

function begin(browser: Browser): { kept: Kept; ready: Promise<void> } {
  const kept: Kept = new Map();
  const guard = { kept, ready: listen(browser, kept) };
  guarded.set(browser, guard);
  return guard;
}

async function listen(browser: Browser, kept: Kept): Promise<void> {
  const cdp = await browser.newBrowserCDPSession();
  cdp.on('Fetch.requestPaused', ({ requestId, request }) => {
    const headers = without(request.headers, kept, originOf(request.url));
    const how = headers ? { requestId, headers } : { requestId };
    // Of a page that was closed meanwhile nobody waits for it.
    void (cdp as CDPSession).send('Fetch.continueRequest', how).catch(() => {});
  });
  await cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
}

/** Nothing where all of them may go there. */
function without(headers: Readonly<Record<string, string>>, kept: Kept, origin: string) {
  const all = Object.entries(headers);
  const free = all.filter(([name, value]) => kept.get(idOf(name, value))?.has(origin) ?? true);
  return free.length < all.length ? free.map(([name, value]) => ({ name, value })) : undefined;
}

function idOf(name: string, value: string): string {
  return `${name.toLowerCase()}\0${value.trim()}`;
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : '';
}
