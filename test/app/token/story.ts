/** What a story about tokens starts with: a licence server's keys, a clock that stands still, and a source to ask. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { exportJWK, SignJWT } from 'jose';
import type { Claims } from '../../../app/evaluator/claims.ts';
import {
  type SignOptions,
  signClaims,
  TokenSource,
  type TokenSourceOptions,
} from '../../../app/evaluator/token/index.ts';
import { smallTable } from '../small-table.ts';

export const ISSUER = 'https://licence.example';
export const AUDIENCE = 'small';
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const START = Date.UTC(2026, 0, 15, 12);
export const PAID: Claims = { plan_version: 'paid_v1', subscription_state: 'active' };

export const pair = generateKeyPairSync('ed25519');
export const otherPair = generateKeyPairSync('ed25519');

export function startClock(): { time: number; now: () => number } {
  const clock = { time: START, now: () => clock.time };
  return clock;
}

export function sourceAt(now: () => number, options: Partial<TokenSourceOptions> = {}): TokenSource {
  const faultsFail = ({ message }: { message: string }) => {
    throw new Error(message);
  };
  const always = { keys: pair.publicKey, issuer: ISSUER, audience: AUDIENCE, onFault: faultsFail };
  return new TokenSource(smallTable, { ...always, now, ...options });
}

export function sign(claims: Claims = PAID, options: Partial<SignOptions> = {}): Promise<string> {
  const always = { key: pair.privateKey, issuer: ISSUER, audience: AUDIENCE, holder: 'org_1', now: () => START };
  return signClaims(smallTable, claims, { ...always, ...options });
}

/** Any payload at all, under the right signature: what `signClaims` would never write. */
export function signAnything(payload: Record<string, unknown>, key: KeyObject = pair.privateKey): Promise<string> {
  return new SignJWT({ iss: ISSUER, aud: AUDIENCE, sub: 'org_1', jti: 'a', exp: START / 1000 + 900, ...payload })
    .setProtectedHeader({ alg: 'EdDSA' })
    .sign(key);
}

export function part(value: unknown): string {
  return Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
}

/** The public half as a set's member. */
export async function member(key: KeyObject, kid: string) {
  return { ...(await exportJWK(key)), kid, use: 'sig' };
}

/** The reason alone, or `accepted`. */
export async function verdict(source: TokenSource, token: string): Promise<string> {
  const { claims, problems } = await source.read(token);
  return claims ? 'accepted' : (/^token\/(\w+): /.exec(problems[0] ?? '')?.[1] ?? `told badly: ${problems[0]}`);
}
