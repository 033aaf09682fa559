/** A table and claims enter; what a database is to hold of them leaves. */

import type { Claims } from '../claims.ts';
import { findVersion } from '../find-grant.ts';
import { own } from '../own.ts';
import { readClaims } from '../read-claims.ts';
import type { EntitlementTable, LimitValue } from '../table.ts';

/** Every column, so that what is gone is cleared too: null is nothing stated. */
export type StoredClaims = { readonly [Field in keyof Claims]-?: NonNullable<Claims[Field]> | null };

/**
 * Never an alias. In a state that keeps what was paid, the limits are those of the version, and those that the contract
 * states where its version leaves them open; in any other they are cleared, so keep what was agreed with one customer
 * alone where the agreement is kept. An unknown version keeps its name, without limits. Throws only on a broken table.
 */
export function claimsToStore(table: EntitlementTable, claims: Claims): StoredClaims {
  const read = readClaims(table, claims).claims;
  return {
    plan_version: read.plan_version ?? null,
    subscription_state: read.subscription_state ?? null,
    capabilities: read.capabilities ?? null,
    limits: isPaid(table, read) ? paidLimits(table, read) : null,
    meters_enabled: read.meters_enabled ?? null,
    addons: read.addons ?? null,
    state_ends_at: read.state_ends_at ?? null,
  };
}

function isPaid(table: EntitlementTable, { subscription_state: state }: Claims): boolean {
  return own(table.states, state)?.keeps === 'paid';
}

function paidLimits(table: EntitlementTable, read: Claims): Record<string, LimitValue> | null {
  const version = findVersion(table, read.plan_version);
  if (!version && read.plan_version !== undefined) return null;
  const stated = Object.entries(version?.limits ?? {}).filter(([, value]) => value !== 'unknown');
  const limits = { ...read.limits, ...Object.fromEntries(stated) };
  const sorted = Object.entries(limits).sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.length > 0 ? Object.fromEntries(sorted) : null;
}
