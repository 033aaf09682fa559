/** The text of a storage state, as Playwright saves it, goes in; its cookies and local storage, or why they are of no use, come out. */
import type { StoredCookie, StoredOrigin } from './start.ts';

export interface Saved {
  cookies: StoredCookie[];
  origins: StoredOrigin[];
}

/** `now` in milliseconds since 1970. What has expired is left out; where nothing else is there, that is the reason. */
export function readSavedSession(text: string, path: string, now = Date.now()): Saved | { reason: string } {
  const state = parsed(text);
  if (!state) return { reason: `the saved session ${path} is no storage state of a browser: save it again` };
  const live = state.cookies.filter(({ expires = -1 }) => expires < 0 || expires * 1000 > now);
  if (live.length || state.origins.some((one) => one.localStorage.length)) return { ...state, cookies: live };
  const ends = state.cookies.map(({ expires = 0 }) => expires);
  if (!ends.length) return { reason: `the saved session ${path} is empty: sign in and save it again` };
  const day = new Date(Math.max(...ends) * 1000).toISOString().slice(0, 10);
  return { reason: `the saved session ${path} expired on ${day}: sign in and save it again` };
}

function parsed(text: string): Saved | undefined {
  try {
    return storageState(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Nothing where the data has another shape. */
export function storageState(data: unknown): Saved | undefined {
  const { cookies = [], origins = [] } = (data ?? {}) as Partial<Saved>;
  if (typeof data !== 'object' || !Array.isArray(cookies) || !Array.isArray(origins)) return undefined;
  const right =
    cookies.every((one) => typeof one?.name === 'string' && typeof one.value === 'string') &&
    origins.every((one) => typeof one?.origin === 'string' && Array.isArray(one.localStorage));
  return right ? { cookies, origins } : undefined;
}
