/** An e-mail address and a password enter; a new session with its token leaves, or nothing when they do not match. */

import { randomUUID } from 'node:crypto';
import type { Product } from '../product.ts';
import { passwordMatches } from './hash-password.ts';

export const SESSION_SECONDS = 8 * 3600;
// Compared when nobody bears the address, so that the answer takes as long as for a wrong password.
const NOBODY = `scrypt$1024$AAAAAAAAAAAAAAAAAAAAAA==$${'A'.repeat(43)}=`;

export interface OpenedSession {
  readonly token: string;
  readonly expiresAt: Date;
}

export async function openSession(
  product: Product,
  credentials: { email: string; password: string },
): Promise<OpenedSession | undefined> {
  const account = await product.database
    .selectFrom('account')
    .where('email', '=', credentials.email.trim().toLowerCase())
    .select(['id', 'password'])
    .executeTakeFirst();
  const matches = await passwordMatches(credentials.password, account?.password ?? NOBODY);
  if (!account || !matches) return undefined;
  const id = randomUUID();
  const expiresAt = new Date(product.now().getTime() + SESSION_SECONDS * 1000);
  await product.database.insertInto('session').values({ id, account_id: account.id, expires_at: expiresAt }).execute();
  return { token: await product.tokens.sign(id, expiresAt), expiresAt };
}
