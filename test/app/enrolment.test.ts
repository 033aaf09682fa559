import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Call, signIn } from './call-product.ts';
import { type ServedProduct, serveProduct } from './serve-product.ts';

let served: ServedProduct;
let staleFor = 0;
const HOUR_MS = 3_600_000;

beforeAll(async () => {
  served = await serveProduct({ revocations: { staleFor: () => staleFor, revokes: () => false } });
}, 30_000);
afterAll(() => served?.close());

async function enrol(call: Call, times: number): Promise<Awaited<ReturnType<Call>>[]> {
  const answers = [];
  for (let n = 0; n < times; n++) answers.push(await call('POST /api/systems', { name: `Enrolled ${n}` }));
  return answers;
}

it('takes a hundred systems an hour of one organisation from one address, in all processes together', async () => {
  const call = await signIn(served.url, 'pro_v6.active');
  const other = await signIn((await served.beside({})).url, 'pro_v6.active');
  for (const each of [call, other]) {
    const answers = await enrol(each, 50);
    expect(answers.filter(({ status }) => status !== 201)).toEqual([]);
    served.pass(60);
  }
  const { status, headers, body } = (await enrol(call, 1))[0]!;
  expect([status, body.code, headers.get('retry-after')]).toEqual([429, 'enrolment_rate_limited', '3480']);
  expect(body.details).toEqual({ retry_after_seconds: 3480 });
  expect(body.message).toMatch(/^100 systems .* in 58 minutes\. What is monitored already continues\.$/);
  expect((await call('GET /api/systems')).body.items).toHaveLength(102);
  expect((await call('POST /api/patrol/runs')).status).toBe(201);
  expect((await enrol(await signIn(served.url, 'pro_v6.grace'), 1))[0]?.status).toBe(201);
  served.pass(3480);
  expect((await enrol(call, 1))[0]?.status).toBe(201);
});

it('has a ceiling for everybody together', async () => {
  served.pass(3600);
  const { url } = await served.beside({ enrolment: { perHour: 2, ceiling: 3 } });
  const [one, two] = [await signIn(url, 'relay_v6.active'), await signIn(url, 'relay_v6.grace')];
  expect((await enrol(one, 3)).map(({ body }) => body.code)).toEqual([undefined, undefined, 'enrolment_rate_limited']);
  const answers = await enrol(two, 2);
  expect(answers.map(({ body }) => body.code)).toEqual([undefined, 'enrolment_ceiling_reached']);
  expect(answers[1]?.headers.get('retry-after')).toBe('3600');
});

it('holds back new systems, and nothing else, once the revocation list was out of reach for an hour', async () => {
  const call = await signIn(served.url, 'business_v6.active');
  staleFor = HOUR_MS;
  const { body } = (await enrol(call, 1))[0]!;
  const { id } = body.system as { id: number };
  for (const age of [HOUR_MS + 1, Number.POSITIVE_INFINITY, Number.NaN]) {
    staleFor = age;
    const [refused] = await enrol(call, 1);
    expect([age, refused?.status, refused?.body.code]).toEqual([age, 503, 'enrolment_paused']);
  }
  expect((await call('GET /api/systems')).body.items).toHaveLength(3);
  expect((await call('POST /api/patrol/runs')).status).toBe(201);
  expect((await call(`DELETE /api/systems/${id}`)).status).toBe(204);
  const provider = await signIn(served.url, 'msp_scale.active');
  expect((await provider('POST /api/workspaces', { name: 'New' })).status).toBe(201);
  staleFor = 0;
  expect((await enrol(call, 1))[0]?.status).toBe(201);
});

it('counts nothing for who may not add systems', async () => {
  const { url } = await served.beside({ enrolment: { perHour: 1, ceiling: 1000 } });
  const reader = await signIn(url, 'enterprise_v6.active.read-only');
  expect((await enrol(reader, 2)).map(({ status }) => status)).toEqual([403, 403]);
  expect((await enrol(await signIn(url, 'enterprise_v6.active'), 1))[0]?.status).toBe(201);
});

it('forgets what no longer counts', async () => {
  served.pass(7200);
  await enrol(await signIn(served.url, 'business_v6.grace'), 1);
  const left = await served.product.database.selectFrom('attempt').select('at').execute();
  expect(left).toHaveLength(1);
});
