/** A list of algorithm names enters; the same list leaves when each of them signs with a private key. */

/** RFC 7518, RFC 8037 and RFC 9864. Neither `none` nor HMAC, whose key could be anybody's public one, is among them. */
const SIGNATURES = [
  'EdDSA',
  'Ed25519',
  'ES256',
  'ES384',
  'ES512',
  'PS256',
  'PS384',
  'PS512',
  'RS256',
  'RS384',
  'RS512',
] as const;

export type SignatureAlgorithm = (typeof SIGNATURES)[number];

export const DEFAULT_ALGORITHM = 'EdDSA' satisfies SignatureAlgorithm;

/** Throws a TypeError for an empty list and for a name that is not of a signature, as `none` or `HS256`. */
export function checkAlgorithms(names: readonly string[]): string[] {
  const other = names.find((name) => !(SIGNATURES as readonly string[]).includes(name));
  if (other !== undefined || names.length === 0)
    throw new TypeError(`algorithms: expected some of ${SIGNATURES.join(', ')}; found ${other ?? 'none of them'}`);
  return [...names];
}
