/** What an organisation adds and removes one by one under a counted limit: client workspaces and monitored systems. */

import { type Kysely, sql } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { requireEnrolment } from '../enrolment/require-enrolment.ts';
import { own } from '../evaluator/own.ts';
import { findGate } from '../gates/find-gate.ts';
import { requireLimit, type Warning } from '../gates/limit-gate.ts';
import { previewAdmission } from '../posture/admission.ts';
import { requireChangeable } from '../posture/require-changeable.ts';
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

/** What can be had here: the table of a product with one tenant speaks of no workspaces. */
export function thingsOf({ table }: Pick<Product, 'table'>): ThingTable[] {
  return (Object.keys(THING_GATES) as ThingTable[]).filter((thing) => own(table.gates, THING_GATES[thing]));
}
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
    where organisation_id = ${organisationId} and hidden_at is null order by id`.execute(database);
  return rows;
}

/**
 * Throws the gate's refusal at the hard edge, with the same preview and words that were to be had before. `from` is the
 * address of the request.
 */
export async function addThing(
  product: Product,
  holder: Holder,
  thing: { table: ThingTable; name: string; from: string; replaces?: number | undefined },
): Promise<{ thing: Thing; warning?: Warning }> {
  const { id } = holder.organisation;
  const gate = findGate(product.table, THING_GATES[thing.table]);
  requireRole(product.table, gate, holder);
  const enrols = thing.table === 'system' && thing.replaces === undefined;
  if (enrols) await requireEnrolment(product, holder, thing.from);
  const add = async (database: Kysely<Schema>) => {
    const preview = await previewAdmission(product, holder, thing, database);
    const observed = preview.after.available ? preview.after.observed : Number.NaN;
    const warning = requireLimit({ table: product.table, gate, holder, observed, preview });
    if (thing.replaces !== undefined)
      await deleteThing(database, thing.table, { organisationId: id, id: thing.replaces });
    const values = { organisation_id: id, name: thing.name, created_at: product.now(), ...NEW_VALUES[thing.table] };
    const columns = COLUMNS[thing.table].map((column) => sql.ref(column));
    const { rows } = await sql<Thing>`
      insert into ${sql.table(thing.table)} (${sql.join(Object.keys(values).map((column) => sql.ref(column)))})
      values (${sql.join(Object.values(values))}) returning ${sql.join(columns)}`.execute(database);
    return { thing: rows[0]!, ...(warning && { warning }) };
  };
  // Systems enrol by themselves and many at once: a few too many are put right later, none waits for another.
  return enrols ? add(product.database) : lockOrganisation(product.database, id, add);
}

/** False when the organisation has no such thing. Throws for a role that may not add it, and while changes are locked. */
export async function removeThing(
  product: Product,
  holder: Holder,
  thing: { table: ThingTable; id: number },
): Promise<boolean> {
  requireRole(product.table, findGate(product.table, THING_GATES[thing.table]), holder);
  await requireChangeable(product, holder);
  return deleteThing(product.database, thing.table, { organisationId: holder.organisation.id, id: thing.id });
}

async function deleteThing(
  database: Kysely<Schema>,
  table: ThingTable,
  at: { organisationId: number; id: number },
): Promise<boolean> {
  const result = await sql`
    delete from ${sql.table(table)}
    where id = ${at.id} and organisation_id = ${at.organisationId}`.execute(database);
  return (result.numAffectedRows ?? 0n) > 0n;
}

/** What is hidden after a downgrade does not count. */
export async function countThings(
  database: Kysely<Schema>,
  table: ThingTable,
  organisationId: number,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${sql.table(table)}
    where organisation_id = ${organisationId} and hidden_at is null`.execute(database);
  return rows[0]?.count ?? Number.NaN;
}
