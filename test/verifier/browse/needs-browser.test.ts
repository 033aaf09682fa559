/** A page that is only a shell is opened in a browser; one that says what it has is not. */
import { expect, it } from 'vitest';
import { needsBrowser } from '../../../verifier/browse/needs-browser.ts';

const SCRIPT = '<script src="/app.js"></script>';
const AROUND = [
  '<header><a href="/">Trellis</a><nav><a href="/docs">Docs</a></nav></header>',
  '<footer>© Trellis</footer>',
];
const says = (html: string, landmark?: string) =>
  needsBrowser({ address: '/', type: 'text/html', link: '', bytes: new TextEncoder().encode(html + SCRIPT) }, landmark);

it.each([
  ['an empty root', '<div id="root"></div>'],
  ['an empty root, and words for who has no scripts', '<div id="root"></div><noscript>You need JavaScript.</noscript>'],
  ['words for who has no scripts, seen by all', '<div id="root">You need to enable JavaScript to run this app.</div>'],
  ['what goes with every page', `${AROUND[0]}<div id="root"></div>${AROUND[1]}`],
  ['words that it loads', '<div id="root">Loading plans…</div>'],
  ['the same in several elements', '<div id="root"><p>Loading <b>plans</b>...</p></div>'],
  ['a heading over them', '<main><h1>Pricing</h1><p>Loading plans…</p></main>'],
  ['skeletons below a heading', '<main><h1>Pricing</h1><div class="card skeleton"></div></main>'],
  ['a busy part', '<main><h1>Pricing</h1><div aria-busy="true"></div></main>'],
  ['another language', '<main><h1>Preise</h1><p>Pläne werden geladen …</p></main>'],
])('a shell: %s', (_, html) => {
  expect(says(`<body>${html}</body>`)).toBe(true);
});

it.each([
  ['words', '<main><p>Pro costs $9.</p></main>'],
  ['words after a long head', `<main>${'<svg></svg>'.repeat(900)}<p>Pro costs $9.</p></main>`],
  ['without a main part', '<div><p>Pro costs $9.</p></div>'],
  ['with a picture that comes late', '<main><img loading="lazy" alt=""><p>Pro costs $9.</p></main>'],
  ['words about loading', '<main><h2>Loading docks</h2><p>Loading plans is quick. It is loading fast.</p></main>'],
  ['the end of a list', '<main><p>Pro costs $9.</p><p>Loading more…</p></main>'],
  ['a style of its own', '<main class="skeleton-theme"><p>Pro costs $9.</p></main>'],
  ['words for who has no scripts', '<main><p>Pro costs $9.</p></main><noscript>Please enable JavaScript.</noscript>'],
  ['something hidden that loads', '<main><p>Pro costs $9.</p><p hidden>Loading…</p></main>'],
])('no shell: %s', (_, html) => {
  expect(says(`<body>${html}</body>`)).toBe(false);
});

it('a landmark with words is no shell, whatever is around it', () => {
  expect(says('<main><p>Pro costs $9.</p></main><aside>Loading…</aside>', 'main')).toBe(false);
  expect(says(`${AROUND[0]}<main></main>`, 'main')).toBe(true);
});
