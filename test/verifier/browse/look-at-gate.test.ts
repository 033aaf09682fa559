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
])('undecided: %s', async (_, html, asked, reason) => {
  expect(await look(html, asked)).toBe(reason);
});
