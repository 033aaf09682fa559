/** A payload whose signature holds enters; from when to when it counts, and how it can be revoked, leaves, or a reason. */

import type { Revocable } from './revocations.ts';
import type { TokenRefusal } from './token-refusal.ts';

/** Milliseconds since 1970, the skew of the clock added: it counts from `from` up to, and not at, `until`. */
export interface CheckedPayload extends Revocable {
  readonly from: number;
  readonly until: number;
}

const LONGEST_NAME = 1000;

/** RFC 7519, 4.1. An end has to be there; a start and a time of issue count where they are stated. */
export function checkPayload(
  payload: Readonly<Record<string, unknown>>,
  now: number,
  clockSkew: number,
): CheckedPayload | TokenRefusal {
  const { exp, nbf, iat, ver, jti, sub } = payload;
  if (exp === undefined) return 'end_missing';
  if (!isTime(exp) || !isTimeOrMissing(nbf) || !isTimeOrMissing(iat)) return 'claim_malformed';
  if (!isNameOrMissing(jti) || !isNameOrMissing(sub) || !isVersionOrMissing(ver)) return 'claim_malformed';
  const until = exp * 1000 + clockSkew;
  if (now >= until) return 'expired';
  if (nbf !== undefined && now < nbf * 1000 - clockSkew) return 'not_yet_valid';
  if (iat !== undefined && now < iat * 1000 - clockSkew) return 'from_the_future';
  const from = Math.max(nbf ?? 0, iat ?? 0) * 1000 - clockSkew;
  return { from, until, tokenId: jti, holder: sub, version: ver };
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isTimeOrMissing(value: unknown): value is number | undefined {
  return value === undefined || isTime(value);
}

function isNameOrMissing(value: unknown): value is string | undefined {
  return value === undefined || (typeof value === 'string' && value !== '' && value.length <= LONGEST_NAME);
}

function isVersionOrMissing(value: unknown): value is number | undefined {
  return value === undefined || (Number.isSafeInteger(value) && Number(value) >= 0);
}
