/** What an organisation adds and removes one by one under a counted limit: client workspaces and monitored systems. */

import { type Kysely, sql } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { findGate } from '../gates/find-gate.ts';
import { requireLimit, type Warning } from '../gates/limit-gate.ts';
import type { Product } from '../product.ts';
import { requireRole } from '../roles/require-role.ts';
import type { Holder } from '../session/holder.ts';
import { lockOrganisation } from './lock-organisation.ts';

export type ThingTable = 'workspace' | 'system';

export interface Thing {
  readonly id: number;
  readonly name: string;
  readonly kind?: string;
  readonly status?: string;
  readonly created_at: Date;
}

export const THING_GATES = { workspace: 'POST /api/workspaces', system: 'POST /api/systems' } as const;
const COLUMNS = { workspace: ['id', 'name', 'created_at'], system: ['id', 'name', 'kind', 'status', 'created_at'] };
const NEW_VALUES = { workspace: {}, system: { kind: 'Linux host', status: 'healthy' } } as const;

export async function readThings(
  database: Kysely<Schema>,
  table: ThingTable,
  organisationId: number,
): Promise<Thing[]> {
  const columns = COLUMNS[table].map((column) => sql.ref(column));
  const { rows } = await sql<Thing>`
    select ${sql.join(columns)} from ${sql.table(table)}
    where organisation_id = ${organisationId} order by id`.execute(database);
  return rows;
}

/** Throws the gate's refusal at the hard edge. */
export function addThing(
  product: Product,
  holder: Holder,
  thing: { table: ThingTable; name: string },
): Promise<{ thing: Thing; warning?: Warning }> {
  const { id } = holder.organisation;
  const gate = findGate(product.table, THING_GATES[thing.table]);
  return lockOrganisation(product.database, id, async (transaction) => {
    const observed = (await countThings(transaction, thing.table, id)) + 1;
    const warning = requireLimit({ table: product.table, gate, holder, observed });
    const values = { organisation_id: id, name: thing.name, created_at: product.now(), ...NEW_VALUES[thing.table] };
    const columns = COLUMNS[thing.table].map((column) => sql.ref(column));
    const { rows } = await sql<Thing>`
      insert into ${sql.table(thing.table)} (${sql.join(Object.keys(values).map((column) => sql.ref(column)))})
      values (${sql.join(Object.values(values))}) returning ${sql.join(columns)}`.execute(transaction);
    return { thing: rows[0]!, ...(warning && { warning }) };
  });
}

/** False when the organisation has no such thing. For whom adding is: throws the refusal for any other role. */
export async function removeThing(
  product: Product,
  holder: Holder,
  thing: { table: ThingTable; id: number },
): Promise<boolean> {
  requireRole(product.table, findGate(product.table, THING_GATES[thing.table]), holder);
  const result = await sql`
    delete from ${sql.table(thing.table)}
    where id = ${thing.id} and organisation_id = ${holder.organisation.id}`.execute(product.database);
  return (result.numAffectedRows ?? 0n) > 0n;
}

export async function countThings(
  database: Kysely<Schema>,
  table: ThingTable,
  organisationId: number,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${sql.table(table)}
    where organisation_id = ${organisationId}`.execute(database);
  return rows[0]?.count ?? Number.NaN;
}
