/** The address of an account enters; the session through whose eyes every visitor of a public demo looks leaves. */

import { randomUUID } from 'node:crypto';
import type { Product } from '../product.ts';
import { StartupError } from '../startup-error.ts';

export interface Demo {
  readonly token: string;
}

const YEAR_MS = 365 * 86_400_000;

/**
 * A demo is a session like any other: what its account's contract includes is what visitors see, and no more.
 * Throws `StartupError` when nobody bears the address.
 */
export async function openDemo(product: Product, email: string): Promise<Demo> {
  const account = await product.database
    .selectFrom('account')
    .where('email', '=', email.trim().toLowerCase())
    .select('id')
    .executeTakeFirst();
  if (!account)
    throw new StartupError(
      `PULSE_PUBLIC_DEMO is "${email}", and nobody has that address; write an account's e-mail address.`,
    );
  const id = randomUUID();
  const expiresAt = new Date(product.now().getTime() + YEAR_MS);
  await product.database.insertInto('session').values({ id, account_id: account.id, expires_at: expiresAt }).execute();
  return { token: await product.tokens.sign(id, expiresAt) };
}
