/** A source over rows in memory, whose database fails or hangs and whose clock moves as it is told, leaves. */

import { DatabaseSource } from '../../../app/evaluator/database/database-source.ts';
import type { DatabaseOptions } from '../../../app/evaluator/database/index.ts';
import type { EntitlementTable } from '../../../app/evaluator/table.ts';
import { smallTable } from '../small-table.ts';

export const START = Date.UTC(2026, 0, 5);

export function fakeBilling(
  options: Partial<DatabaseOptions<number, EntitlementTable>> = {},
  table: EntitlementTable = smallTable,
) {
  const billing = {
    /** Milliseconds since 1970. */
    now: START,
    rows: new Map<number, unknown>([[1, { plan_version: 'paid_v1', subscription_state: 'active' }]]),
    database: 'up' as 'up' | 'refuses' | 'hangs',
    /** Ids, in the order of asking. */
    queries: [] as number[],
    told: [] as string[],
  };
  const query = async (id: number) => {
    billing.queries.push(id);
    if (billing.database === 'hangs') return new Promise<never>(() => {});
    if (billing.database === 'refuses') throw new Error('connection refused');
    return billing.rows.get(id);
  };
  const source = new DatabaseSource({
    table,
    query,
    now: () => billing.now,
    onFault: ({ message, cause }) => billing.told.push(`fault: ${message.slice(0, 8)} ${String(cause)}`),
    onRecovery: ({ lastedSeconds }) => billing.told.push(`recovery after ${lastedSeconds} s`),
    ...options,
  });
  const pass = (seconds: number) => {
    billing.now += seconds * 1000;
  };
  /** Where from, and whether it is the paid version. */
  const ask = async (id = 1) => {
    const { from, evaluator } = await source.read(id);
    return `${from} ${evaluator.version} ${evaluator.hasCapability('export') ? 'may export' : 'may not'}`;
  };
  return { billing, source, pass, ask };
}
