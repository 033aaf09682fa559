/** Requests that prepare or undo an account go in; they are sent in order, and why one did not succeed comes out. */
import type { RequestConfig } from '../config/requests.ts';
import { noAnswer } from '../probes/no-answer.ts';
import type { Session } from '../probes/session.ts';

/** Told of a request as the configuration has it, with the names that are filled in. */
export type Note = (request: string, kind: 'sign_in' | 'write') => void;

/** Ends with the first that does not succeed, unless `all` are to be sent in any case. */
export async function sendSteps(
  session: Session,
  steps: readonly RequestConfig[],
  { all = false, note }: { all?: boolean; note?: Note | undefined } = {},
): Promise<string | undefined> {
  const reasons: string[] = [];
  for (const step of steps) {
    note?.(step.request, 'write');
    const reason = await sendStep(session, step);
    if (reason) reasons.push(reason);
    if (reason && !all) break;
  }
  return reasons.length ? reasons.join(', and ') : undefined;
}

/** Where a request leads elsewhere, as to a sign-in page, nothing was done. */
async function sendStep(session: Session, step: RequestConfig): Promise<string | undefined> {
  try {
    const { status } = await session.send(step);
    return status < 300 ? undefined : `${step.request} answered ${status}`;
  } catch (error) {
    return `${step.request} ${noAnswer(error)}`;
  }
}
