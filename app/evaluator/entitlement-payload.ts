/** A holder's evaluator, what is in use and the time enter; the one normalised payload that a front end reads leaves. */

import type { Evaluator } from './create-evaluator.ts';
import { findVersion } from './find-grant.ts';
import { type LimitEntry, limitEntries } from './limit-entries.ts';
import { type OverLimitPayload, overLimitPayload } from './over-limit-payload.ts';
import { own } from './own.ts';
import type { EntitlementTable } from './table.ts';
import { type UpgradeReason, upgradeReasons } from './upgrade-reasons.ts';
import { type UsageReading, type UsageReadings, usageReading } from './usage-reading.ts';

export interface PayloadCircumstances {
  /** By key of limit or meter. */
  readonly usage: UsageReadings;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** When a trial or the days of grace end, in milliseconds since 1970. */
  readonly stateEndsAt?: number | undefined;
  /** By key of limit: when it was first seen above, in milliseconds since 1970. */
  readonly overSince?: Readonly<Record<string, number>>;
  /** An administrator has locked all changes. */
  readonly locked?: boolean | undefined;
  /** A change of plan is not settled yet. */
  readonly settling?: boolean | undefined;
}

export interface EntitlementPayload {
  /** As the contract carries it; missing when it carries none. */
  readonly plan_version?: string;
  readonly plan_name?: string;
  readonly subscription_state?: string;
  /** ISO 8601, UTC. */
  readonly state_ends_at?: string;
  /** What ends an older contract: `cancellation`, `never` or a day. Until then its price and capacity stay. */
  readonly kept_until?: string;
  readonly capabilities: readonly string[];
  readonly limits: Readonly<Record<string, LimitEntry>>;
  readonly meters_enabled: readonly string[];
  /** For each enabled meter. */
  readonly meters: Readonly<Record<string, { readonly unit: string; readonly usage: UsageReading }>>;
  readonly over_limit: OverLimitPayload;
  readonly upgrade_reasons: readonly UpgradeReason[];
}

/** Markers, internal keys and old names never appear. Throws only on a broken table. */
export function entitlementPayload(
  table: EntitlementTable,
  evaluator: Evaluator,
  at: PayloadCircumstances,
): EntitlementPayload {
  const limits = limitEntries(table, evaluator, at);
  const meters = enabledMeters(table, evaluator, at.usage);
  return {
    ...contractFacts(table, evaluator, at.stateEndsAt),
    capabilities: held(table.capabilities, (key) => evaluator.hasCapability(key)),
    limits,
    meters_enabled: Object.keys(meters),
    meters,
    over_limit: overLimitPayload(table, limits, at),
    upgrade_reasons: upgradeReasons(table, evaluator, limits),
  };
}

function contractFacts(
  table: EntitlementTable,
  { version, state }: Evaluator,
  endsAt: number | undefined,
): Pick<EntitlementPayload, 'plan_version' | 'plan_name' | 'subscription_state' | 'state_ends_at' | 'kept_until'> {
  const row = findVersion(table, version);
  const name = row?.name ?? version;
  return {
    ...(version !== undefined && { plan_version: own(table.aliases.versions, version) ?? version }),
    ...(name !== undefined && { plan_name: name }),
    ...(state !== undefined && { subscription_state: state }),
    ...(endsAt !== undefined && { state_ends_at: new Date(endsAt).toISOString() }),
    ...(row?.until !== undefined && { kept_until: row.until }),
  };
}

function held(records: Readonly<Record<string, { marker?: boolean }>>, has: (key: string) => boolean): string[] {
  return Object.keys(records).filter((key) => !records[key]!.marker && has(key));
}

function enabledMeters(table: EntitlementTable, evaluator: Evaluator, usage: UsageReadings) {
  const meters = table.meters ?? {};
  const keys = held(meters, (key) => evaluator.meterEnabled(key));
  return Object.fromEntries(
    keys.map((key) => [key, { unit: meters[key]!.other, usage: usageReading(own(usage, key)) }]),
  );
}
