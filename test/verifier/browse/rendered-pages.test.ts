/** A site that lets a browser wait for every page is given up after so many in a row. */
import { expect, it } from 'vitest';
import { RenderedPages } from '../../../verifier/browse/rendered-pages.ts';
import { servePages } from './pages.ts';

const pages = servePages();

it('and nobody waits for each of the rest', async () => {
  pages.send('/hangs', () => {});
  // Closed with the pages: here it stays for all tests.
  const browser = new Proxy(pages.browser, {
    get: (of, name) => (name === 'close' ? async () => {} : Reflect.get(of, name).bind(of)),
  });
  const rendered = new RenderedPages(pages.base, async () => ({ browser, from: '' }), { timeout: 0.2 });
  const all = await Promise.all(Array.from({ length: 14 }, () => rendered.render('/hangs')));
  await rendered.close();
  const reasons = all.map((one) => ('reason' in one ? one.reason : 'was seen'));
  expect(reasons[0]).toContain('could not be seen with JavaScript: ');
  expect(new Set(reasons.slice(-4))).toEqual(
    new Set([
      'could not be seen with JavaScript: was not asked any more: 8 in a row before it got no answer, and the last did not answer in time',
    ]),
  );
  expect(pages.came.filter((one) => one === 'GET /hangs').length).toBeLessThanOrEqual(10);
});
