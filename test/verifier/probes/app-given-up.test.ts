/** A product whose pages do not come is given up after so many in a row, and nobody waits for each of the rest. */
import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { CircuitBreaker } from '../../../verifier/http/circuit-breaker.ts';
import { probeApp } from '../../../verifier/probes/app.ts';
import { appProduct, people } from './app-product.ts';

const product = appProduct();
const ASKED = 36;
const AT_ONCE = 3;

async function lookedAt(account: (response: ServerResponse) => void) {
  product.send('/account', account);
  const before = product.came.length;
  const probe = product.probe(people(ASKED), { timeout: 0.3 });
  const { observations } = await probeApp({ ...probe, breaker: new CircuitBreaker() });
  const reasons = observations.map(({ outcome }) => (outcome.kind === 'unread' ? outcome.reason : outcome.kind));
  return { reasons, asked: product.came.length - before };
}

describe('pages that', () => {
  it.each<[string, number, RegExp, (response: ServerResponse) => void]>([
    ['fail', 30, /30 answers in a row before it were 429 or 5xx, the last 503$/, (one) => one.writeHead(503).end()],
    ['never begin', 8, /8 in a row before it got no answer, and the last did not answer in time$/, () => {}],
    [
      'never end',
      8,
      /got no answer, and the last did not end in time$/,
      (one) => void one.writeHead(200, { 'content-type': 'text/html' }).write('<title>t</title><b>'),
    ],
    ['break off', 8, /got no answer, and the last did not answer \(ERR_/, (one) => one.socket!.destroy()],
  ])('%s', async (_, most, words, account) => {
    const { reasons, asked } = await lookedAt(account);
    expect(reasons).toHaveLength(ASKED);
    expect(reasons.filter((one) => words.test(one)).length).toBeGreaterThanOrEqual(ASKED - most - AT_ONCE);
    expect(reasons).not.toContain('read');
    // A browser asks once more itself when a connection breaks.
    expect(asked).toBeLessThanOrEqual(2 * (most + AT_ONCE));
  });
});

it('one page that fails among others that come is its own matter', async () => {
  product.send('/account', '<b>plan_0</b>');
  product.send('/gate', (response) => response.writeHead(503).end());
  const breaker = new CircuitBreaker();
  const probe = product.probe(Array.from({ length: 12 }, () => people(1)[0]!));
  const { observations } = await probeApp({ ...probe, breaker });
  expect(breaker.reason).toBeUndefined();
  expect(new Set(observations.map(({ outcome }) => JSON.stringify(outcome)))).toEqual(
    new Set([JSON.stringify({ kind: 'unread', reason: 'answered 503' })]),
  );
});
