/** A holder's limits and since when they are exceeded enter; how firmly the product answers, in words, leaves. */

import type { LimitEntry } from './limit-entries.ts';
import { overLimitPosture, POSTURES, type Posture } from './over-limit-posture.ts';
import { own } from './own.ts';
import { LOCKED, postureMessage } from './posture-message.ts';
import type { EntitlementTable, LimitRule, LimitValue } from './table.ts';
import type { UsageReading } from './usage-reading.ts';

export interface OverLimitEntry {
  readonly key: string;
  readonly posture: Posture;
  readonly limit: LimitValue;
  readonly unit: string;
  readonly usage: UsageReading;
  /** ISO 8601, UTC. */
  readonly since?: string;
  readonly enforced_from?: string;
  /** `55 of 50 client workspaces`. */
  readonly title: string;
  readonly message: string;
}

export interface OverLimitPayload {
  /** The firmest of all. */
  readonly posture: Posture;
  /** Why, for a lock; the limits say it for themselves. */
  readonly message?: string;
  readonly limits: readonly OverLimitEntry[];
}

export interface OverLimitCircumstances {
  readonly now: number;
  readonly overSince?: Readonly<Record<string, number>>;
  readonly locked?: boolean | undefined;
  readonly settling?: boolean | undefined;
}

/** Only counted limits can be exceeded; a rate asks for patience, a range for less. */
export function overLimitPayload(
  table: EntitlementTable,
  limits: Readonly<Record<string, LimitEntry>>,
  at: OverLimitCircumstances,
): OverLimitPayload {
  const exceeded = Object.entries(limits).flatMap(([key, entry]) => {
    const rule = table.limits[key];
    return rule?.counts === 'counted' ? exceededEntry(rule, { ...entry, key }, at) : [];
  });
  if (at.locked) return { posture: 'abuse_lock', message: LOCKED.message, limits: exceeded };
  const firmest = Math.max(0, ...exceeded.map(({ posture }) => POSTURES.indexOf(posture)));
  return { posture: POSTURES[firmest] ?? 'none', limits: exceeded };
}

function exceededEntry(
  rule: LimitRule,
  { key, limit, unit, usage }: LimitEntry & { key: string },
  { now, overSince, settling }: OverLimitCircumstances,
): OverLimitEntry[] {
  const observed = usage.available ? usage.observed : undefined;
  const found = overLimitPosture({ rule, limit, observed, overSince: own(overSince ?? {}, key), now });
  const words = postureMessage(rule, { ...found, limit, observed, settling });
  if (!words) return [];
  const { posture, since, enforcedFrom } = found;
  return [
    {
      key,
      posture,
      limit,
      unit,
      usage,
      ...(since !== undefined && { since: new Date(since).toISOString() }),
      ...(enforcedFrom !== undefined && { enforced_from: new Date(enforcedFrom).toISOString() }),
      ...words,
    },
  ];
}
