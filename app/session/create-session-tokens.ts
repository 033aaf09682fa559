/** Nothing enters; a signer and a reader of session tokens, whose key lives as long as this process, leave. */

import { randomBytes } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';

export interface SessionTokens {
  /** A JWT (RFC 7519) that names the session and when it ends. */
  sign(sessionId: string, expiresAt: Date): Promise<string>;
  /** The session's id, or undefined for a token that was altered, has ended or comes from elsewhere. */
  read(token: string, now: Date): Promise<string | undefined>;
}

const ALGORITHM = 'HS256';
const ISSUER = 'pulse';
const MOST = 10_000;

export function createSessionTokens(): SessionTokens {
  const key = randomBytes(32);
  // Verified once; only the very same text is known again.
  const known = new Map<string, { id: string; ends: number }>();
  return {
    sign: (sessionId, expiresAt) =>
      new SignJWT()
        .setProtectedHeader({ alg: ALGORITHM })
        .setIssuer(ISSUER)
        .setJti(sessionId)
        .setExpirationTime(expiresAt)
        .sign(key),
    read: async (token, now) => {
      const before = known.get(token);
      if (before) return now.getTime() < before.ends ? before.id : undefined;
      const options = { algorithms: [ALGORITHM], issuer: ISSUER, currentDate: now };
      const verified = await jwtVerify(token, key, options).catch(() => undefined);
      const { jti: id, exp } = verified?.payload ?? {};
      if (id && exp) known.set(token, { id, ends: exp * 1000 });
      if (known.size > MOST) known.delete(known.keys().next().value!);
      return id;
    },
  };
}
