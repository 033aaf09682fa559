/** An opened session enters; its cookie stands in the response when this leaves. */

import type { Context } from 'hono';
import { setCookie } from 'hono/cookie';
import { type OpenedSession, SESSION_SECONDS } from './open-session.ts';
import { SESSION_COOKIE } from './read-token.ts';

/** Out of reach for scripts, and not sent along with what another site posts. */
export function writeSessionCookie(context: Context, session: OpenedSession): void {
  setCookie(context, SESSION_COOKIE, session.token, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    maxAge: SESSION_SECONDS,
    secure: new URL(context.req.url).protocol === 'https:',
  });
}
