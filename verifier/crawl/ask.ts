/** An address goes in; what is there at last, after polite waiting and redirects, comes out. */
import type { Addresses } from './addresses.ts';
import { type Answered, askOnce, type Bounds } from './ask-once.ts';
import type { Host } from './host.ts';

export interface Asking {
  addresses: Addresses;
  bounds: Bounds;
  hostOf(origin: string): Host;
}

/** `step` decides about each redirect: a word where it ends there. */
export interface Wish {
  address: string;
  accept: string;
  step?(to: string): string | undefined;
}

export type Reached =
  | { is: 'answer'; address: string; answer: Answered }
  | { is: 'stopped'; address: string; why: string }
  | { is: 'fault'; reason: string };

const MOST_REDIRECTS = 10;

export async function ask(asking: Asking, { address, accept, step }: Wish): Promise<Reached> {
  const { addresses } = asking;
  const seen = new Set([address]);
  for (let at = address; ; ) {
    const answer = await askPolitely(asking, addresses.urlOf(at), accept);
    if (typeof answer === 'string') return fault(answer);
    const { status, headers } = answer;
    if (status < 300 || status > 399 || status === 304) return { is: 'answer', address: at, answer };
    const location = headers.location;
    const to = location === undefined ? undefined : addresses.addressOf(location, at);
    if (to === undefined) return fault(whereElse(addresses, status, location, at));
    if (seen.has(to)) return fault('leads in a circle');
    if (seen.size > MOST_REDIRECTS) return fault(`leads on more than ${MOST_REDIRECTS} times`);
    const why = step?.(to);
    if (why !== undefined) return { is: 'stopped', address: to, why };
    seen.add(to);
    at = to;
  }
}

function fault(reason: string): Reached {
  return { is: 'fault', reason };
}

function whereElse(addresses: Addresses, status: number, location: string | undefined, at: string): string {
  if (location === undefined) return `answered ${status} without saying where to go`;
  const origin = addresses.originOf(location, at);
  return origin ? `leads to another origin (${origin})` : 'leads to what is no address';
}

const FIRST_PAUSE_MS = 1000;

/** Asks again when told to wait, and once when a connection that was kept is gone. A string says why there is no answer. */
async function askPolitely(asking: Asking, url: URL, accept: string): Promise<Answered | string> {
  const host = asking.hostOf(url.origin);
  for (let pause = FIRST_PAUSE_MS, resets = 0; ; ) {
    const why = await host.turn();
    if (why) return why;
    const answer = await askOnce(url, accept, asking.bounds);
    if ('fault' in answer) {
      if (answer.fault.includes('(ECONNRESET)') && resets++ === 0) continue;
      if (answer.silent) host.silent(answer.fault);
      else host.brokeOff();
      return answer.fault;
    }
    if (answer.status !== 429 && answer.status !== 503) {
      host.answered(answer.status);
      return answer;
    }
    const told = retryAfterMs(answer.headers['retry-after']);
    // Who says “at once” again and again would be asked for ever.
    if (!host.holdBack(Math.max(told ?? pause, pause / 10), `answered ${answer.status}`)) return (await host.turn())!;
    pause *= 2;
  }
}

/** RFC 9110: seconds, or a date. In milliseconds. */
function retryAfterMs(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now());
}
