/** The address of a revocation list enters; which sessions it ends leaves, with how long it has been out of reach. */

import { Revocations } from '../evaluator/token/revocations.ts';
import { StartupError } from '../startup-error.ts';

export interface WatchedRevocations {
  /** Milliseconds since the list was last read while it cannot be read; 0 while it can, Infinity when it never could. */
  staleFor(): number;
  /** While there is no list, no session is taken for revoked: new enrolments are what is held back then. */
  revokes(sessionId: string): boolean;
  stop(): void;
}

export interface WatchOptions {
  /** Answers `{"revoked_tokens": [...], "minimum_versions": {...}}`; sessions are named by their tokens' `jti`. */
  readonly url: string;
  /** A revocation is in force within this time. */
  readonly everyMs: number;
  readonly now: () => Date;
}

/** Resolves once the first attempt has ended, well or not. Throws a StartupError on what is no address. */
export async function watchRevocations({ url, everyMs, now }: WatchOptions): Promise<WatchedRevocations> {
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? ''))
    throw new StartupError(`PULSE_REVOCATIONS_URL is "${url}"; write an address that begins with http:// or https://.`);
  const clock = () => now().getTime();
  const list = new Revocations({ fetch: (signal) => readList(url, signal) }, { now: clock });
  await list.renew();
  const timer = setInterval(() => void list.renew(), everyMs);
  timer.unref();
  return {
    staleFor: () => list.staleFor(clock()),
    revokes: (tokenId) =>
      list.current !== undefined && list.refusalOf({ tokenId, holder: undefined, version: undefined }) === 'revoked',
    stop: () => clearInterval(timer),
  };
}

async function readList(url: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(url, { signal, redirect: 'error' });
  if (response.ok) return response.text();
  await response.body?.cancel();
  throw new Error(`the revocation list answered ${response.status}`);
}
