/** Claims and a private key enter; a signed token that ends soon leaves. For licence servers, audits and tests. */

import { type CryptoKey, type JWK, type KeyObject, SignJWT } from 'jose';
import type { Claims } from '../claims.ts';
import { readClaims } from '../read-claims.ts';
import type { EntitlementTable } from '../table.ts';
import { checkAlgorithms, DEFAULT_ALGORITHM, type SignatureAlgorithm } from './algorithms.ts';

const QUARTER_OF_AN_HOUR = 900_000;

export interface SignOptions {
  readonly key: CryptoKey | KeyObject | JWK;
  /** `kid`, by which the key is found in a set. */
  readonly keyId?: string;
  readonly issuer: string;
  readonly audience: string | readonly string[];
  /** `sub`, `ver` and `jti`: the holder, the version below which tokens can be revoked, and the token itself. */
  readonly holder?: string;
  readonly version?: number;
  /** A random one when left out. */
  readonly tokenId?: string;
  /** Milliseconds until it ends; 900,000 (a quarter of an hour) when left out. */
  readonly lifetime?: number;
  /** Milliseconds since 1970 from which it counts, where it does not count at once. */
  readonly notBefore?: number;
  readonly algorithm?: SignatureAlgorithm;
  /** Milliseconds since 1970; the system's clock when left out. */
  readonly now?: () => number;
}

/**
 * Writes the claims as `readClaims` gives them: today's names only, with the numbers of a plan that the table knows.
 * Rejects with a TypeError on claims that are of a wrong type, so that a mistake is met where it is made, and on a key
 * that does not fit.
 */
export async function signClaims(table: EntitlementTable, claims: Claims, options: SignOptions): Promise<string> {
  const { claims: written, problems } = readClaims(table, claims);
  if (problems.length) throw new TypeError(`claims that cannot be signed: ${problems.join('; ')}`);
  const { key, keyId, issuer, audience, holder, version, lifetime = QUARTER_OF_AN_HOUR, notBefore } = options;
  if (!(lifetime > 0 && Number.isFinite(lifetime)))
    throw new TypeError(`lifetime: expected milliseconds above 0, found ${lifetime}`);
  const [algorithm] = checkAlgorithms([options.algorithm ?? DEFAULT_ALGORITHM]);
  const now = (options.now ?? Date.now)();
  const token = new SignJWT({ ...written, ...(version !== undefined && { ver: version }) })
    .setProtectedHeader({ alg: algorithm!, ...(keyId !== undefined && { kid: keyId }) })
    .setIssuer(issuer)
    .setAudience([audience].flat())
    .setJti(options.tokenId ?? crypto.randomUUID())
    .setIssuedAt(seconds(now))
    .setExpirationTime(seconds(now + lifetime));
  if (holder !== undefined) token.setSubject(holder);
  if (notBefore !== undefined) token.setNotBefore(seconds(notBefore));
  return token.sign(key);
}

function seconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}
