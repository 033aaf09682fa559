/** The product as it is started, with a revocation list that is there, wrong, gone and back, while the clock is moved. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anonymous, type Call, signIn } from './call-product.ts';
import { type RunningProduct, runProduct } from './run-product.ts';

type Answer = { status: number; body: string };
const list = (...revoked_tokens: string[]): Answer => ({
  status: 200,
  body: JSON.stringify({ revoked_tokens, minimum_versions: {} }),
});

let answer: Answer = list();
let asked = 0;
let authority: Server;
let product: RunningProduct;

beforeAll(async () => {
  authority = createServer((_, response) => {
    response.writeHead(answer.status).end(answer.body, () => asked++);
  }).listen(0, '127.0.0.1');
  await once(authority, 'listening');
  product = await runProduct({
    PULSE_SANDBOX: 'pulse-example',
    PULSE_REVOCATIONS_URL: `http://127.0.0.1:${(authority.address() as AddressInfo).port}/revocations`,
    PULSE_REVOCATIONS_SECONDS: '1',
  });
}, 30_000);
afterAll(async () => {
  await product?.end();
  await product?.clean();
  authority?.close();
});

/** From the next answer on, twice: an attempt that was under way may still carry the one before. */
async function answering(next: Answer): Promise<void> {
  answer = next;
  const until = asked + 2;
  await expect.poll(() => asked, { timeout: 10_000 }).toBeGreaterThanOrEqual(until);
  // Sent is not read yet, over there.
  await new Promise((resolve) => setTimeout(resolve, 100));
}
const forward = (seconds: number) => anonymous(product.url)('PUT /api/sandbox/clock', { forward_seconds: seconds });
const enrol = async (call: Call) => (await call('POST /api/systems', { name: 'new' })).status;

it('holds back new systems, and nothing else, while the list has been out of reach for over an hour', async () => {
  expect(await enrol(await signIn(product.url, 'pro_v6.active'))).toBe(201);
  await answering({ status: 503, body: '' });
  expect(await enrol(await signIn(product.url, 'pro_v6.active'))).toBe(201);
  await forward(3700);
  const call = await signIn(product.url, 'pro_v6.active');
  expect(await call('POST /api/systems', { name: 'new' })).toMatchObject({
    status: 503,
    body: { code: 'enrolment_paused' },
  });
  expect((await call('GET /api/systems')).status).toBe(200);
  expect((await call('POST /api/patrol/runs')).status).toBe(201);
  await answering({ status: 200, body: '{"revoked_tokens": []}' });
  expect(await enrol(call)).toBe(503);
  await answering(list());
  expect(await enrol(call)).toBe(201);
});

it('ends a session that the list names, and keeps doing so while the list is gone', async () => {
  const [call, other] = [await signIn(product.url, 'pro_v6.active'), await signIn(product.url, 'pro_v6.active')];
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
  expect([(await call('GET /api/systems')).status, (await other('GET /api/systems')).status]).toEqual([200, 200]);
});

it('does not start with an address that is none', async () => {
  const wrong = await runProduct({ PULSE_REVOCATIONS_URL: 'ftp://lists.example' });
  expect(await wrong.end()).toBe(2);
  expect(wrong.errors()).toMatch(/PULSE_REVOCATIONS_URL is "ftp:\/\/lists\.example"; write an address/);
  await wrong.clean();
});
