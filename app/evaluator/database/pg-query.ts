/** A pool of `pg` and the names of a table and its columns enter; the query that a database source asks with leaves. */

import type { Claims } from '../claims.ts';
import type { QueryLimits } from './database-options.ts';

/** As much of a `Pool` or `Client` of the package `pg` as is used. */
export interface Queryable {
  query(config: { text: string; values: unknown[]; query_timeout?: number }): Promise<{ rows: unknown[] }>;
}

/** What the columns are called; null for one that the table does not have. */
export type BillingColumns = { readonly [Field in keyof Claims | 'organisation_id']: string | null };

const COLUMNS: Required<BillingColumns> = {
  organisation_id: 'organisation_id',
  plan_version: 'plan_version',
  subscription_state: 'subscription_state',
  capabilities: 'capabilities',
  limits: 'limits',
  meters_enabled: 'meters_enabled',
  addons: 'addons',
  state_ends_at: 'state_ends_at',
};

/**
 * The table that `pgQuery` reads when it is told of no other. Lists may as well be `text[]`, and the id any type that
 * compares with the one asked for.
 */
export const createBillingState = `create table billing_state (
  organisation_id bigint primary key,
  plan_version text,
  subscription_state text,
  capabilities jsonb,
  limits jsonb,
  meters_enabled jsonb,
  addons jsonb,
  state_ends_at timestamptz
)`;

/**
 * `table` may carry a schema (`billing.state`), `columns` names those that differ from the defaults, which are the names
 * of the claims and `organisation_id`. `state_ends_at` is read as a `timestamptz`. A query that takes longer than the
 * source waits is given up by `pg`; set `connectionTimeoutMillis` on the pool, so that waiting for a connection is too.
 */
export function pgQuery(
  pool: Queryable,
  { table = 'billing_state', columns = {} }: { table?: string; columns?: Partial<BillingColumns> } = {},
): (id: string | number, limits: QueryLimits) => Promise<unknown> {
  const text = selectOf(table, { ...COLUMNS, ...columns });
  return async (id, { timeoutMs }) => {
    const { rows } = await pool.query({ text, values: [id], query_timeout: timeoutMs });
    return rows[0];
  };
}

function selectOf(table: string, { organisation_id, ...fields }: BillingColumns): string {
  const read = Object.entries(fields).flatMap(([field, column]) => (column ? [`${reading(field, column)}`] : []));
  const from = table.split('.').map(quoted).join('.');
  return `select ${read.join(', ')} from ${from} where ${quoted(organisation_id ?? COLUMNS.organisation_id!)} = $1`;
}

function reading(field: string, column: string): string {
  const value = field === 'state_ends_at' ? `extract(epoch from ${quoted(column)})::float8` : quoted(column);
  return `${value} as ${quoted(field)}`;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
