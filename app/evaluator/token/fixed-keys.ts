/** Keys that never change enter; the one that a token was signed with leaves. */

import {
  type CryptoKey,
  createLocalJWKSet,
  type JSONWebKeySet,
  type JWK,
  type JWTHeaderParameters,
  type KeyObject,
} from 'jose';
import type { Found, KeySet } from './key-set.ts';

type Resolve = (header: JWTHeaderParameters) => CryptoKey | KeyObject | Promise<CryptoKey>;

export class FixedKeys implements KeySet {
  readonly current: object = this;
  private readonly resolve: Resolve;

  constructor(keys: CryptoKey | KeyObject | JWK | JSONWebKeySet) {
    this.resolve = resolverOf(keys);
  }

  ready(): undefined {
    return undefined;
  }

  async find(header: JWTHeaderParameters): Promise<Found> {
    return { key: await this.resolve(header), set: this };
  }
}

function resolverOf(keys: CryptoKey | KeyObject | JWK | JSONWebKeySet): Resolve {
  if (typeof keys !== 'object' || keys === null)
    throw new TypeError(`keys: expected public keys, found ${typeof keys}`);
  if ('keys' in keys) return localSet(keys as JSONWebKeySet);
  if ('kty' in keys) return localSet({ keys: [keys as JWK] });
  const key = keys as CryptoKey | KeyObject;
  if (key.type !== 'public') throw new TypeError(`keys: expected a public key, found ${key.type ?? 'something else'}`);
  return () => key;
}

/** Only signed tokens are read: a secret in the set, or the private half of a key, is a mistake that must not go live. */
function localSet(set: JSONWebKeySet): Resolve {
  const resolve = createLocalJWKSet(set);
  const secret = set.keys.findIndex((key) => key.kty === 'oct' || key.d !== undefined);
  if (secret >= 0) throw new TypeError(`keys: expected public keys, found a secret or private one at place ${secret}`);
  return resolve;
}
