/** Pages of a public demo are read as a visitor sees them: what sells is found, and what was not seen is not clean. */
import { expect, it } from 'vitest';
import { vocabulary } from '../../../../matrix/vocabulary.ts';
import { askDemo } from '../../../../verifier/probes/conduct/ask-demo.ts';
import { matrixAt } from '../../claims/claims-of.ts';
import { movableProduct } from './movable-product.ts';

const PULSE = vocabulary(matrixAt('matrix/entitlements.yaml'));

/** What is seen on one page, whose `main` holds these words. */
async function seenOn(main: string, { page = '', status = 200, never = ['Upgrade', 'Your plan'] } = {}) {
  const { probe, close, got } = await movableProduct(
    {
      demo: {
        ...{ server: 'demo', landmark: { request: 'GET /who', at: '/ok' }, must_refuse: [] },
        pages: { shown: ['/systems'], landmark: 'main', never },
      },
    },
    (request) => (request === 'GET /who' ? [200, { ok: true }] : [status, page || `<main>${main}</main>`]),
  );
  try {
    const subject = { kind: 'gate' as const, key: 'GET /systems', facet: 'demo_page' };
    const asking = { ...probe, demo: probe.base, vocabulary: PULSE };
    const [seen] = await askDemo(asking, [{ subject }]);
    expect(got).toEqual(['GET /who', 'GET /systems']);
    if (seen?.outcome.kind === 'unread') return `unread: ${seen.outcome.reason}`;
    return seen?.outcome.kind === 'read' && seen.outcome.value.kind === 'words' ? seen.outcome.value.text : undefined;
  } finally {
    close();
  }
}

it.each([
  ['a plan', '<h1>Systems</h1><p>Pulse Pro runs here.</p>', 'Pulse Pro'],
  ['the plan of somebody', '<p>Included in Relay and above.</p>', 'Relay and above'],
  ['a price for a period', '<p>From $4.99 a month.</p>', '$4.99 a month'],
  ['a trial', '<p>Try it: 14-day trial, no card.</p>', '14-day trial'],
  ['a free trial', '<p>Start your free trial.</p>', 'free trial'],
  ['a word that sells', '<a href="/plan">UPGRADE  now</a> <b>Your plan</b>', 'UPGRADE, Your plan'],
  ['a word that sells, in navigation', '<nav><a href="/plan">Your plan</a></nav><p>Systems</p>', 'Your plan'],
])('%s is found', async (_, main, expected) => {
  expect(await seenOn(main)).toContain(expected);
});

it.each([
  ['data of its own', '<p>Invoice 7: $4.99 paid. CPU 14 %, 14 days of history, 3 systems.</p>'],
  ['a relay server', '<p>The relay server answers.</p>'],
  ['a trial of something else', '<p>The trial form, and a trial of the new probe within 3 days.</p>'],
  ['the word inside another', '<p>Upgraded systems, upgrades of firmware.</p>'],
  ['keys that it shows', '<p>Metric history</p><p>Audit Logging</p>'],
])('%s sells nothing', async (_, main) => {
  expect(await seenOn(main)).toBe('nothing commercial');
});

it.each([
  ['answers 404', { status: 404 }, 'unread: answered 404'],
  ['is another page', { page: '<p>Hello</p>' }, 'unread: has no main, so it is no page of ours'],
  [
    'asks to sign in',
    { page: '<main><form><p>Sign in</p><input type=password></form></main>' },
    'unread: asks to sign in',
  ],
  [
    'is made by scripts',
    { page: '<main></main><script src=a.js></script>' },
    'unread: says nothing without JavaScript',
  ],
  [
    'is in a language that nobody here knows',
    { page: '<html lang=fi><main><p>Tervetuloa</p></main></html>' },
    'unread: is in `fi`, and no words of that language are known here',
  ],
])('a page that %s was not looked at', async (_, how, reason) => {
  expect(await seenOn('', how)).toBe(reason);
});

it('a demo that was not seen says nothing of its pages', async () => {
  const { probe, close } = await movableProduct(
    { demo: { server: 'demo', landmark: { request: 'GET /who', at: '/ok' }, must_refuse: [] } },
    () => [404],
  );
  const subject = { kind: 'gate' as const, key: 'GET /', facet: 'demo_page' };
  const [seen] = await askDemo({ ...probe, demo: probe.base, vocabulary: PULSE }, [{ subject }]);
  close();
  expect(seen?.outcome).toEqual({ kind: 'unread', reason: 'the demo was not seen: GET /who answered 404 without /ok' });
});
