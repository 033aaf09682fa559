/** A password enters; a salted hash leaves, and whether a password matches one. */

import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

// N is far below the 131072 advised for real customers: the accounts of this example share a published password, and
// the verifier signs in as each of them. The cost stands in every hash, so raising it leaves old hashes readable.
const COST = 1024;
const LENGTH = 32;

/** `scrypt$cost$salt$hash`, salt and hash in base64. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, COST);
  return ['scrypt', COST, salt.toString('base64'), hash.toString('base64')].join('$');
}

/** False for a stored text that is no such hash. */
export async function passwordMatches(password: string, stored: string): Promise<boolean> {
  const [kind, cost, salt, hash] = stored.split('$');
  if (kind !== 'scrypt' || !cost || !salt || !hash) return false;
  const expected = Buffer.from(hash, 'base64');
  const actual = await derive(password, Buffer.from(salt, 'base64'), Number(cost));
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

function derive(password: string, salt: Buffer, cost: number): Promise<Buffer> {
  const options: ScryptOptions = { N: cost, r: 8, p: 1 };
  return new Promise((resolve, reject) => {
    scrypt(password, salt, LENGTH, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
