/** A rate that was used up goes in; what shows that a new session has its whole allowance again, or nothing, comes out. */
import type { LimitProbeConfig } from '../../config/limits.ts';
import type { RequestConfig } from '../../config/requests.ts';
import type { Evidence } from '../../types.ts';
import { type Meaning, meaningOf, type Refusal } from '../meaning.ts';
import type { GuardedSession } from '../requests/guarded-session.ts';

export interface Anew {
  session: GuardedSession;
  /** The same customer, with what signing in gave before. */
  before: GuardedSession;
  signIn: RequestConfig;
  config: LimitProbeConfig;
  refusals: readonly Refusal[];
  errorCode: string | undefined;
}

/** So often one signs in anew and is let through: one free place could have come by itself. */
export const SESSIONS = 2;

/**
 * Gives what it was seen by where each new session is let through and the one before still is not; a window that is over
 * lets all of them through. Usually one sign-in and one action.
 */
export async function inNewSession(anew: Anew): Promise<Evidence[] | undefined> {
  const { session, before, signIn } = anew;
  const evidence: Evidence[] = [];
  for (let nth = 0; nth < SESSIONS; nth++) {
    if (await session.signIn(signIn)) return undefined;
    if ((await act(anew, session, evidence)).is !== 'allowed') return undefined;
  }
  return (await act(anew, before, evidence)).is === 'refused' ? evidence : undefined;
}

async function act(
  { config, refusals, errorCode }: Anew,
  session: GuardedSession,
  evidence: Evidence[],
): Promise<Meaning> {
  const answer = await session.make(config, { n: '1' }, config.undo);
  evidence.push(answer.evidence);
  return meaningOf(answer, refusals, errorCode);
}
