/** What a form led to is kept for the next page, shown there once and forgotten. */

import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

export interface Flash {
  readonly kind: 'done' | 'warning' | 'refused';
  readonly text: string;
}

const COOKIE = 'pulse_flash';

export function leaveFlash(context: Context, flash: Flash): void {
  setCookie(context, COOKIE, `${flash.kind}:${flash.text}`, { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: 60 });
}

export function takeFlash(context: Context): Flash | undefined {
  const stored = getCookie(context, COOKIE);
  if (stored === undefined) return undefined;
  deleteCookie(context, COOKIE, { path: '/' });
  const [, kind, text] = /^(done|warning|refused):(.{1,400})$/.exec(stored) ?? [];
  return kind && text ? { kind: kind as Flash['kind'], text } : undefined;
}
