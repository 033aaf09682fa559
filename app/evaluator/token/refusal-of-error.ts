/** What `jose` threw enters; the reason to tell leaves. */

import type { TokenRefusal } from './token-refusal.ts';

const BY_CODE: Readonly<Record<string, TokenRefusal>> = {
  ERR_JOSE_ALG_NOT_ALLOWED: 'algorithm_refused',
  ERR_JOSE_NOT_SUPPORTED: 'not_supported',
  ERR_JWKS_INVALID: 'key_unfit',
  ERR_JWKS_MULTIPLE_MATCHING_KEYS: 'key_unnamed',
  ERR_JWKS_NO_MATCHING_KEY: 'key_unknown',
  ERR_JWS_INVALID: 'malformed',
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: 'signature_wrong',
  ERR_JWT_EXPIRED: 'expired',
  ERR_JWT_INVALID: 'payload_malformed',
};

const BY_CLAIM: Readonly<Record<string, TokenRefusal>> = {
  aud: 'audience_wrong',
  iss: 'issuer_wrong',
  nbf: 'not_yet_valid',
};

export function refusalOfError(error: unknown): TokenRefusal {
  const { code, claim, reason } = (error ?? {}) as { code?: string; claim?: string; reason?: string };
  if (code === 'ERR_JWT_CLAIM_VALIDATION_FAILED') return refusalOfClaim(claim ?? '', reason);
  // Thrown for a key of another kind than the algorithm needs.
  const isOfKey = error instanceof TypeError || error instanceof DOMException;
  return BY_CODE[code ?? ''] ?? (isOfKey ? 'key_unfit' : 'not_judged');
}

function refusalOfClaim(claim: string, reason: string | undefined): TokenRefusal {
  if (claim === 'exp' && reason === 'missing') return 'end_missing';
  return reason === 'invalid' ? 'claim_malformed' : (BY_CLAIM[claim] ?? 'claim_malformed');
}
