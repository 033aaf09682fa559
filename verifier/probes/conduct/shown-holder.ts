/** A session goes in; whom who-am-I shows, in the words of the matrix, comes out. */
import type { SessionConfig } from '../../config/requests.ts';
import { pointer } from '../pointer.ts';
import type { GuardedSession } from '../requests/guarded-session.ts';
import type { Answer } from '../session.ts';

export interface ShownHolder {
  answer: Answer;
  /** Left out where the configuration does not say where it stands. */
  version?: string;
  /** Missing where nobody is shown. */
  state?: string;
}

/** Signs in again where the session is over. Rejects when nobody answers. */
export async function shownHolder(session: GuardedSession, { sign_in, who_am_i }: SessionConfig): Promise<ShownHolder> {
  const { request, version, state, versions, states } = who_am_i;
  let answer = await session.send({ request });
  if (answer.status === 401 && sign_in && !(await session.signIn(sign_in))) answer = await session.send({ request });
  if (answer.status >= 300) return { answer };
  const read = (at: string | undefined, calls: Record<string, string> = {}) => {
    const found = at === undefined ? undefined : pointer(answer.json, at);
    if (typeof found !== 'string') return undefined;
    return Object.keys(calls).find((own) => calls[own] === found) ?? found;
  };
  const [seenVersion, seenState] = [read(version, versions), read(state, states)];
  return {
    answer,
    ...(seenVersion !== undefined && { version: seenVersion }),
    ...(seenState !== undefined && { state: seenState }),
  };
}

/** `cloud_power (trial)`, or the state alone where versions are not shown. */
export function holderWords({ version, state }: { version?: string | undefined; state: string }): string {
  return version === undefined ? state : `${version} (${state})`;
}
