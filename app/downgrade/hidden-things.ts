/** What a downgrade has hidden: read, brought back one by one while there is room, and in bulk by the reconciler. */

import { type Kysely, sql } from 'kysely';
import type { Row, Schema } from '../database/schema.ts';
import { findGate } from '../gates/find-gate.ts';
import { requireLimit, type Warning } from '../gates/limit-gate.ts';
import { previewAdmission } from '../posture/admission.ts';
import type { Product } from '../product.ts';
import { lockOrganisation } from '../records/lock-organisation.ts';
import { THING_GATES, type ThingTable } from '../records/owned-things.ts';
import { writeAudit } from '../records/write-audit.ts';
import { notFound } from '../routes/read-body.ts';
import type { Holder } from '../session/holder.ts';

export type HiddenThing = Pick<Row<'workspace'>, 'id' | 'name' | 'delete_at'> & { readonly hidden_at: Date };

/** What is deleted first comes first. */
export async function readHidden(
  database: Kysely<Schema>,
  table: ThingTable,
  organisationId: number,
): Promise<HiddenThing[]> {
  const { rows } = await sql<HiddenThing>`
    select id, name, hidden_at, delete_at from ${sql.table(table)}
    where organisation_id = ${organisationId} and hidden_at is not null order by delete_at, id`.execute(database);
  return rows;
}

/** Counts as adding one: throws the gate's refusal where there is no room, and 404 for what is not hidden. */
export function restoreThing(
  product: Product,
  holder: Holder,
  thing: { table: ThingTable; id: number },
): Promise<{ name: string; warning?: Warning }> {
  const { id: organisationId } = holder.organisation;
  const gate = findGate(product.table, THING_GATES[thing.table]);
  return lockOrganisation(product.database, organisationId, async (transaction) => {
    const hidden = await readHidden(transaction, thing.table, organisationId);
    const found = hidden.find(({ id }) => id === thing.id);
    if (!found) throw notFound();
    const preview = await previewAdmission(product, holder, { table: thing.table }, transaction);
    const observed = preview.after.available ? preview.after.observed : Number.NaN;
    const warning = requireLimit({ table: product.table, gate, holder, observed, preview });
    await showAgain(transaction, thing.table, [thing.id]);
    const what = { action: 'Brought back what was hidden', target: found.name };
    await writeAudit(transaction, [
      { organisation_id: organisationId, at: product.now(), actor: holder.email, ...what },
    ]);
    return { name: found.name, ...(warning && { warning }) };
  });
}

export async function showAgain(database: Kysely<Schema>, table: ThingTable, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const shown = { hidden_at: null, delete_at: null };
  await database.updateTable(table).set(shown).where('id', 'in', ids).execute();
}

export async function hideThings(
  database: Kysely<Schema>,
  table: ThingTable,
  at: { ids: readonly number[]; now: Date; deleteAt: number | undefined },
): Promise<void> {
  if (at.ids.length === 0) return;
  const hidden = { hidden_at: at.now, delete_at: at.deleteAt === undefined ? null : new Date(at.deleteAt) };
  await database.updateTable(table).set(hidden).where('id', 'in', at.ids).execute();
}
