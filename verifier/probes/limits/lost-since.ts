/** What a customer has before something is made and taken back goes in; why some of it is gone then, or nothing, comes out. */
import type { LimitProbeConfig } from '../../config/limits.ts';
import { lookUntil } from '../look-until.ts';
import { noAnswer } from '../no-answer.ts';
import { pointer } from '../pointer.ts';
import type { GuardedSession } from '../requests/guarded-session.ts';
import { usedNow } from './used-before.ts';

/** Ids of what the list under `used` shows. */
export type Listed = ReadonlySet<string>;

interface Counting {
  session: GuardedSession;
  config: LimitProbeConfig;
}

/** Nothing where nothing is taken back, or the configuration names no list whose items have ids. */
export async function listedNow({ session, config: { used, undo } }: Counting): Promise<Listed | undefined> {
  if (!used || !undo) return undefined;
  const { items } = await usedNow(session, used);
  // `/workspace/id` of what was made is `/id` of one in a list.
  const at = undo.made.slice(undo.made.lastIndexOf('/'));
  const ids = items.map((one) => pointer(one, at));
  const named = ids.filter((id) => typeof id === 'string' || typeof id === 'number');
  return items.length && named.length === items.length ? new Set(named.map(String)) : undefined;
}

/** What was there before the audit is a customer's own, and no `undo` may take it. */
export async function lostSince(counting: Counting, before: Listed): Promise<string | undefined> {
  try {
    const missing = async () => {
      const now = await listedNow(counting);
      return [...before].filter((id) => !now?.has(id));
    };
    const lost = await lookUntil(missing, (ids) => ids.length === 0);
    if (!lost.length) return undefined;
    const { used, undo } = counting.config;
    return `what was there before is gone from ${used!.request} after ${undo!.request}: ${lost.slice(0, 3).join(', ')}`;
  } catch (error) {
    return `${counting.config.used!.request} ${noAnswer(error)} after what was made was taken back`;
  }
}
