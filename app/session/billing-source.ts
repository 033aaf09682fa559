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
        .where('id', '=', id)
        .select(['plan_version', 'subscription_state', 'state_until'])
        .executeTakeFirst();
      if (!row) return undefined;
      const { plan_version, state_until: until } = row;
      const claims = { plan_version, subscription_state: currentState(row, now()) };
      return until ? { ...claims, state_ends_at: until.getTime() / 1000 } : claims;
    },
  });
}
