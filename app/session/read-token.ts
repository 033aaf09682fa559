/** A request enters; the session token that it carries leaves: the Bearer one first, then the cookie's. */

import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';

export const SESSION_COOKIE = 'pulse_session';

export function readToken(context: Context): string | undefined {
  const bearer = /^Bearer\s+(\S+)$/i.exec(context.req.header('authorization') ?? '');
  return bearer?.[1] ?? getCookie(context, SESSION_COOKIE);
}
