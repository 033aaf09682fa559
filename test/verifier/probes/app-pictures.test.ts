/** What is secret of a holder is kept out of the pictures of what they saw, and so is the session that a page gave them. */
import { expect, it } from 'vitest';
import type { Pictures } from '../../../verifier/browse/page-evidence.ts';
import type { Holders } from '../../../verifier/holders/holders.ts';
import { Mask } from '../../../verifier/holders/mask.ts';
import { Turns } from '../../../verifier/holders/turns.ts';
import { Undoing } from '../../../verifier/holders/undoing.ts';
import { probeApp } from '../../../verifier/probes/app.ts';
import { appProduct, people } from './app-product.ts';

const product = appProduct();
const [KEY, SESSION] = ['hk_live_5d4c3b2a', 'sess-0123456789'];
/** What stands here again as soon as it is gone can be in no picture: so a line tells whether it was known. */
const restless = (words: string) =>
  `<button>Make a report</button><p id="k"></p><script>setInterval(() => { k.innerHTML = '<b>${words}</b>' }, 1)</script>`;

function holdersOf(mask: Mask): Holders {
  return {
    ...{ way: {}, planNames: {}, secrets: {}, accountSecrets: [], mask, turns: new Turns(), undoing: new Undoing() },
    outside: { read: () => undefined, env: {}, browser: async () => ({ reason: 'none' }) },
  };
}

it.each([
  ['a secret that is known', KEY, 0],
  ['the session that signing in gave', SESSION, 0],
  ['anything else', 'Team plan', 1],
])('%s', async (_, words, pictured) => {
  product.send('/account', (response) =>
    response
      .writeHead(200, { 'content-type': 'text/html', 'set-cookie': `sid=${SESSION}; HttpOnly` })
      .end('<!doctype html><b>plan_0</b>'),
  );
  product.send('/gate', restless(words));
  const mask = new Mask();
  mask.add(KEY);
  const pictures: Pictures = new Map();
  const probe = { ...product.probe(people(1), { wait: 0.4 }), holders: holdersOf(mask) };
  const { observations } = await probeApp({ ...probe, twice: { ids: new Set(), pictures } });
  const [seen] = observations;
  expect(seen!.outcome.kind).toBe('read');
  expect(pictures.size).toBe(pictured);
  const lines = (seen!.evidence ?? []).flatMap(({ answer }) => answer ?? []);
  expect(lines).toEqual(pictured ? [] : ['no picture: a secret on the page could not be hidden for it']);
});
