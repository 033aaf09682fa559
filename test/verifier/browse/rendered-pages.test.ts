/** What a browser shows of a page; a site that lets it wait for every page is given up after so many in a row. */
import { expect, it } from 'vitest';
import { RenderedPages } from '../../../verifier/browse/rendered-pages.ts';
import { textsOf } from '../../../verifier/claims/text.ts';
import { readHtml } from '../../../verifier/readers/html.ts';
import { servePages } from './pages.ts';

const pages = servePages();

/** Closed with the pages: here it stays for all tests. */
function kept() {
  return new Proxy(pages.browser, {
    get: (of, name) => (name === 'close' ? async () => {} : Reflect.get(of, name).bind(of)),
  });
}

it('holds what scripts put in shadow roots, one in another', async () => {
  pages.send(
    '/roots',
    `<html lang="en"><body><main><plan-card><b slot="name">Studio</b></plan-card></main><script>
      const card = document.querySelector('plan-card').attachShadow({ mode: 'open' });
      card.innerHTML = '<h3><slot name="name"></slot></h3><plan-price></plan-price>';
      card.querySelector('plan-price').attachShadow({ mode: 'open' }).innerHTML = '<p>25 forms</p>';
    </script></body></html>`,
  );
  const rendered = new RenderedPages(pages.base, async () => ({ browser: kept(), from: '' }));
  const shown = await rendered.render('/roots');
  await rendered.close();
  const { blocks, language } = readHtml('html' in shown ? shown.html : '', '/roots');
  expect(blocks.map((block) => textsOf(block).map(({ value }) => value))).toEqual([['Page'], ['Studio'], ['25 forms']]);
  expect(language).toBe('en');
});

it('a page that says that it is loading is waited for, and told where it never ends', async () => {
  const shell = (more: string) => `<main><p>Loading plans…</p></main><script>${more}</script>`;
  pages.send('/late', shell(`setTimeout(() => { document.querySelector('main').textContent = 'Pro costs $9.' }, 900)`));
  pages.send('/never', shell(''));
  const rendered = new RenderedPages(pages.base, async () => ({ browser: kept(), from: '' }));
  const [late, never] = await Promise.all(['/late', '/never'].map((path) => rendered.render(path)));
  await rendered.close();
  expect(late).toMatchObject({ html: expect.stringContaining('<main>Pro costs $9.</main>') });
  expect(late).not.toHaveProperty('loading');
  expect(never).toMatchObject({ loading: 'was still loading after 5 s (“Loading plans…”)' });
});

it('and nobody waits for each of the rest', async () => {
  pages.send('/hangs', () => {});
  const rendered = new RenderedPages(pages.base, async () => ({ browser: kept(), from: '' }), { timeout: 0.2 });
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
