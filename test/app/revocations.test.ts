/** The product with a revocation list that is there, wrong, gone and back, while the clock is moved. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type WatchedRevocations, watchRevocations } from '../../app/session/watch-revocations.ts';
import { anonymous, type Call, signIn } from './call-product.ts';
import { runProduct } from './run-product.ts';
import { type ServedProduct, serveProduct } from './serve-product.ts';

type Answer = { status: number; body: string };
const list = (...revoked_tokens: string[]): Answer => ({
  status: 200,
  body: JSON.stringify({ revoked_tokens, minimum_versions: {} }),
});

let answer: Answer = list();
let asked = 0;
let time = Date.parse('2026-03-02T09:00:00.000Z');
let authority: Server;
let watched: WatchedRevocations;
let product: ServedProduct;

beforeAll(async () => {
  authority = createServer((_, response) => {
    response.writeHead(answer.status).end(answer.body, () => asked++);
  }).listen(0, '127.0.0.1');
  await once(authority, 'listening');
  const now = () => new Date(time);
  watched = await watchRevocations({ url: addressOf(authority), everyMs: 40, now });
  product = await serveProduct({ now, revocations: watched });
}, 30_000);
afterAll(async () => {
  watched?.stop();
  await product?.close();
  authority?.close();
});

function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/revocations`;
}

/** From the next answer on, twice: an attempt that was under way may still carry the one before. */
async function answering(next: Answer): Promise<void> {
  answer = next;
  const until = asked + 2;
  await expect.poll(() => asked).toBeGreaterThanOrEqual(until);
  // Sent is not read yet.
  await new Promise((resolve) => setTimeout(resolve, 60));
}
const enrol = async (call: Call) => (await call('POST /api/systems', { name: 'new' })).status;

it('holds back new systems, and nothing else, while the list has been out of reach for over an hour', async () => {
  const call = await signIn(product.url, 'pro_v6.active');
  expect(await enrol(call)).toBe(201);
  await answering({ status: 503, body: '' });
  expect(await enrol(call)).toBe(201);
  time += 3_700_000;
  await answering(answer);
  const refused = await call('POST /api/systems', { name: 'new' });
  expect([refused.status, refused.body.code]).toEqual([503, 'enrolment_paused']);
  expect((await call('GET /api/systems')).status).toBe(200);
  expect((await call('POST /api/patrol/runs')).status).toBe(201);
  await answering({ status: 200, body: '{"revoked_tokens": []}' });
  expect(await enrol(call)).toBe(503);
  await answering(list());
  expect(await enrol(call)).toBe(201);
});

it('ends a session that the list names, and keeps doing so while the list is gone', async () => {
  const call = await signIn(product.url, 'pro_v6.active');
  const { body } = await anonymous(product.url)('POST /api/session', {
    email: 'pro_v6.active@pulse.example',
    password: 'pulse-demo-password',
  });
  const [, payload = ''] = String(body.token).split('.');
  const { jti } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { jti: string };
  const revoked = () =>
    fetch(`${product.url}/api/systems`, { headers: { authorization: `Bearer ${String(body.token)}` } });
  expect((await revoked()).status).toBe(200);
  await answering(list('somebody-else', jti));
  expect((await revoked()).status).toBe(401);
  await answering({ status: 500, body: 'down' });
  expect((await revoked()).status).toBe(401);
  expect((await call('GET /api/systems')).status).toBe(200);
});

it('is watched by the product as it is started: without any list, nothing new is trusted', async () => {
  const closed = createServer().listen(0, '127.0.0.1');
  await once(closed, 'listening');
  const url = addressOf(closed);
  closed.close();
  const started = await runProduct({ PULSE_REVOCATIONS_URL: url });
  const call = await signIn(started.url, 'pro_v6.active');
  expect([await enrol(call), (await call('GET /api/systems')).status]).toEqual([503, 200]);
  await started.end();
  await started.clean();
});

it('does not start with an address that is none', async () => {
  const wrong = await runProduct({ PULSE_REVOCATIONS_URL: 'ftp://lists.example' });
  expect(await wrong.end()).toBe(2);
  expect(wrong.errors()).toMatch(/PULSE_REVOCATIONS_URL is "ftp:\/\/lists\.example"; write an address/);
  await wrong.clean();
});
