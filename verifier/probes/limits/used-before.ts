/** A session and how a limit is counted go in; how many exist and which, or why that cannot be read, come out. */
import type { CountedBy } from '../../config/limits.ts';
import { pointer } from '../pointer.ts';
import type { GuardedSession } from '../requests/guarded-session.ts';
import type { Answer } from '../session.ts';

export interface Unreadable {
  reason: string;
  answer: Answer;
}

export async function usedBefore(session: GuardedSession, used: CountedBy | undefined): Promise<number | Unreadable> {
  if (!used) return 0;
  const { count, answer } = await usedNow(session, used);
  return count ?? { reason: `${used.request} answered ${answer.status} without ${used.items}`, answer };
}

export interface UsedNow {
  answer: Answer;
  count?: number | undefined;
  /** Of the items of a list, and not a number that the product gives. */
  isList: boolean;
  /** What stands in the list. */
  items: readonly unknown[];
}

export async function usedNow(session: GuardedSession, { request, items: at }: CountedBy): Promise<UsedNow> {
  const answer = await session.send({ request });
  const found = pointer(answer.json, at);
  const isList = Array.isArray(found);
  return { answer, isList, items: isList ? found : [], count: isList ? found.length : numberIn(found) };
}

/** Also as a text of digits alone: numbers of many databases come so. */
export function numberIn(found: unknown): number | undefined {
  if (typeof found === 'number') return found;
  return typeof found === 'string' && /^\d+(?:\.\d+)?$/.test(found) ? Number(found) : undefined;
}
