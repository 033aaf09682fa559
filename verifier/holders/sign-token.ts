/** How a token is made, its key and who it is for go in; the signed token comes out. */
import { createPrivateKey, type KeyObject } from 'node:crypto';
import type { CryptoKey } from 'jose';
import type { TokenConfig } from '../config/holder-way.ts';
import { fill } from './fill.ts';

export type TokenKey = Uint8Array | KeyObject | CryptoKey;

const SECONDS: Readonly<Record<string, number>> = { second: 1, minute: 60, hour: 3_600, day: 86_400 };
const LIFETIME = '10 minutes';

/** `text` is a shared key, or a private key as PEM or JWK. Throws with a reason that does not hold the key. */
export async function readTokenKey({ alg, base64 }: TokenConfig, text: string): Promise<TokenKey> {
  if (alg.startsWith('HS')) return base64 ? Buffer.from(text, 'base64') : new TextEncoder().encode(text);
  // A variable of the environment often holds a key with its line feeds written out.
  const whole = text.trim().replaceAll('\\n', '\n');
  if (!whole.startsWith('{')) return createPrivateKey(whole);
  const { importJWK } = await import('jose');
  return importJWK(JSON.parse(whole), alg);
}

/** `now` in seconds since 1970. Rejects when the key does not fit the algorithm. */
export async function signToken(
  config: TokenConfig,
  key: TokenKey,
  variables: Readonly<Record<string, string>>,
  now = Math.floor(Date.now() / 1000),
): Promise<string> {
  const { SignJWT } = await import('jose');
  const claims = filledClaims(config.claims, { ...variables, now: String(now) }) as Record<string, unknown>;
  const life = { iat: now, exp: now + secondsOf(config.lifetime ?? LIFETIME) };
  const header = filledClaims(config.header ?? {}, variables) as Record<string, string>;
  return new SignJWT({ ...life, ...claims }).setProtectedHeader({ typ: 'JWT', ...header, alg: config.alg }).sign(key);
}

function secondsOf(lifetime: string): number {
  const [n = '', unit = ''] = lifetime.split(' ');
  return Number(n) * (SECONDS[unit.replace(/s$/, '')] ?? 60);
}

/** A moment in a token is a number (RFC 7519), so `{now}` by itself becomes one. */
function filledClaims(value: unknown, variables: Readonly<Record<string, string>>): unknown {
  if (value === '{now}') return Number(variables.now);
  if (typeof value === 'string') return fill(value, variables);
  if (Array.isArray(value)) return value.map((one) => filledClaims(one, variables));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filledClaims(one, variables)]));
}
