/** An organisation's stored state and the time enter; the state that it is in at that time leaves. */

import type { Row } from '../database/schema.ts';
import type { SubscriptionState } from '../evaluator/table.ts';

/** A state that ends by itself (a trial, the days of grace) has expired once its end is past; reading stores nothing. */
export function currentState(
  organisation: Pick<Row<'organisation'>, 'subscription_state' | 'state_until'>,
  now: Date,
): SubscriptionState {
  const { subscription_state: state, state_until: until } = organisation;
  return until !== null && until <= now ? 'expired' : state;
}
