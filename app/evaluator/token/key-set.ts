/** Public keys, a JSON Web Key Set or its address enter; the key that a token was signed with leaves. */

import type { CryptoKey, JSONWebKeySet, JWK, JWTHeaderParameters, KeyObject } from 'jose';
import { FetchedKeys, type FetchedKeysOptions } from './fetched-keys.ts';
import { FixedKeys } from './fixed-keys.ts';

/**
 * A public key (`createPublicKey(pem)` of `node:crypto` gives one), a JSON Web Key Set (RFC 7517), the address of one, or
 * a function that gives one.
 */
export type VerificationKeys =
  | CryptoKey
  | KeyObject
  | JWK
  | JSONWebKeySet
  | URL
  | ((signal: AbortSignal) => Promise<unknown>);

export interface KeySet {
  /** The set that counts now, another object as soon as a key was added or withdrawn; missing when none could be read. */
  readonly current: object | undefined;
  /** What has to be waited for before `current` may be relied on, or nothing. */
  ready(now: number): Promise<void> | undefined;
  /** Rejects as `createLocalJWKSet` does when no key, or more than one, fits the header. */
  find(header: JWTHeaderParameters, now: number): Promise<Found>;
}

export interface Found {
  readonly key: CryptoKey | KeyObject;
  /** The set that it was found in: as long as that is `current`, what the key has verified holds. */
  readonly set: object;
}

/** Throws a TypeError for a key that is not public, and for what is no key. */
export function openKeySet(keys: VerificationKeys, options: FetchedKeysOptions): KeySet {
  if (typeof keys === 'function') return new FetchedKeys(keys, options);
  if (keys instanceof URL) return new FetchedKeys((signal) => fetchKeys(keys, signal), options);
  return new FixedKeys(keys);
}

async function fetchKeys(url: URL, signal: AbortSignal): Promise<unknown> {
  const headers = { accept: 'application/jwk-set+json, application/json' };
  const response = await fetch(url, { signal, headers, redirect: 'error' });
  if (response.status !== 200) throw new Error(`the key set answered ${response.status}, expected 200`);
  return response.json();
}
