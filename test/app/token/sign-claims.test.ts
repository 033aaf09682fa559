import fc from 'fast-check';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { expect, it } from 'vitest';
import type { Claims } from '../../../app/evaluator/claims.ts';
import { readClaims } from '../../../app/evaluator/read-claims.ts';
import { smallTable } from '../small-table.ts';
import { AUDIENCE, ISSUER, PAID, pair, START, sign, sourceAt } from './story.ts';

it('a token says who, for whom, until when, and ends soon', async () => {
  const token = await sign(PAID, { keyId: 'january', version: 3, tokenId: 'one' });
  const at = START / 1000;
  expect(decodeProtectedHeader(token)).toEqual({ alg: 'EdDSA', kid: 'january' });
  expect(decodeJwt(token)).toEqual({
    ...PAID,
    iss: ISSUER,
    aud: [AUDIENCE],
    sub: 'org_1',
    jti: 'one',
    ver: 3,
    iat: at,
    exp: at + 900,
  });
});

it('every token has an id of its own', async () => {
  const ids = await Promise.all(Array.from({ length: 5 }, async () => decodeJwt(await sign()).jti));
  expect(new Set(ids).size).toBe(5);
});

it('aliases are never written, and the numbers are those of the plan', async () => {
  const old = {
    plan_version: 'paid-2019',
    capabilities: ['download', 'export'],
    limits: { max_things: 3, closed: 'unlimited' },
  } as const;
  const { plan_version, capabilities, limits } = decodeJwt(await sign(old));
  expect({ plan_version, capabilities, limits }).toEqual({
    plan_version: 'paid_v1',
    capabilities: ['export'],
    limits: { closed: 0, things: 5 },
  });
});

it('a missing plan version stays missing, and an unknown one gets no numbers', async () => {
  expect(decodeJwt(await sign({ subscription_state: 'active' }))).not.toHaveProperty('plan_version');
  expect(decodeJwt(await sign({ plan_version: 'gold_v9', limits: { things: 7 } })).limits).toEqual({});
});

it.each([
  ['a version that is a number', { plan_version: 5 }, 'plan_version'],
  ['a limit below 0', { limits: { things: -1 } }, 'limits.things'],
  ['capabilities as a text', { capabilities: 'all' }, 'capabilities'],
])('%s is not signed', async (_, claims, named) => {
  await expect(sign(claims as unknown as Claims)).rejects.toThrow(named);
});

it.each([
  ['no lifetime', { lifetime: 0 }],
  ['an endless one', { lifetime: Number.POSITIVE_INFINITY }],
  ['a public key', { key: pair.publicKey }],
  ['HMAC', { algorithm: 'HS256' as 'EdDSA' }],
  ['none', { algorithm: 'none' as 'EdDSA' }],
])('%s is refused', async (_, options) => {
  await expect(sign(PAID, options)).rejects.toThrow(TypeError);
});

it('what is signed is read as what it means', async () => {
  const source = sourceAt(() => START);
  const name = fc.constantFrom(
    'view',
    'export',
    'download',
    'things',
    'max_things',
    'open',
    'new',
    '__proto__',
    'constructor',
  );
  const limits = fc
    .array(fc.tuple(name, fc.oneof(fc.nat(), fc.constant('unlimited' as const))))
    .map((all) => Object.fromEntries(all));
  const claims = fc.record(
    {
      plan_version: fc.constantFrom('free_v1', 'paid_v1', 'paid-2019', 'gold_v9', 'toString'),
      subscription_state: fc.constantFrom('trial', 'active', 'paused'),
      capabilities: fc.array(name),
      limits,
      meters_enabled: fc.array(name),
      addons: fc.array(fc.tuple(name, fc.integer({ min: 1, max: 9 }))).map((all) => Object.fromEntries(all)),
      state_ends_at: fc.nat(),
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(claims, async (one) => {
      const { claims: read, problems } = await source.read(await sign(one));
      expect([read, problems]).toEqual([readClaims(smallTable, one).claims, []]);
    }),
  );
});
