/** What a gated page exposes to assistive technology decides, and nothing else. */
import { expect, it } from 'vitest';
import type { PageSigns } from '../../../verifier/browse/gate-signs.ts';
import { lookAtGate } from '../../../verifier/browse/look-at-gate.ts';
import { servePages } from './pages.ts';

const pages = servePages();

const TABLE = '<table><caption>Audit log</caption><tr><th>Who</th></tr><tr><td>Ada</td></tr></table>';
const LOCKED = 'The audit log is part of Pro';
const signs: PageSigns = { shows: { role: 'table', name: 'Audit log' }, locked: LOCKED, states: ['on hold'] };
const exports: PageSigns = {
  shows: { role: 'button', name: 'Export as PDF' },
  locked: 'PDF is part of Pro',
  states: [],
};
const disables: PageSigns = { ...exports, locked: 'Export as PDF', lockedRole: 'button' };
const links: PageSigns = { ...signs, locked: 'Upgrade to Pro', lockedRole: 'link' };
const HEARD = 'position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap';
const overlay = (words: string, more = '') =>
  `<div style="position:fixed;inset:0;background:#fffd" ${more}><p>${words}</p></div>`;

async function look(html: string, asked = signs): Promise<string> {
  pages.send('/page', html);
  const { outcome } = await pages.withPage((open) =>
    open.within(() => lookAtGate(open, { path: '/page', signs: asked, waitMs: 1500 })),
  );
  if (outcome.kind === 'unread') return outcome.reason;
  return outcome.kind === 'read' ? outcome.value.kind : outcome.kind;
}

it.each([
  ['the table', TABLE],
  ['named by its label', '<table aria-label="Audit log"><tr><td>Ada</td></tr></table>'],
  ['named by a heading', '<h2 id="h">Audit log</h2><div role="table" aria-labelledby="h"><div role="row"></div></div>'],
  ['in a frame', `<iframe srcdoc="${TABLE}"></iframe>`],
  ['in a shadow tree', `<div id="at"></div><script>at.attachShadow({mode:'open'}).innerHTML='${TABLE}'</script>`],
  ['with locked words that nobody hears', `${TABLE}<p aria-hidden="true">${LOCKED}</p><p hidden>${LOCKED}</p>`],
  ['with the words inside a longer sentence', `${TABLE}<p>${LOCKED}, which you have.</p>`],
  ['late', `<main></main><script>setTimeout(()=>{document.querySelector('main').innerHTML='${TABLE}'},400)</script>`],
  [
    'after words that stand only while it loads',
    `<main>${LOCKED}</main><script>fetch('/slow').finally(()=>setTimeout(()=>{document.querySelector('main').innerHTML='${TABLE}'},20))</script>`,
  ],
  [
    'below a banner over a part of it',
    `${TABLE}<div style="position:fixed;bottom:0;height:20px;width:100%">Cookies</div>`,
  ],
  ['with a class called locked', `<div class="locked disabled">${TABLE}</div>`],
  ['twice, once for those who hear it', `<div style="${HEARD}">${TABLE}</div>${TABLE}`],
  ['twice, once off screen', `<div style="position:absolute;left:-9999px">${TABLE}</div>${TABLE}`],
  ['for those who hear it only', `<canvas></canvas><div style="${HEARD}">${TABLE}</div>`],
  ['faded in', `<style>@keyframes in{from{opacity:0}}</style><div style="animation:in .6s">${TABLE}</div>`],
  [
    'faded in late',
    `<style>@keyframes in{from{opacity:0;filter:blur(9px)}}</style><div style="animation:in .3s .3s both">${TABLE}</div>`,
  ],
  [
    'faded in once it is scrolled to',
    `<div style="height:3000px"></div><div id="late" style="opacity:0">${TABLE}</div><script>new IntersectionObserver(([one])=>{if(one.isIntersecting)late.style.opacity=1}).observe(late)</script>`,
  ],
  ['far below', `<div style="height:9000px"></div>${TABLE}`],
  ['in a part that scrolls', `<div style="height:80px;overflow:auto"><div style="height:900px"></div>${TABLE}</div>`],
  [
    'below a header that stays',
    `<header style="position:sticky;top:0;height:60px;background:#fff">Trellis</header>${TABLE}<div style="height:3000px"></div>`,
  ],
  [
    'below a layer that shows nothing',
    `${TABLE}<div style="position:fixed;inset:0;pointer-events:none"><p>Saved</p></div>`,
  ],
  ['below a layer of grain', `${TABLE}<div style="position:fixed;inset:0;pointer-events:none;background:#0001"></div>`],
  [
    'over a painted layer',
    `<div style="position:fixed;inset:0;pointer-events:none;background:#fff;z-index:-1"></div>${TABLE}`,
  ],
  [
    'over a painted layer of its own',
    `<div style="position:relative"><div style="position:absolute;inset:0;pointer-events:none;background:#fff"></div><div style="position:relative;z-index:1">${TABLE}</div></div>`,
  ],
  ['half transparent', `<div style="opacity:.6">${TABLE}</div>`],
])('open: %s', async (_, html) => {
  pages.send('/slow', (response) => setTimeout(() => response.writeHead(200).end('{}'), 300));
  expect(await look(html)).toBe('included');
});

it.each([
  ['words', `<p>${LOCKED}</p>`],
  ['words over several elements, with a point', `<p>The <b>audit log</b> is\n part of <a href="/plans">Pro</a>.</p>`],
  ['words of a state', '<main><h1>Sorry</h1><p>This account is <em>on hold</em>. Call us.</p></main>'],
  ['content hidden from the tree', `<div aria-hidden="true" style="filter:blur(4px)">${TABLE}</div><p>${LOCKED}</p>`],
  ['content that is inert', `<div inert>${TABLE}</div><p>${LOCKED}</p>`],
  ['a modal dialog over it', `${TABLE}<dialog id="d"><p>${LOCKED}</p></dialog><script>d.showModal()</script>`],
  ['a dialog by role', `${TABLE}<div role="dialog" aria-modal="true" aria-label="Plans"><p>${LOCKED}</p></div>`],
  ['an overlay without any role', `${TABLE}${overlay(LOCKED)}`],
  ['content that is transparent', `<div style="opacity:0">${TABLE}</div><p>${LOCKED}</p>`],
  ['content that is clipped', `<div style="clip-path:inset(100%)">${TABLE}</div><p>${LOCKED}</p>`],
  ['content in a box without height', `<div style="height:0;overflow:hidden">${TABLE}</div><p>${LOCKED}</p>`],
  ['content off screen', `<div style="position:absolute;left:-9999px">${TABLE}</div><p>${LOCKED}</p>`],
  [
    'content moved off screen',
    `<div style="position:fixed;top:0;transform:translateX(-200vw)">${TABLE}</div><p>${LOCKED}</p>`,
  ],
  ['content that is blurred', `<div style="filter:blur(6px)">${TABLE}</div><p>${LOCKED}</p>`],
  [
    'an overlay that lets clicks through',
    `${TABLE}${overlay(LOCKED).replace('inset:0', 'inset:0;pointer-events:none')}`,
  ],
  [
    'an overlay that blurs and lets clicks through',
    `${TABLE}<div style="position:fixed;inset:0;pointer-events:none;backdrop-filter:blur(8px)"><p>${LOCKED}</p></div>`,
  ],
  [
    'an overlay by a style sheet',
    `<style>.off{position:relative}.off::after{content:'';position:absolute;inset:0;background:#fff}</style><div class="off">${TABLE}</div><p>${LOCKED}</p>`,
  ],
  ['a name', `<section aria-label="${LOCKED}"><h2>Audit</h2></section>`],
  [
    'late',
    `<main></main><script>setTimeout(()=>{document.querySelector('main').textContent='${LOCKED}'},400)</script>`,
  ],
])('shut: %s', async (_, html) => {
  expect(await look(html)).toBe('excluded');
});

it.each([
  ['open: a button', '<button>Export as PDF</button>', exports, 'included'],
  [
    'open: a button, said twice',
    '<button disabled>Export as PDF</button><button>Export as PDF</button>',
    exports,
    'included',
  ],
  [
    'shut: disabled',
    '<button disabled aria-describedby="w">Export as PDF</button><p id="w">PDF is part of Pro</p>',
    exports,
    'excluded',
  ],
  [
    'shut: aria-disabled',
    '<button aria-disabled="true">Export as PDF</button> <p>PDF is part of Pro</p>',
    exports,
    'excluded',
  ],
  [
    'shut: a disabled group',
    '<fieldset disabled><button>Export as PDF</button></fieldset><p>PDF is part of Pro</p>',
    exports,
    'excluded',
  ],
  [
    'shut: said by its title',
    '<button disabled title="PDF is part of Pro">Export as PDF</button>',
    exports,
    'excluded',
  ],
  ['shut: the same control, disabled', '<button disabled>Export as PDF</button>', disables, 'excluded'],
  ['open: the same control', '<button>Export as PDF</button>', disables, 'included'],
  ['shut: a link to another plan', '<a href="/plans">Upgrade to Pro</a>', links, 'excluded'],
  [
    'open: a box of another shape over its control',
    `<label>Export as PDF<input type="checkbox" style="opacity:0"></label>`,
    { ...exports, shows: { role: 'checkbox', name: 'Export as PDF' } },
    'included',
  ],
  [
    'open: a button that shows itself to who points there',
    `<style>.row button{opacity:0}.row:hover button{opacity:1}</style><div class="row">Row <button>Export as PDF</button></div><script></script>`,
    exports,
    'included',
  ],
  ['open: words that are no link', `${TABLE}<p>Upgrade to Pro</p>`, links, 'included'],
])('%s', async (_, html, asked, expected) => {
  expect(await look(html, asked)).toBe(expected);
});

it.each([
  ['both', `${TABLE}<p>${LOCKED}</p>`, signs, 'shows both its content and that it is locked'],
  ['neither', '<p>Hello</p>', signs, 'shows neither its content nor that it is locked'],
  [
    'another role',
    '<ul aria-label="Audit log"><li>Ada</li></ul>',
    signs,
    'shows neither its content nor that it is locked',
  ],
  [
    'another name',
    TABLE.replace('Audit log', 'Audit log of today'),
    signs,
    'shows neither its content nor that it is locked',
  ],
  [
    'disabled without a word',
    '<button disabled>Export as PDF</button>',
    exports,
    'shows its content disabled, and does not say that it is locked',
  ],
  [
    'covered without a word',
    `${TABLE}${overlay('Accept our cookies')}`,
    signs,
    'shows something else over its content, and does not say that it is locked',
  ],
  [
    'transparent without a word',
    `<div style="opacity:0">${TABLE}</div>`,
    signs,
    'holds its content where nobody sees it, and does not say that it is locked',
  ],
  [
    'blurred without a word',
    `<div style="filter:blur(6px)">${TABLE}</div>`,
    signs,
    'shows its content blurred, and does not say that it is locked',
  ],
])('undecided: %s', async (_, html, asked, reason) => {
  expect(await look(html, asked)).toBe(reason);
});
