/** Requests that prepare or undo an account go in; they are sent in order, and why one did not succeed comes out. */
import type { RequestConfig } from '../config/types.ts';
import { noAnswer } from '../probes/no-answer.ts';
import type { Session } from '../probes/session.ts';

/** Ends with the first that does not succeed, unless `all` are to be sent in any case. */
export async function sendSteps(
  session: Session,
  steps: readonly RequestConfig[],
  all = false,
): Promise<string | undefined> {
  const reasons: string[] = [];
  for (const step of steps) {
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
