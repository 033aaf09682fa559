/** A module of the user's and a holder go in; what it says is needed to be them, or why it failed, comes out. */
import type { Become, BecomeContext, BecomeInput } from './holders.ts';
import { inTime } from './in-time.ts';
import { storageState } from './saved-session.ts';
import type { Refused, StoredCookie, StoredOrigin } from './start.ts';

export interface Became {
  token?: string;
  headers: Record<string, string>;
  cookies: StoredCookie[];
  origins: StoredOrigin[];
  cleanup?: () => unknown;
}

export interface RunModule {
  become: Become;
  /** Path as configured. */
  path: string;
  timeoutMs: number;
  holder: BecomeInput;
  context: Omit<BecomeContext, 'signal'>;
}

/** A module that comes too late is cleaned up after all the same. */
export async function runModule({ become, path, timeoutMs, holder, context }: RunModule): Promise<Became | Refused> {
  try {
    const run = async (signal: AbortSignal) => become(holder, { ...context, signal });
    const ran = await inTime(timeoutMs, run, (given) => void Promise.resolve(cleanUp(given)).catch(() => {}));
    if ('over' in ran) return { reason: `${path} did not answer within ${timeoutMs / 1000} s` };
    return became(ran.value) ?? { reason: `${path} gave something else than headers, cookies, storageState or token` };
  } catch (error) {
    return { reason: `${path} failed: ${firstLine(error)}` };
  }
}

async function cleanUp(given: unknown): Promise<void> {
  await became(given)?.cleanup?.();
}

/** Nothing where it has another shape. Cookies are a map, or a list as a browser has them. */
function became(given: unknown): Became | undefined {
  if (given === null || typeof given !== 'object') return undefined;
  const { headers = {}, cookies = [], storageState: stored = {}, token, cleanup } = given as Record<string, unknown>;
  const listed = Array.isArray(cookies) ? cookies : pairs(cookies)?.map(([name, value]) => ({ name, value }));
  const saved = storageState(stored);
  const own = storageState({ cookies: listed });
  const sent = pairs(headers);
  const wrong = (token !== undefined && typeof token !== 'string') || (cleanup && typeof cleanup !== 'function');
  if (!listed || !saved || !own || !sent || wrong) return undefined;
  return {
    headers: Object.fromEntries(sent),
    cookies: [...saved.cookies, ...own.cookies],
    origins: saved.origins,
    ...(typeof token === 'string' && { token }),
    ...(typeof cleanup === 'function' && { cleanup: cleanup as () => unknown }),
  };
}

function pairs(map: unknown): [string, string][] | undefined {
  if (map === null || typeof map !== 'object' || Array.isArray(map)) return undefined;
  const all = Object.entries(map);
  return all.every(([, value]) => typeof value === 'string') ? (all as [string, string][]) : undefined;
}

export function firstLine(error: unknown): string {
  return String((error as Error)?.message ?? error)
    .split('\n')[0]!
    .slice(0, 200);
}
