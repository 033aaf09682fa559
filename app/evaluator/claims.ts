/** What a token, a billing record or a lease says of its holder: as it is carried, whatever carries it. */

import type { ContractHolder } from './contract-grant.ts';
import { own } from './own.ts';
import type { EntitlementTable, LimitValue } from './table.ts';

/** Every field may be missing, and then stays missing. `readClaims` gives them in today's names. */
export interface Claims {
  readonly plan_version?: string;
  readonly subscription_state?: string;
  readonly capabilities?: readonly string[];
  readonly limits?: Readonly<Record<string, LimitValue>>;
  readonly meters_enabled?: readonly string[];
  readonly addons?: Readonly<Record<string, number>>;
  /** When a trial or the days of grace end: seconds since 1970. */
  readonly state_ends_at?: number;
}

/** Where claims come from: a signed token, a billing record. Never rejects: what cannot be read is told in `problems`. */
export interface EntitlementSource<Subject> {
  read(subject: Subject): Promise<ClaimsRead>;
}

export interface ClaimsRead {
  /** Missing when nothing at all may be granted: no such holder, or a token that does not hold. */
  readonly claims?: Claims;
  /** `live`: read now. `remembered`: the last known, since the source cannot be read. `defaults`: neither. */
  readonly from: 'live' | 'remembered' | 'defaults';
  /** What was odd, for the log; never for customers. */
  readonly problems: readonly string[];
}

/**
 * Claims and the time, in milliseconds since 1970, enter; the holder to create an evaluator for leaves.
 * A trial without an end (missing, or no finite number), and a trial or grace whose end is past or now, has expired;
 * grace without an end lasts. Ends of other states mean nothing. A clock that jumps back only prolongs it.
 */
export function holderOf(claims: Claims, now: number): ContractHolder {
  const { plan_version, subscription_state, capabilities, meters_enabled, limits, addons, state_ends_at } = claims;
  const hasEnd = Number.isFinite(state_ends_at);
  const endless = subscription_state === 'trial' && !hasEnd;
  const ends = subscription_state === 'trial' || subscription_state === 'grace';
  const isPast = ends && hasEnd && state_ends_at! * 1000 <= now;
  return {
    version: plan_version,
    state: endless || isPast ? 'expired' : subscription_state,
    ...(capabilities && { capabilities }),
    ...(meters_enabled && { meters: meters_enabled }),
    ...(limits && { limits }),
    ...(addons && { addons }),
  };
}

/** Which version a payment provider's price id buys; nothing for an id that the matrix does not list. */
export function versionOfPrice(table: EntitlementTable, priceId: string): string | undefined {
  const version = own(table?.prices ?? {}, priceId);
  return typeof version === 'string' ? version : undefined;
}
