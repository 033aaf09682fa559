/** A token that is signed here is one that others accept: jose verifies each with the other half of its key. */
import { createPublicKey, createSecretKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { jwtVerify } from 'jose';
import { expect, it } from 'vitest';
import type { TokenAlgorithm } from '../../../verifier/config/holder-way.ts';
import { readTokenKey, signToken } from '../../../verifier/holders/sign-token.ts';

const SHARED = 'a shared key of thirty-two bytes, or more';
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const ed = generateKeyPairSync('ed25519').privateKey;
const pem = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }).toString();
const jwk = (key: KeyObject) => JSON.stringify(key.export({ format: 'jwk' }));

it.each<[string, TokenAlgorithm, string, KeyObject]>([
  ['a shared key', 'HS256', SHARED, createSecretKey(Buffer.from(SHARED))],
  ['a PEM of RSA', 'RS256', pem(rsa), createPublicKey(rsa)],
  ['an older PEM of RSA', 'PS256', rsa.export({ type: 'pkcs1', format: 'pem' }).toString(), createPublicKey(rsa)],
  ['a PEM in one line', 'ES256', pem(ec).replaceAll('\n', '\\n'), createPublicKey(ec)],
  ['a JWK', 'ES256', jwk(ec), createPublicKey(ec)],
  ['an Ed25519 key', 'EdDSA', pem(ed), createPublicKey(ed)],
])('with %s (%s)', async (_, alg, text, verifier) => {
  const config = {
    ...{ alg, key: 'k', lifetime: '90 seconds', header: { kid: 'of-{state}' } },
    claims: { sub: '{version}', nested: { state: ['{state}'] }, at: '{now}', nbf: '{now}' },
  };
  const now = Math.floor(Date.now() / 1000);
  const token = await signToken(config, await readTokenKey(config, text), { version: 'pro_v6', state: 'grace' }, now);
  const { payload, protectedHeader } = await jwtVerify(token, verifier, { algorithms: [alg] });
  expect(payload).toEqual({ sub: 'pro_v6', nested: { state: ['grace'] }, at: now, nbf: now, iat: now, exp: now + 90 });
  expect(protectedHeader).toEqual({ alg, typ: 'JWT', kid: 'of-grace' });
});

it('with a shared key in base64', async () => {
  const config = { alg: 'HS256' as const, key: 'k', base64: true, claims: {} };
  const key = await readTokenKey(config, Buffer.from(SHARED).toString('base64'));
  await expect(
    jwtVerify(await signToken(config, key, {}), createSecretKey(Buffer.from(SHARED))),
  ).resolves.toBeDefined();
});

it('states its own end where the claims do', async () => {
  const config = { alg: 'HS256' as const, key: 'k', claims: { exp: 1 } };
  const token = await signToken(config, await readTokenKey(config, SHARED), {});
  await expect(jwtVerify(token, createSecretKey(Buffer.from(SHARED)))).rejects.toMatchObject({
    code: 'ERR_JWT_EXPIRED',
  });
});
