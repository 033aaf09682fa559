/** A limit, what is in use and since when that is too much enter; how firmly the product has to answer leaves. */

import { hardEdge } from './edges.ts';
import type { LimitRule, LimitValue } from './table.ts';

/**
 * `warning`: above the limit, everything works on. `countdown`: so for more than 72 hours, the end is told.
 * `enforcement`: nothing new anywhere. `abuse_lock`: no change at all. None of it is a subscription state.
 */
export type Posture = 'none' | 'warning' | 'countdown' | 'enforcement' | 'abuse_lock';

export interface OverLimit {
  readonly rule: Pick<LimitRule, 'hard' | 'rounding' | 'graceDays'>;
  readonly limit: LimitValue;
  /** Left out, or no number, when it cannot be read: then what was recorded goes on. */
  readonly observed?: number | undefined;
  /** When it was first seen above the limit, in milliseconds since 1970; left out while nobody recorded it. */
  readonly overSince?: number | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** An administrator has locked the organisation. */
  readonly locked?: boolean | undefined;
}

export interface OverLimitPosture {
  readonly posture: Posture;
  readonly since?: number;
  /** When nothing new can be added anywhere, in milliseconds since 1970; missing where the table states no days. */
  readonly enforcedFrom?: number;
}

const DAY_MS = 86_400_000;
/** Up to and including this long, overage is brief and only told. */
const BRIEF_MS = 72 * 3_600_000;

/** The order from calm to firm. */
export const POSTURES: readonly Posture[] = ['none', 'warning', 'countdown', 'enforcement', 'abuse_lock'];

/** Never throws. A clock that went backwards counts as no time at all. */
export function overLimitPosture(at: OverLimit): OverLimitPosture {
  if (at.locked) return { posture: 'abuse_lock' };
  if (!isOver(at)) return { posture: 'none' };
  const { overSince: since, now, rule } = at;
  if (since === undefined) return { posture: 'warning' };
  const enforcedFrom = rule.graceDays === undefined ? undefined : since + rule.graceDays * DAY_MS;
  const dates = { since, ...(enforcedFrom !== undefined && { enforcedFrom }) };
  if (enforcedFrom !== undefined && now >= enforcedFrom) return { posture: 'enforcement', ...dates };
  return { posture: now - since > BRIEF_MS ? 'countdown' : 'warning', ...dates };
}

function isOver({ limit, observed, overSince, rule }: OverLimit): boolean {
  if (typeof limit !== 'number') return false;
  if (observed === undefined || !(observed >= 0)) return overSince !== undefined;
  return observed > hardEdge(rule, limit);
}
