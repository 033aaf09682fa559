/** A session and how a limit is counted go in; how many exist, or why that cannot be read, come out. */
import type { CountedBy } from '../../config/limits.ts';
import { pointer } from '../pointer.ts';
import type { GuardedSession } from '../requests/guarded-session.ts';

export async function usedBefore(
  session: GuardedSession,
  used: CountedBy | undefined,
): Promise<number | { reason: string }> {
  if (!used) return 0;
  const answer = await session.send({ request: used.request });
  const found = pointer(answer.json, used.items);
  if (Array.isArray(found)) return found.length;
  return typeof found === 'number'
    ? found
    : { reason: `${used.request} answered ${answer.status} without ${used.items}` };
}
