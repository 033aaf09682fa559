/** Signed tokens go in; the times of reading one first, and again, come out as multiples of a bare verification. */
import { generateKeyPairSync } from 'node:crypto';
import { jwtVerify } from 'jose';
import { table } from '../../app/entitlements.gen.ts';
import { signClaims, TokenSource } from '../../app/evaluator/token/index.ts';
import { type Measured, median } from './measured.ts';

const ROUNDS = 41;
const TOKENS = 100;
const REPEATED = 20_000;
const FIRST_TARGET = 1.15;
const REPEATED_TARGET = 0.01;
const ISSUER = 'https://licence.example';
const AUDIENCE = 'pulse';
const NO_REVOCATIONS = { revoked_tokens: [], minimum_versions: {} };

/** Rejects when a token does not hold, since then it was not measured. */
export async function tokens(): Promise<Measured[]> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const signed = await Promise.all(Array.from({ length: TOKENS }, (_, i) => sign(privateKey, i)));
  const verify = async () => {
    for (const token of signed) await bareVerification(token, publicKey);
  };
  const first = async () => {
    const source = sourceOf(publicKey);
    for (const token of signed) await mustHold(source, token);
  };
  const warm = sourceOf(publicKey);
  for (const token of signed) await mustHold(warm, token);
  const fresh = Array.from({ length: REPEATED }, (_, i) => Buffer.from(signed[i % TOKENS]!, 'latin1'));
  const again = async () => {
    // A text as it comes from a request: never seen, so that its hash is not known to the engine.
    const texts = fresh.map((bytes) => bytes.toString('latin1'));
    const started = performance.now();
    for (const text of texts) await warm.read(text);
    return performance.now() - started;
  };
  for (const work of [verify, first, again, verify, first, again]) await work();
  const ratios = { first: [] as number[], again: [] as number[] };
  const micros = { verify: [] as number[], first: [] as number[], again: [] as number[] };
  for (let i = 0; i < ROUNDS; i += 1) {
    const before = await timed(verify);
    const firsts = await timed(first);
    const after = await timed(verify);
    const bare = (before + after) / 2 / TOKENS;
    const repeated = (await again()) / REPEATED;
    ratios.first.push(firsts / TOKENS / bare);
    ratios.again.push(repeated / bare);
    micros.verify.push(bare * 1000);
    micros.first.push((firsts / TOKENS) * 1000);
    micros.again.push(repeated * 1000);
  }
  const shown = Object.entries(micros).map(([name, all]) => `${name} ${median(all).toFixed(2)} µs`);
  console.log(`a token of ${signed[0]!.length} characters: ${shown.join(', ')}`);
  return [
    { what: 'a token read first, as a multiple of jwtVerify', ratio: median(ratios.first), target: FIRST_TARGET },
    { what: 'a token read again, as a multiple of jwtVerify', ratio: median(ratios.again), target: REPEATED_TARGET },
  ];
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

async function mustHold(source: TokenSource, token: string): Promise<void> {
  const { claims, problems } = await source.read(token);
  if (!claims) throw new Error(problems.join('; '));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
