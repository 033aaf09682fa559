/** A holder goes in; a session that has shown to be theirs, or why it cannot be believed to be, comes out. */
import type { Holder } from '../../matrix/types.ts';
import type { SessionConfig } from '../config/requests.ts';
import type { ApiSurface } from '../config/types.ts';
import { type Held, holdOn } from '../holders/hold-on.ts';
import type { Holders } from '../holders/holders.ts';
import { proveByRequest } from '../holders/prove-by-request.ts';
import type { Start } from '../holders/start.ts';
import type { CircuitBreaker } from '../http/circuit-breaker.ts';
import { noAnswer } from './no-answer.ts';
import { pointer } from './pointer.ts';
import { GuardedSession } from './requests/guarded-session.ts';
import type { Writes } from './requests/writes.ts';
import { Session, type Variables } from './session.ts';
import type { Tenants } from './tenants.ts';

export interface Becoming {
  base: string;
  surface: ApiSurface;
  writes: Writes;
  /** How to become somebody, where the surface does not say it by itself. */
  holders?: Holders | undefined;
  /** Of the host, shared by all sessions. */
  breaker?: CircuitBreaker;
  /** Shared by all sessions. */
  tenants?: Tenants;
}

export interface Became {
  session: GuardedSession;
  /** What `session` guards. */
  open: Session;
  reason?: string;
  /** Whose things this customer sees, where who-am-I says so. */
  tenant?: string;
  /** Takes back what the session made, then what was done to become the holder; asked twice, it is done once. */
  end(): Promise<void>;
}

/** Another way to sign in than that of most, and further variables of it. `role`: where who-am-I shows the role. */
interface How {
  sign_in?: SessionConfig['sign_in'];
  variables?: Variables;
  role?: string;
}

/** Whoever calls this ends it. */
export async function becomeHolder(probe: Becoming, holder: Holder, how: How = {}): Promise<Became> {
  const { base, surface, writes } = probe;
  const holders = how.sign_in ? undefined : probe.holders;
  const held = await holdOn({
    holders,
    holder,
    base,
    kind: 'api',
    note: (request, kind) => writes.note(request, kind),
  });
  const config = how.sign_in ? { ...surface.session, sign_in: how.sign_in } : surface.session;
  const open = sessionOf(probe, config, { ...held.start?.variables, ...how.variables }, held.start);
  const session = new GuardedSession(open, holder, writes);
  const end = ending(session, held, writes);
  const reason = held.reason ?? (await stranger(session, config, holder, how.role));
  if (reason) return { session, open, end, reason };
  const tenant = await tenantOf(session, config.who_am_i);
  if (tenant === undefined) return { session, open, end };
  return typeof tenant === 'string' ? { session, open, end, tenant } : { session, open, end, ...tenant };
}

/** A tenant has an id or a name; without one, nobody can tell whether two customers share it. */
async function tenantOf(
  session: GuardedSession,
  { request, tenant: at }: SessionConfig['who_am_i'],
): Promise<string | { reason: string } | undefined> {
  if (at === undefined) return undefined;
  try {
    const { json, status } = await session.send({ request });
    const found = pointer(json, at);
    if (typeof found === 'string' || typeof found === 'number') return String(found);
    return { reason: `who-am-I answered ${status} without a tenant at ${at}` };
  } catch (error) {
    return { reason: noAnswer(error) };
  }
}

/** The same for as long as `work` takes. */
export async function withHolder<T>(
  probe: Becoming,
  holder: Holder,
  work: (became: Became) => Promise<T>,
  how?: How,
): Promise<T> {
  const became = await becomeHolder(probe, holder, how);
  try {
    return await work(became);
  } finally {
    await became.end();
  }
}

/** A session within the bounds of the surface. Without a `start` nobody is signed in. */
export function sessionOf(
  { base, surface, breaker }: Becoming,
  config: SessionConfig = surface.session,
  variables: Variables = {},
  start?: Start,
): Session {
  const { timeout, most_megabytes: mostMegabytes } = surface;
  return new Session(base, config, variables, start, { timeout, mostMegabytes, ...(breaker && { breaker }) });
}

function ending(session: GuardedSession, held: Held, writes: Writes): () => Promise<void> {
  let ended: Promise<void> | undefined;
  const end = async () => {
    await session.takeBack();
    const left = await held.end();
    if (left !== undefined) writes.cannotTakeBack(left);
  };
  return () => {
    ended ??= end();
    return ended;
  };
}

async function stranger(
  session: GuardedSession,
  { sign_in, who_am_i }: SessionConfig,
  holder: Holder,
  role: string | undefined,
): Promise<string | undefined> {
  try {
    return (await session.signIn(sign_in)) ?? (await proveByRequest(session, who_am_i, holder, role));
  } catch (error) {
    return noAnswer(error);
  }
}
