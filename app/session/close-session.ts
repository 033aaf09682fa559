/** A request with a session enters; the session is gone from the database and the browser when this leaves. */

import type { Context } from 'hono';
import { deleteCookie } from 'hono/cookie';
import type { Product } from '../product.ts';
import { readToken, SESSION_COOKIE } from './read-token.ts';

export async function closeSession(product: Product, context: Context): Promise<void> {
  const token = readToken(context);
  const id = token && (await product.tokens.read(token, product.now()));
  if (id) product.sessions.forget(id);
  if (id) await product.database.deleteFrom('session').where('id', '=', id).execute();
  deleteCookie(context, SESSION_COOKIE, { path: '/' });
}
