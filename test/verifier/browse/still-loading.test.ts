/** A page that is still working is not judged; one that keeps a line open is. */
import { expect, it } from 'vitest';
import type { PageSigns } from '../../../verifier/browse/gate-signs.ts';
import { lookAtGate } from '../../../verifier/browse/look-at-gate.ts';
import { servePages } from './pages.ts';

const pages = servePages();
const LOCKED = 'The audit log is part of Pro';
const TABLE = '<table aria-label="Audit log"><tr><td>Ada</td></tr></table>';
const signs: PageSigns = { shows: { role: 'table', name: 'Audit log' }, locked: LOCKED, states: [] };
const LATE = 2_600;

const becomes = (first: string, then: string, how: string) =>
  `<main>${first}</main><script>(${how})(() => { document.querySelector('main').innerHTML = '${then}' })</script>`;
const fetched = (path: string) => `(done) => fetch('${path}').then((answer) => answer.json()).then(done)`;
const asks = (code: string, words = `<p>${LOCKED}</p>`) => `<main>${words}</main><script>${code}</script>`;

async function look(html: string, waitMs: number): Promise<string> {
  pages.send('/page', html);
  pages.send('/hangs', () => {});
  for (const path of ['/api/entitlements', '/api/poll', '/inbox', '/sse', '/collect']) pages.send(path, () => {});
  let [news, tries] = [0, 0];
  pages.send('/flaky', (response) => {
    if (tries++) setTimeout(() => response.writeHead(200, JSON_TYPE).end('{}'), LATE);
    else response.writeHead(503).end();
  });
  pages.send('/news', (response) => void (news++ || response.writeHead(200, JSON_TYPE).end('{}')));
  pages.send('/late', (response) => setTimeout(() => response.writeHead(200, JSON_TYPE).end('{}'), LATE));
  pages.send('/quick', (response) => response.writeHead(200, JSON_TYPE).end('{}'));
  pages.send('/stream', (response) => void response.writeHead(200, { 'content-type': 'text/event-stream' }).write(':'));
  const { outcome } = await pages.withPage((open) =>
    open.within(() => lookAtGate(open, { path: '/page', signs, waitMs })),
  );
  if (outcome.kind === 'unread') return outcome.reason;
  return outcome.kind === 'read' ? outcome.value.kind : outcome.kind;
}

const JSON_TYPE = { 'content-type': 'application/json' };

it.each([
  ['locked until the rights come', becomes(`<p>${LOCKED}</p>`, TABLE, fetched('/late')), 'included'],
  ['open until the rights come', becomes(TABLE, `<p>${LOCKED}</p>`, fetched('/late')), 'excluded'],
  [
    'by an older way to ask',
    becomes(
      `<p>${LOCKED}</p>`,
      TABLE,
      `(done) => { const one = new XMLHttpRequest(); one.open('GET', '/late'); one.onload = done; one.send() }`,
    ),
    'included',
  ],
  [
    'asked for once another answer is there',
    becomes(`<p>${LOCKED}</p>`, TABLE, `(done) => fetch('/quick').then(() => fetch('/late')).then(done)`),
    'included',
  ],
  [
    'asked for again after a failure',
    becomes(`<p>${LOCKED}</p>`, TABLE, `(done) => fetch('/flaky').then(() => fetch('/flaky')).then(done)`),
    'included',
  ],
  [
    'while it says that it loads, and asks for nothing',
    becomes(`<p>${LOCKED}</p><p>Loading your plan…</p>`, TABLE, '(done) => setTimeout(done, 1200)'),
    'included',
  ],
  [
    'while it is marked as busy',
    `<main aria-busy="true"><p>${LOCKED}</p></main><script>setTimeout(() => { document.querySelector('main').outerHTML = '<main>${TABLE}</main>' }, 1200)</script>`,
    'included',
  ],
  [
    'until the very moment in which it is asked for its marks',
    `<main aria-busy="true"><p>${LOCKED}</p></main><script>const isShown = Element.prototype.checkVisibility;
      Element.prototype.checkVisibility = function (...how) {
        if (this.matches('[aria-busy]')) document.querySelector('main').outerHTML = '<main>${TABLE}</main>';
        return isShown.apply(this, how);
      }</script>`,
    'included',
  ],
])('rights that come late are waited for: %s', async (_, html, expected) => {
  expect(await look(html, 5_000)).toBe(expected);
});

it.each([
  ['rights that never come', asks(`fetch('/api/entitlements')`), /still waiting for GET \/api\/entitlements after 1 s/],
  [
    'the same, with its content',
    asks(`fetch('/api/entitlements')`, TABLE),
    /still waiting for GET \/api\/entitlements/,
  ],
  [
    'words',
    asks('', `<p>${LOCKED}</p><p>Checking your plan…</p>`),
    /was still loading after 1 s \(“Checking your plan…”\)/,
  ],
  ['words beside its content', asks('', `${TABLE}<p role="status">Loading…</p>`), /was still loading after 1 s/],
  ['words of another language', asks('', `<p>${LOCKED}</p><p>Wird geladen …</p>`), /was still loading after 1 s/],
  [
    'busy',
    asks('', `<section aria-busy="true"><p>${LOCKED}</p></section>`),
    /was still loading after 1 s \(aria-busy\)/,
  ],
  [
    'a spinner that says so',
    asks(
      '',
      `<p>${LOCKED}</p><div class="spinner-border" role="status"><span style="position:absolute;width:1px;height:1px;overflow:hidden">Loading</span></div>`,
    ),
    /was still loading after 1 s/,
  ],
  [
    'a bar without an end',
    asks('', `<p>${LOCKED}</p><progress></progress>`),
    /was still loading after 1 s \(progress\)/,
  ],
  [
    'skeletons',
    asks('', `<p>${LOCKED}</p><div class="skeleton" style="width:300px;height:16px"></div>`),
    /was still loading after 1 s \(skeleton\)/,
  ],
])('what is still working at the limit is unread: %s', async (_, html, expected) => {
  expect(await look(html, 1_000)).toMatch(expected);
});

it.each([
  ['a stream of events', asks(`new EventSource('/sse')`)],
  ['a stream that has begun', asks(`fetch('/stream')`)],
  ['a socket', asks(`new WebSocket('ws://' + location.host + '/sse')`)],
  ['a poll by name', asks(`fetch('/api/poll')`)],
  ['a poll by its number', asks(`fetch('/socket.io/?EIO=4&transport=polling')`)],
  ['a beacon', asks(`navigator.sendBeacon('/collect', 'x')`)],
  ['asked for again, once it was answered', asks(`fetch('/news?since=1').then(() => fetch('/news?since=2'))`)],
  ['the same asked for twice at once, of which one is answered', asks(`fetch('/news'); fetch('/news')`)],
  ['asked for again and again', asks(`setInterval(() => fetch('/inbox'), 250)`)],
])('no page is held up by %s', async (_, html) => {
  const before = performance.now();
  expect(await look(html, 8_000)).toBe('excluded');
  expect(performance.now() - before).toBeLessThan(8_000);
});

it.each([
  ['a request of another site', asks(`fetch(location.origin.replace('127.0.0.1', 'localhost') + '/hangs')`)],
  ['a line that nobody knows', asks(`fetch('/inbox')`)],
  ['words about more of a list', asks('', `<p>${LOCKED}</p><p>Loading more…</p>`)],
  ['words that nobody sees', asks('', `<p>${LOCKED}</p><p hidden>Loading…</p><p style="opacity:0">Loading…</p>`)],
  ['words that are no such thing', asks('', `<p>${LOCKED}</p><h2>Loading docks</h2><p>Loading docks is easy.</p>`)],
  ['a bar of what is used', asks('', `<p>${LOCKED}</p><progress value="3" max="5"></progress>`)],
  ['a bar that tells how far', asks('', `<p>${LOCKED}</p><div role="progressbar" aria-valuenow="60">60 %</div>`)],
  ['a class called loading', asks('', `<p class="loading-lazy loader">${LOCKED}</p>`)],
  [
    'a list with its end below',
    asks('', `<p>${LOCKED}</p><nav><div class="skeleton" style="width:90px">&nbsp;</div></nav>`),
  ],
  ['a part that is not shown', asks('', `<p>${LOCKED}</p><div aria-busy="true" style="display:none">x</div>`)],
])('no harm: %s', async (_, html) => {
  expect(await look(html, 1_000)).toBe('excluded');
});

it('a spinner below content that is usable is the end of a list', async () => {
  const spins =
    '@keyframes turn { to { rotate: 360deg } } .spinner { width: 20px; height: 20px; animation: turn 1s infinite }';
  expect(await look(`<style>${spins}</style>${asks('', `${TABLE}<div class="spinner"></div>`)}`, 1_000)).toBe(
    'included',
  );
});

it('a line that was held open once does not hold up the pages after it', async () => {
  pages.send('/held', () => {});
  const times: number[] = [];
  await pages.withPage(async (open) => {
    for (let n = 0; n < 2; n += 1) {
      pages.send('/page', asks(`fetch('/held?n=${n}')`));
      const before = performance.now();
      const { outcome } = await open.within(() => lookAtGate(open, { path: '/page', signs, waitMs: 3_000 }));
      times.push(performance.now() - before);
      expect(outcome.kind).toBe('read');
    }
  });
  expect(times[0]).toBeGreaterThan(8_000);
  expect(times[1]).toBeLessThan(6_000);
});
