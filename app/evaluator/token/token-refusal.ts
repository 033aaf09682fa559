/** A reason enters; what is told of a token that does not hold leaves, never with a part of the token in it. */

import type { ClaimsRead } from '../claims.ts';

const WORDS = {
  not_text: 'expected a text; nothing else can be a token',
  too_long: 'longer than the limit, and not looked at; see `longest`',
  malformed: 'expected three parts of base64url with dots between them (a JWS in compact form), whole and unchanged',
  not_supported: 'its header asks for what nobody here understands (`crit`)',
  algorithm_refused: 'signed by an algorithm that is not on the list; see `algorithms`',
  keys_missing: 'the keys could never be read, so nothing can be verified; see what was told to `onFault`',
  key_unknown: 'signed with a key that is not in the set; it was withdrawn, or the token comes from elsewhere',
  key_unnamed: 'names no key (`kid`), and more than one could be meant',
  key_unfit: 'its algorithm does not fit the key',
  signature_wrong: 'the signature does not hold: the token was altered, or signed with another key',
  payload_malformed: 'expected a JSON object as payload',
  issuer_wrong: 'not from this issuer (`iss`)',
  audience_wrong: 'not meant for this product (`aud`)',
  end_missing: 'has no end (`exp`); a token that lasts forever is never accepted',
  expired: 'has ended (`exp`); ask for a new one, and see that the clock is right',
  not_yet_valid: 'does not hold yet (`nbf`); see that the clock is right',
  from_the_future: 'was issued later than now (`iat`); see that the clock is right',
  claim_malformed: 'a registered claim (`exp`, `nbf`, `iat`, `iss`, `aud`, `sub`, `jti`, `ver`) is of a wrong type',
  not_revocable: 'names neither itself (`jti`) nor its holder (`sub`), so it could never be revoked',
  revoked: 'was revoked (`jti`)',
  version_revoked: 'is of a version (`ver`) that was revoked for its holder',
  revocations_missing: 'the revocation list could never be read; see what was told to `onFault`',
  revocations_too_old: 'the last known revocation list is too old to rely on; see what was told to `onFault`',
  not_judged: 'a fault while it was read; nothing is granted on a guess',
} as const;

/** What stands after `token/` in the first problem of a refused token. Permanent; new ones may be added. */
export type TokenRefusal = keyof typeof WORDS;

export function refused(reason: TokenRefusal): ClaimsRead {
  return { from: 'live', problems: [`token/${reason}: ${WORDS[reason]}`] };
}
