/** The table, the database and the clock enter; each organisation's billing state, cached and outliving an outage, leaves. */

import { DatabaseSource } from '../evaluator/database/database-source.ts';
import type { Product } from '../product.ts';
import { currentState } from './current-state.ts';

/** Whoever changes an organisation's billing state calls `invalidate`; other processes see it within half a minute. */
export function billingSource({
  table,
  database,
  now,
}: Pick<Product, 'table' | 'database' | 'now'>): Product['billing'] {
  return new DatabaseSource({
    table,
    now: () => now().getTime(),
    query: async (id: number) => {
      const row = await database
        .selectFrom('organisation')
        .leftJoin('trial', 'trial.organisation_id', 'organisation.id')
        .where('id', '=', id)
        .select(['plan_version', 'subscription_state', 'state_until', 'trial.claims as lease'])
        .executeTakeFirst();
      if (!row) return undefined;
      const { plan_version, state_until: until, lease } = row;
      const state = currentState(row, now());
      // A trial's lease lists what is tried by itself; afterwards the contract says what is held.
      const listed = state === 'trial' && lease ? lease : {};
      const claims = { ...listed, plan_version, subscription_state: state };
      return until ? { ...claims, state_ends_at: until.getTime() / 1000 } : claims;
    },
  });
}
