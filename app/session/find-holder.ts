/** A request's token enters; who is signed in, with their evaluator, leaves, or nothing. */

import { createEvaluator } from '../evaluator/create-evaluator.ts';
import { findVersion } from '../evaluator/find-grant.ts';
import type { Product } from '../product.ts';
import { currentState } from './current-state.ts';
import type { Holder } from './holder.ts';

export async function findHolder(product: Product, token: string | undefined): Promise<Holder | undefined> {
  if (!token) return undefined;
  const now = product.now();
  const sessionId = await product.tokens.read(token, now);
  if (!sessionId) return undefined;
  const row = await selectHolder(product, sessionId, now);
  if (!row) return undefined;
  const state = currentState(row, now);
  return {
    sessionId,
    email: row.email,
    role: row.role,
    organisation: { id: row.id, name: row.name },
    version: row.plan_version,
    planName: findVersion(product.table, row.plan_version)?.name ?? row.plan_version,
    state,
    stateUntil: row.state_until,
    evaluator: createEvaluator(product.table, { version: row.plan_version, state }),
  };
}

function selectHolder(product: Product, sessionId: string, now: Date) {
  return product.database
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .innerJoin('organisation', 'organisation.id', 'account.organisation_id')
    .where('session.id', '=', sessionId)
    .where('session.expires_at', '>', now)
    .select(['account.email', 'account.role', 'organisation.id', 'organisation.name'])
    .select(['organisation.plan_version', 'organisation.subscription_state', 'organisation.state_until'])
    .executeTakeFirst();
}
