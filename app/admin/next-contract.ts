/** A stored contract and a change of it enter; the contract as it has to stand afterwards leaves, or why it cannot. */

import { own } from '../evaluator/own.ts';
import { mayTake, reentryVersions } from '../evaluator/reentry-versions.ts';
import type { EntitlementTable, SubscriptionState } from '../evaluator/table.ts';
import { ApiError } from '../routes/api-error.ts';
import type { BillingChange } from './read-billing-change.ts';

export interface StoredContract {
  readonly version: string;
  /** As it is now: one whose end is past has expired. */
  readonly state: SubscriptionState;
  readonly stateUntil: Date | null;
  readonly endedAt: Date | null;
}

const DAY_MS = 86_400_000;

/** Throws `ApiError` 409 for a version that cannot be taken any more, and 400 for a state that it cannot be in. */
export function nextContract(
  table: EntitlementTable,
  stored: StoredContract,
  { change, now }: { change: BillingChange; now: Date },
): StoredContract {
  const version = change.version ?? stored.version;
  if (change.cancelled) return cancelled(stored, change, now);
  const state = change.state ?? stored.state;
  const takes = version !== stored.version || (stored.endedAt !== null && table.states[state].keeps === 'paid');
  if (takes && !mayTake(table, version, stored.endedAt !== null)) throw notOnOffer(table, stored.version, version);
  requireState(table, version, state);
  const stateUntil = endOf(table, { state, asked: change.stateEndsAt, stored, now });
  return { version, state, stateUntil, endedAt: leaves(table, stored, version) ? now : stored.endedAt };
}

function cancelled(stored: StoredContract, { version, state }: BillingChange, now: Date): StoredContract {
  if (version === undefined || version === stored.version) {
    if (state === undefined || state === 'expired')
      return { version: stored.version, state: 'expired', stateUntil: null, endedAt: now };
  }
  throw new ApiError(400, 'invalid_input', 'A contract that is cancelled takes no other version or state with it.', {
    details: { field: 'cancelled' },
  });
}

/** Leaving an older version ends it for good, as its holders were told. */
function leaves(table: EntitlementTable, stored: StoredContract, version: string): boolean {
  return version !== stored.version && own(table.versions, stored.version)?.current === false;
}

function requireState(table: EntitlementTable, version: string, state: SubscriptionState): void {
  const states = own(table.versions, version)?.states;
  if (!states || states.includes(state)) return;
  throw new ApiError(400, 'invalid_state', `A contract of ${version} is one of ${states.join(', ')}.`, {
    details: { field: 'subscription_state', states },
  });
}

/** A trial needs an end; the days of grace have their own; nothing else ends by itself. */
function endOf(
  table: EntitlementTable,
  at: { state: SubscriptionState; asked: Date | undefined; stored: StoredContract; now: Date },
): Date | null {
  const { state, asked, stored, now } = at;
  const { lastsDays } = table.states[state];
  const ends = state === 'trial' || lastsDays !== undefined;
  if (asked && !ends) throw endless(`"${state}" does not end by itself; leave out "state_ends_at".`);
  if (!ends) return null;
  if (asked) return asked;
  if (state === stored.state && stored.stateUntil) return stored.stateUntil;
  if (lastsDays !== undefined) return new Date(now.getTime() + lastsDays * DAY_MS);
  throw endless('A trial needs "state_ends_at".');
}

function endless(message: string): ApiError {
  return new ApiError(400, 'invalid_input', message, { details: { field: 'state_ends_at' } });
}

function notOnOffer(table: EntitlementTable, ended: string, version: string): ApiError {
  const offers = reentryVersions(table, ended);
  const message = `The contract of ${ended} has ended, and ${version} is not on offer today. Choose one of ${offers.join(', ')}.`;
  return new ApiError(409, 'not_on_offer', message, { details: { version, offers } });
}
