/** A function that fetches a JSON Web Key Set enters; the key that a token was signed with leaves, through rotations. */

import { type CryptoKey, createLocalJWKSet, type JSONWebKeySet, type JWTHeaderParameters } from 'jose';
import { KeptCopy } from './kept-copy.ts';
import type { Found, KeySet } from './key-set.ts';
import { type TokenFault, tellTokenFault } from './token-fault.ts';

export interface FetchedKeysOptions {
  /** Milliseconds after which a key that was withdrawn from the set is accepted no more; 600,000 when left out. */
  readonly keysMaxAge?: number;
  /** The least milliseconds between two fetches for a key that is unknown, or after a failure; 30,000 when left out. */
  readonly keysCoolDown?: number;
  /** Milliseconds until a fetch counts as failed; 5,000 when left out. */
  readonly keysTimeout?: number;
  readonly onFault?: (fault: TokenFault) => void;
}

interface Read {
  readonly text: string;
  readonly resolve: (header: JWTHeaderParameters) => Promise<CryptoKey>;
}

export class FetchedKeys implements KeySet {
  private readonly copy: KeptCopy<Read>;

  constructor(fetch: (signal: AbortSignal) => Promise<unknown>, options: FetchedKeysOptions) {
    const { keysMaxAge = 600_000, keysCoolDown = 30_000, keysTimeout = 5_000, onFault } = options;
    this.copy = new KeptCopy<Read>({
      fetch: async (signal) => fetch(signal),
      parse,
      maxAge: keysMaxAge,
      coolDown: keysCoolDown,
      timeout: keysTimeout,
      onFailing: (cause) =>
        tellTokenFault(this.copy.value === undefined ? 'keys_missing' : 'keys_out_of_reach', cause, onFault),
    });
  }

  get current(): object | undefined {
    return this.copy.value;
  }

  ready(now: number): Promise<void> | undefined {
    return this.copy.ready(now);
  }

  /** A key that the set lacks may be a new one: the set is read once more, though not for every token that claims so. */
  async find(header: JWTHeaderParameters, now: number): Promise<Found> {
    const known = this.copy.value!;
    try {
      return { key: await known.resolve(header), set: known };
    } catch (error) {
      if ((error as { code?: string }).code !== 'ERR_JWKS_NO_MATCHING_KEY') throw error;
      await this.copy.renewOutOfTurn(now);
      const renewed = this.copy.value!;
      if (renewed === known) throw error;
      return { key: await renewed.resolve(header), set: renewed };
    }
  }
}

/** The same set is the same object, so that neither imported keys nor verified tokens are thrown away. */
function parse(answer: unknown, last: Read | undefined): Read {
  const text = JSON.stringify(answer);
  if (last?.text === text) return last;
  return { text, resolve: createLocalJWKSet(answer as JSONWebKeySet) };
}
