/** `/api/session`: an address and a password are exchanged for a session, and a session is ended. */

import { Hono } from 'hono';
import type { Product } from '../product.ts';
import { closeSession } from '../session/close-session.ts';
import { openSession } from '../session/open-session.ts';
import { writeSessionCookie } from '../session/write-session-cookie.ts';
import { ApiError } from './api-error.ts';
import { readBody } from './read-body.ts';

export function sessionRoutes(product: Product): Hono {
  const routes = new Hono();
  routes.post('/', async (context) => {
    const session = await openSession(product, await readBody(context, ['email', 'password']));
    if (!session) throw new ApiError(401, 'unauthenticated', 'E-mail address and password do not match.');
    writeSessionCookie(context, session);
    return context.json({ token: session.token, expires_at: session.expiresAt.toISOString() });
  });
  routes.delete('/', async (context) => {
    await closeSession(product, context);
    return context.body(null, 204);
  });
  return routes;
}
