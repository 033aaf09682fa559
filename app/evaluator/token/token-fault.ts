/** A fault that lets more through, or less, than is right enters; whoever listens is told, with what to do. */

export interface TokenFault {
  readonly kind:
    | 'keys_out_of_reach'
    | 'keys_missing'
    | 'revocations_out_of_reach'
    | 'revocations_missing'
    | 'revocations_too_old';
  /** One paragraph for the person on duty: what holds meanwhile, and what to do. */
  readonly message: string;
  /** What was thrown, where something was. */
  readonly cause?: unknown;
}

const WORDS: Readonly<Record<TokenFault['kind'], string>> = {
  keys_out_of_reach:
    'the keys of entitlement tokens cannot be read again. Those that are known still count, so a KEY WITHDRAWN SINCE ' +
    'THEN IS STILL ACCEPTED. See that the address of the key set answers 200 with a JSON Web Key Set.',
  keys_missing:
    'the keys of entitlement tokens could not be read once, so EVERY TOKEN IS REFUSED. See that the address of the ' +
    'key set answers 200 with a JSON Web Key Set.',
  revocations_out_of_reach:
    'the revocation list cannot be read again. The last good one still counts, so a TOKEN REVOKED SINCE THEN IS STILL ' +
    'ACCEPTED; 72 hours after that list was read (or what `toleratedFor` says), every token is refused. See that it can ' +
    'be fetched and is whole.',
  revocations_missing:
    'the revocation list could not be read once, so EVERY TOKEN IS REFUSED. See that it can be fetched and is whole, ' +
    'and keep the last good one over a restart (`remembered`).',
  revocations_too_old:
    'the revocation list could not be read again for too long, so EVERY TOKEN IS REFUSED. See that it can be fetched ' +
    'and is whole.',
};

/** Never throws, whatever the listener does. */
export function tellTokenFault(kind: TokenFault['kind'], cause: unknown, tell = cryOnConsole): void {
  try {
    tell({ kind, message: `CRITICAL: ${WORDS[kind]}`, cause });
  } catch {
    // Whoever reads a token asked for claims; a logger that fails is none of its business.
  }
}

function cryOnConsole({ message, cause }: TokenFault): void {
  console.error(message, cause ?? '');
}
