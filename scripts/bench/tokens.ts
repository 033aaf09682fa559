/** Signed tokens go in; the times of reading one first, and again, come out as multiples of a bare verification. */
import { generateKeyPairSync } from 'node:crypto';
import { jwtVerify } from 'jose';
import { table } from '../../app/entitlements.gen.ts';
import { signClaims, TokenSource } from '../../app/evaluator/token/index.ts';
import { type Measured, median } from './measured.ts';

const ROUNDS = 31;
const TOKENS = 100;
const BATCH = 500;
const BATCHES = 5;
const FIRST_TARGET = 1.15;
const REPEATED_TARGET = 0.01;
const ISSUER = 'https://licence.example';
const AUDIENCE = 'pulse';
const NO_REVOCATIONS = { revoked_tokens: [], minimum_versions: {} };

interface Times {
  bare: number[];
  first: number[];
  again: number[];
}

/**
 * Each token is verified bare and read first right after each other, so that a busy machine hits both; medians of single
 * times leave out what it took away. Rejects when a token does not hold, since then it was not measured.
 */
export async function tokens(): Promise<Measured[]> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const signed = await Promise.all(Array.from({ length: TOKENS }, (_, i) => sign(privateKey, i)));
  const warmUp: Times = { bare: [], first: [], again: [] };
  const times: Times = { bare: [], first: [], again: [] };
  for (let i = 0; i < ROUNDS; i += 1) await round(signed, publicKey, i < ROUNDS / 5 ? warmUp : times);
  const [bare, first, again] = [times.bare, times.first, times.again].map(median) as [number, number, number];
  const [b, f, a] = [bare, first, again].map((milliseconds) => (milliseconds * 1000).toFixed(2));
  console.log(`a token of ${signed[0]!.length} characters: verified ${b} µs, read first ${f} µs, read again ${a} µs`);
  return [
    { what: 'a token read first, as a multiple of jwtVerify', ratio: first / bare, target: FIRST_TARGET },
    { what: 'a token read again, as a multiple of jwtVerify', ratio: again / bare, target: REPEATED_TARGET },
  ];
}

/** A source that knows none of the tokens reads each of them, then again in texts of their own. */
async function round(signed: readonly string[], key: Key, times: Times): Promise<void> {
  const source = sourceOf(key);
  await source.revocations!.renew();
  for (const token of signed) {
    times.bare.push(await timed(() => bareVerification(token, key)));
    times.first.push(await timed(() => source.read(token)));
  }
  for (const token of signed) if (!(await source.read(token)).claims) throw new Error('a token does not hold');
  for (let i = 0; i < BATCHES; i += 1) times.again.push((await repeated(source, signed)) / BATCH);
}

/** Milliseconds for a batch of texts as they come from requests: never seen, so that the engine does not know their hashes. */
async function repeated(source: TokenSource, signed: readonly string[]): Promise<number> {
  const texts = Array.from({ length: BATCH }, (_, i) => Buffer.from(signed[i % TOKENS]!).toString('latin1'));
  return timed(async () => {
    for (const text of texts) await source.read(text);
  });
}

type Key = ReturnType<typeof generateKeyPairSync>['publicKey'];

function sign(key: Key, i: number): Promise<string> {
  const [version = '', row] = Object.entries(table.versions).find(([, one]) => one.capabilities.length > 10) ?? [];
  const claims = { plan_version: version, subscription_state: 'active', ...contents(row!) };
  return signClaims(table, claims, { key, issuer: ISSUER, audience: AUDIENCE, holder: `org_${i}`, version: 3 });
}

function contents({ capabilities, limits }: (typeof table.versions)[keyof typeof table.versions]) {
  return { capabilities, limits };
}

function sourceOf(keys: Key): TokenSource {
  const revocations = { fetch: async () => NO_REVOCATIONS };
  return new TokenSource(table, { keys, issuer: ISSUER, audience: AUDIENCE, revocations });
}

function bareVerification(token: string, key: Key) {
  return jwtVerify(token, key, { algorithms: ['EdDSA'], issuer: ISSUER, audience: AUDIENCE });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
