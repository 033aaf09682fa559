/** A holder's limits and what is in use enter; each limit as a front end reads it leaves. */

import type { Evaluator } from './create-evaluator.ts';
import type { LimitVerdict } from './judge-limit.ts';
import { limitMessage } from './limit-message.ts';
import { own } from './own.ts';
import type { EntitlementTable, LimitRule, LimitValue } from './table.ts';
import { type UsageReading, type UsageReadings, usageReading } from './usage-reading.ts';

export interface LimitEntry {
  readonly limit: LimitValue;
  readonly unit: string;
  readonly per_seconds?: number;
  /** `available: false` when nothing counts it or it cannot be read; never 0 in its place. */
  readonly usage: UsageReading;
  /** What one more would be answered; `hard_block` also where usage cannot be read. Missing where nothing is added. */
  readonly next?: LimitVerdict;
  /** More is in use than the number. */
  readonly over?: true;
  /** What that means, where one more would not simply go through. */
  readonly message?: string;
}

export interface LimitCircumstances {
  readonly usage: UsageReadings;
  readonly settling?: boolean | undefined;
}

/** Markers are left out, and so is all that is called by an old name. */
export function limitEntries(
  table: EntitlementTable,
  evaluator: Evaluator,
  at: LimitCircumstances,
): Record<string, LimitEntry> {
  const shown = Object.entries(table.limits).filter(([, { marker }]) => !marker);
  return Object.fromEntries(shown.map(([key, rule]) => [key, limitEntry(evaluator, { key, rule }, at)]));
}

function limitEntry(
  evaluator: Evaluator,
  { key, rule }: { key: string; rule: LimitRule },
  { usage: readings, settling }: LimitCircumstances,
): LimitEntry {
  const limit = evaluator.getLimit(key);
  const usage = usageReading(own(readings, key));
  const base = {
    limit,
    unit: rule.other,
    ...(rule.perSeconds !== undefined && { per_seconds: rule.perSeconds }),
    usage,
  };
  // A range is asked for as a whole: there is no "one more" of it.
  if (rule.counts === 'range') return base;
  const observed = usage.available ? usage.observed : undefined;
  const next = evaluator.checkLimit(key, observed === undefined ? Number.NaN : observed + 1);
  const over = typeof limit === 'number' && observed !== undefined && observed > limit;
  // A rate only asks for patience.
  const counted = rule.counts === 'counted';
  const message = counted ? limitMessage(rule, { limit, observed, verdict: next, settling }) : undefined;
  return { ...base, next, ...(over && { over }), ...(message && { message }) };
}
