/** The administrator's token enters; a request that carries the same goes on, and any other is refused. */

import { createHash, timingSafeEqual } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import { ApiError } from '../routes/api-error.ts';

/** Only `Authorization: Bearer`: a cookie would let the page of another site act as the administrator. */
export function requireAdmin(token: string) {
  return createMiddleware(async (context, next) => {
    const given = /^Bearer\s+(\S+)$/i.exec(context.req.header('authorization') ?? '')?.[1];
    if (given === undefined || !same(given, token))
      throw new ApiError(401, 'unauthenticated', 'This needs the token of an administrator.');
    await next();
  });
}

/** In the same time however much of it is right. */
function same(given: string, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}
