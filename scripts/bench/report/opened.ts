/** A report's file and a browser go in; how long it takes until it can be read and answers, in milliseconds, comes out. */
import type { Browser } from 'playwright-core';

export interface Opened {
  /** From the start of navigation until the first findings stand there and the filters are ready. */
  openMs: number;
  /** From a key press until the list that answers it is painted, the slowest. */
  filterMs: number;
  megabytes: number;
}

/** What people look for: a letter, a page, words from everywhere, what is nowhere, and everything again. */
const SEARCHES = ['p', 'page 49', 'payroll', 'guild 2022 docs', 'zzz', ''];

/** In the page. A frame that was asked for after an event is painted with what the event changed. */
const MEASURE = `(async (searches) => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(0);
  }));
  const form = document.getElementById('filters');
  const timed = async (change) => {
    await frame();
    const started = performance.now();
    change();
    form.dispatchEvent(new Event('input', { bubbles: true }));
    await frame();
    return performance.now() - started;
  };
  const taken = [];
  for (const words of searches) taken.push(await timed(() => { form.elements.text.value = words; }));
  for (const name of ['surface', 'level', 'direction'])
    for (const at of [1, 0]) taken.push(await timed(() => { form.elements[name].selectedIndex = at; }));
  return [Math.max(...taken), performance.memory.usedJSHeapSize / 1e6];
})`;

export async function opened(browser: Browser, url: string): Promise<Opened> {
  const page = await browser.newPage();
  try {
    await page.goto(url, { waitUntil: 'commit' });
    await page.locator('#filters:not([hidden])').waitFor();
    await page.locator('#finding-list > li').first().waitFor();
    const openMs = (await page.evaluate('performance.now()')) as number;
    const [filterMs, megabytes] = (await page.evaluate(`${MEASURE}(${JSON.stringify(SEARCHES)})`)) as [number, number];
    return { openMs, filterMs, megabytes };
  } finally {
    await page.close();
  }
}
