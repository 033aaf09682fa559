/** A request's token enters; who is signed in, with their evaluator, leaves, or nothing. */

import { findVersion } from '../evaluator/find-grant.ts';
import type { SubscriptionState } from '../evaluator/table.ts';
import type { Product } from '../product.ts';
import type { Holder } from './holder.ts';

export async function findHolder(product: Product, token: string | undefined): Promise<Holder | undefined> {
  if (!token) return undefined;
  const now = product.now();
  const sessionId = await product.tokens.read(token, now);
  if (!sessionId || product.revocations?.revokes(sessionId)) return undefined;
  const owner = await product.sessions.find(sessionId, now);
  if (!owner) return undefined;
  const { id } = owner.organisation;
  const { claims, evaluator } = product.billing.peek(id) ?? (await product.billing.read(id));
  // Gone, with its accounts, since the session was read.
  if (!claims?.plan_version) return undefined;
  const { plan_version: version, state_ends_at: ends } = claims;
  return {
    sessionId,
    ...owner,
    version,
    planName: findVersion(product.table, version)?.name ?? version,
    state: evaluator.state as SubscriptionState,
    stateUntil: ends === undefined ? null : new Date(Math.round(ends * 1000)),
    evaluator,
  };
}
