/** A holder goes in; a session that has shown to be theirs, or why it cannot be believed to be, comes out. */
import type { Holder } from '../../matrix/types.ts';
import type { ApiSurface, SessionConfig } from '../config/types.ts';
import { noAnswer } from './no-answer.ts';
import { pointer } from './pointer.ts';
import { GuardedSession } from './requests/guarded-session.ts';
import type { Writes } from './requests/writes.ts';
import { Session, type Variables } from './session.ts';

export interface Becoming {
  base: string;
  surface: ApiSurface;
  writes: Writes;
}

export interface Became {
  session: GuardedSession;
  /** What `session` guards. */
  open: Session;
  reason?: string;
}

/** `how` is another way to sign in than that of most, and further variables of it. */
export async function becomeHolder(
  { base, surface, writes }: Becoming,
  holder: Holder,
  how: { sign_in?: SessionConfig['sign_in']; variables?: Variables; role?: string } = {},
): Promise<Became> {
  const config = how.sign_in ? { ...surface.session, sign_in: how.sign_in } : surface.session;
  const open = new Session(base, config, { version: holder.version, state: holder.state, ...how.variables });
  const session = new GuardedSession(open, holder, writes);
  const reason = await stranger(session, config, holder, how.role);
  return { session, open, ...(reason && { reason }) };
}

async function stranger(
  session: GuardedSession,
  { sign_in, who_am_i }: SessionConfig,
  holder: Holder,
  role: string | undefined,
): Promise<string | undefined> {
  try {
    const refused = await session.signIn(sign_in);
    if (refused) return refused;
    const { request, version, state } = who_am_i;
    const answer = await session.send({ request });
    if (answer.status >= 300 || answer.json === undefined)
      return `who-am-I answered ${answer.status}${answer.json === undefined ? ' without data' : ''}`;
    const seen = {
      version: version ? pointer(answer.json, version) : holder.version,
      state: state ? pointer(answer.json, state) : holder.state,
    };
    if (seen.version !== holder.version || seen.state !== holder.state)
      return `who-am-I shows ${String(seen.version)} (${String(seen.state)}) instead of ${holder.version} (${holder.state})`;
    const seenRole = role === undefined ? holder.role : pointer(answer.json, role);
    return seenRole === holder.role
      ? undefined
      : `who-am-I shows the role ${String(seenRole)} instead of ${holder.role}`;
  } catch (error) {
    return noAnswer(error);
  }
}
