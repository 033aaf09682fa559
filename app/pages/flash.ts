/** What a form led to is kept for the next page, shown there once and forgotten. */

import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { type Problem, readProblem } from './problem-copy.mjs';

export interface Flash {
  readonly kind: 'done' | 'warning' | 'refused';
  readonly text: string;
  /** What the server answered, in full: the words above are only its copy. */
  readonly problem?: Problem;
}

const COOKIE = 'pulse_flash';
const KINDS: readonly Flash['kind'][] = ['done', 'warning', 'refused'];
/** What a browser keeps of one cookie is 4,096 bytes, encoded. */
const LONGEST = 1500;

export function leaveFlash(context: Context, flash: Flash): void {
  const whole = JSON.stringify(flash);
  const { kind, text } = flash;
  setCookie(context, COOKIE, whole.length <= LONGEST ? whole : JSON.stringify({ kind, text: text.slice(0, 400) }), {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    maxAge: 60,
  });
}

export function takeFlash(context: Context): Flash | undefined {
  const stored = getCookie(context, COOKIE);
  if (stored === undefined) return undefined;
  deleteCookie(context, COOKIE, { path: '/' });
  return readFlash(stored);
}

/** Anybody can write their own cookie, and an older version of this product wrote it otherwise. */
function readFlash(stored: string): Flash | undefined {
  try {
    const { kind, text, problem } = JSON.parse(stored) as Record<string, unknown>;
    if (!KINDS.includes(kind as Flash['kind']) || typeof text !== 'string' || text === '') return undefined;
    return { kind: kind as Flash['kind'], text, ...(problem !== undefined && { problem: readProblem(problem) }) };
  } catch {
    return undefined;
  }
}
