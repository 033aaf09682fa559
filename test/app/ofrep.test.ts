import { OFREPProvider } from '@openfeature/ofrep-provider';
import { ErrorCode, OpenFeature } from '@openfeature/server-sdk';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createApp } from '../../app/create-app.ts';
import { table } from '../../app/entitlements.gen.ts';
import type { EntitlementTable } from '../../app/evaluator/index.ts';
import type { Entitlements } from '../../app/routes/read-entitlements.ts';
import { anonymous, type Call, signIn } from './call-product.ts';
import { type RunningProduct, runProduct } from './run-product.ts';

const BULK = 'POST /ofrep/v1/evaluate/flags';
const KEY = 'workspaces';
let product: RunningProduct;

beforeAll(async () => {
  product = await runProduct();
}, 30_000);

afterAll(async () => {
  await OpenFeature.close();
  await product.end();
  await product.clean();
});

interface Person {
  call: Call;
  token: string;
  context: { targetingKey: string };
}

/** Signed in as the owner of a seeded organisation, with the context that is about it. */
async function personOf(holder: string): Promise<Person> {
  const call = await signIn(product.url, holder);
  const { organisation } = (await call('GET /api/me')).body as { organisation?: { id: number } };
  const credentials = { email: `${holder}@pulse.example`, password: 'pulse-demo-password' };
  const token = String((await anonymous(product.url)('POST /api/session', credentials)).body.token);
  return { call, token, context: { targetingKey: String(organisation?.id) } };
}

async function clientOf({ token }: Pick<Person, 'token'>, domain: string) {
  const headers = { Authorization: `Bearer ${token}` };
  await OpenFeature.setProviderAndWait(domain, new OFREPProvider({ baseUrl: product.url, headers }));
  return OpenFeature.getClient(domain);
}

describe('the OFREP provider of the server SDK', () => {
  it('is told what the organisation has', async () => {
    const [pro, community] = [await personOf('pro_v6.active'), await personOf('community_v6.active')];
    const asPro = await clientOf(pro, 'pro');
    const details = await asPro.getBooleanDetails('audit_logging', false, pro.context);
    expect(details).toMatchObject({ value: true, variant: 'included', reason: 'TARGETING_MATCH' });
    expect(details.flagMetadata).toMatchObject({
      flagSetId: table.product,
      version: table.digest,
      plan_version: 'pro_v6',
      subscription_state: 'active',
    });
    const asCommunity = await clientOf(community, 'community');
    expect(await asCommunity.getBooleanValue('audit_logging', true, community.context)).toBe(false);
  });

  it('is told a limit as an object, with the verdict on a count', async () => {
    const starter = await personOf('msp_starter.active');
    const client = await clientOf(starter, 'starter');
    const limit = table.versions.msp_starter.limits.workspaces;
    const ask = async (count: number) =>
      client.getObjectValue(KEY, {}, { ...starter.context, observed: { [KEY]: count } });
    expect(await client.getObjectValue(KEY, {}, starter.context)).toEqual({ limit, unit: 'client workspaces' });
    expect(await ask(1)).toMatchObject({ verdict: 'allowed' });
    expect(await ask(limit)).toMatchObject({ verdict: 'soft_block' });
    expect(await ask(limit + 1)).toMatchObject({ verdict: 'hard_block' });
    expect(await client.getObjectValue('monitored_systems', {}, starter.context)).toMatchObject({ limit: 'unlimited' });
  });

  it('gives the default for what there is not, what is of another type, and whom it does not know', async () => {
    const pro = await personOf('pro_v6.active');
    const client = await clientOf(pro, 'defaults');
    const codeOf = async (key: string, context: object) =>
      (await client.getBooleanDetails(key, true, context as Person['context'])).errorCode;
    expect(await codeOf('nothing_such', pro.context)).toBe(ErrorCode.FLAG_NOT_FOUND);
    expect(await codeOf('white_label', pro.context)).toBe(ErrorCode.FLAG_NOT_FOUND);
    expect(await codeOf(KEY, pro.context)).toBe(ErrorCode.TYPE_MISMATCH);
    expect(await codeOf('audit_logging', {})).toBe(ErrorCode.TARGETING_KEY_MISSING);
    expect(await codeOf('audit_logging', { ...pro.context, observed: 3 })).toBe(ErrorCode.INVALID_CONTEXT);
    expect(await codeOf('audit_logging', { targetingKey: '999999' })).toBe(ErrorCode.GENERAL);
    const stranger = await clientOf({ token: 'a.b.c' }, 'stranger');
    expect(await stranger.getBooleanDetails('audit_logging', true, pro.context)).toMatchObject({
      value: true,
      reason: 'ERROR',
    });
  });
});

describe('one flag', () => {
  it('is answered as the protocol says, also by an alias and for the account', async () => {
    const { call } = await personOf('pro_v6.active');
    const [alias] = Object.keys(table.aliases.keys);
    const { status, body } = await call(`${BULK}/${alias}`, {
      context: { targetingKey: 'Pro_v6.active@pulse.example' },
    });
    expect([status, Object.keys(body)]).toEqual([200, ['key', 'value', 'reason', 'variant', 'metadata']]);
    expect(body.key).toBe(alias);
  });

  it("that is refused says why, in the protocol's codes", async () => {
    const { call, context } = await personOf('pro_v6.active');
    const refused = async (key: string, body: unknown) => {
      const answer = await call(`${BULK}/${key}`, body);
      return [answer.status, answer.body.key, answer.body.errorCode];
    };
    expect(await refused('white_label', { context })).toEqual([404, 'white_label', 'FLAG_NOT_FOUND']);
    expect(await refused('relay', [])).toEqual([400, 'relay', 'PARSE_ERROR']);
    expect(await refused('relay', undefined)).toEqual([400, 'relay', 'PARSE_ERROR']);
    expect(await refused('relay', {})).toEqual([400, 'relay', 'INVALID_CONTEXT']);
    expect(await refused('relay', { context: {} })).toEqual([400, 'relay', 'TARGETING_KEY_MISSING']);
  });

  it('of another organisation is not answered, and nothing without a session', async () => {
    const [pro, community] = [await personOf('pro_v6.active'), await personOf('community_v6.active')];
    for (const request of [BULK, `${BULK}/audit_logging`]) {
      const foreign = await community.call(request, { context: pro.context });
      expect([foreign.status, foreign.body.code]).toEqual([403, 'foreign_context']);
      expect(JSON.stringify(foreign.body)).not.toContain('pro_v6');
      expect((await anonymous(product.url)(request, { context: pro.context })).status).toBe(401);
    }
  });

  it('is refused to a suspended account', async () => {
    const call = await signIn(product.url, 'pro_v6.suspended');
    const { organisation } = (await call('GET /api/me')).body as { organisation?: { id: number } };
    const answer = await call(`${BULK}/relay`, { context: { targetingKey: String(organisation?.id) } });
    expect([answer.status, answer.body.code]).toEqual([403, 'account_suspended']);
  });

  it('is answered with errorDetails when the product itself fails', async () => {
    const silent = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const tokens = { sign: async () => '', read: async () => 'a session' };
    const app = createApp({ table, database: undefined as never, tokens, now: () => new Date() });
    const answer = await app.request('/ofrep/v1/evaluate/flags/relay', {
      method: 'POST',
      headers: { authorization: 'Bearer a' },
    });
    silent.mockRestore();
    expect([answer.status, Object.keys((await answer.json()) as object)]).toEqual([500, ['errorDetails']]);
  });
});

describe('all flags at once', () => {
  const { capabilities, limits, meters = {} }: EntitlementTable = table;
  const publicKeys = [...Object.entries(capabilities), ...Object.entries(limits), ...Object.entries(meters)]
    .filter(([, { marker }]) => !marker)
    .map(([key]) => key);

  it('are those of the plans, and no marker', async () => {
    const { call, context } = await personOf('pro_v6.active');
    const { body } = await call(BULK, { context });
    const flags = body.flags as { key: string }[];
    expect(flags.map(({ key }) => key)).toEqual(publicKeys);
    expect(JSON.stringify(body)).not.toMatch(/white_label|multi_user|max_agents|demo_fixtures|"key":"unlimited"/);
  });

  it('say what one flag says, and what the product says itself', async () => {
    const { call, context } = await personOf('msp_starter.grace');
    const { body } = await call(BULK, { context });
    const flags = body.flags as { key: string; value: boolean | { limit: unknown } }[];
    const own = (await call('GET /api/entitlements')).body as unknown as Entitlements;
    expect(flags.filter(({ value }) => value === true).map(({ key }) => key)).toEqual(own.capabilities);
    const limits = flags.flatMap(({ key, value }) => (typeof value === 'object' ? [[key, value.limit]] : []));
    expect(limits).toEqual(Object.entries(own.limits).map(([key, { limit }]) => [key, limit]));
    for (const flag of flags.slice(0, 3)) expect((await call(`${BULK}/${flag.key}`, { context })).body).toEqual(flag);
  });

  it('are not sent again while they are the same', async () => {
    const [pro, community] = [await personOf('pro_v6.active'), await personOf('community_v6.active')];
    const post = (person: Person, tag: string, context: object = person.context) =>
      fetch(`${product.url}/ofrep/v1/evaluate/flags`, {
        method: 'POST',
        headers: { authorization: `Bearer ${person.token}`, 'if-none-match': tag },
        body: JSON.stringify({ context }),
      });
    const first = await post(pro, '"another"');
    const tag = first.headers.get('etag') ?? '';
    expect([first.status, tag]).toEqual([200, expect.stringMatching(/^"[\w-]{43}"$/)]);
    for (const asked of [tag, `W/${tag}`, `"a", ${tag}`, '*']) {
      const again = await post(pro, asked);
      expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, tag, '']);
    }
    expect((await post(community, tag)).status).toBe(200);
    expect((await post(pro, tag, { ...pro.context, observed: { [KEY]: 1 } })).status).toBe(200);
  });
});
