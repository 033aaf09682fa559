/** The things of one organisation and a new number enter; which of them are hidden or restored leaves. */

import type { LimitRule, LimitValue } from './table.ts';

export interface SettledThing {
  readonly id: number;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly hidden: boolean;
}

export interface Settlement {
  /** The newest first. */
  readonly hide: readonly number[];
  /** The oldest first. */
  readonly restore: readonly number[];
  /** When what is hidden now is deleted, in milliseconds since 1970; missing where it is kept, or no days are stated. */
  readonly deleteAt?: number;
}

const DAY_MS = 86_400_000;
const NOTHING: Settlement = { hide: [], restore: [] };

/**
 * The rule: the newest things above the new number are hidden, so that what has been there longest stays; where there is
 * room, the oldest hidden ones come back. To be called when a contract changed, never because one expired. A number that
 * is not stated hides, restores and deletes nothing, and neither does a limit without a rule for downgrades hide.
 */
export function settleDowngrade(
  rule: Pick<LimitRule, 'onDowngrade'>,
  at: { readonly things: readonly SettledThing[]; readonly limit: LimitValue; readonly now: number },
): Settlement {
  if (at.limit === 'unknown') return NOTHING;
  const limit = at.limit === 'unlimited' ? Number.POSITIVE_INFINITY : at.limit;
  const oldestFirst = [...at.things].sort((a, b) => a.createdAt - b.createdAt || a.id - b.id);
  const visible = oldestFirst.filter(({ hidden }) => !hidden);
  const room = limit - visible.length;
  const ids = (things: readonly SettledThing[]) => things.map(({ id }) => id);
  if (room >= 0) return { hide: [], restore: ids(oldestFirst.filter(({ hidden }) => hidden).slice(0, room)) };
  if (!rule.onDowngrade) return NOTHING;
  const deleteAt = deletedAt(rule, at.now);
  return { hide: ids(visible.slice(limit)).reverse(), restore: [], ...(deleteAt !== undefined && { deleteAt }) };
}

/** The end of the days in which what is hidden from `now` on can be had back; nothing where it is kept after them. */
export function deletedAt({ onDowngrade }: Pick<LimitRule, 'onDowngrade'>, now: number): number | undefined {
  if (onDowngrade?.afterwards !== 'delete' || onDowngrade.hidesForDays === undefined) return undefined;
  return now + onDowngrade.hidesForDays * DAY_MS;
}
