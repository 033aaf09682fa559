/** A holder and a change to what they own enter; the preview of it leaves, by the rule that the change itself is counted by. */

import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { type AdmissionPreview, admissionPreview } from '../evaluator/admission-preview.ts';
import { UNREAD } from '../evaluator/usage-reading.ts';
import { findGate } from '../gates/find-gate.ts';
import type { Product } from '../product.ts';
import { countThings, THING_GATES, type ThingTable } from '../records/owned-things.ts';
import { notFound } from '../routes/read-body.ts';
import type { Holder } from '../session/holder.ts';
import { readOverLimit } from './read-over-limit.ts';

export interface ThingChange {
  readonly table: ThingTable;
  /** Goes as the new one comes. Throws 404 where the organisation has no such thing. */
  readonly replaces?: number | undefined;
}

export async function previewAdmission(
  product: Product,
  holder: Holder,
  change: ThingChange,
  database: Kysely<Schema> = product.database,
): Promise<AdmissionPreview> {
  const { id } = holder.organisation;
  const { key } = findGate(product.table, THING_GATES[change.table]);
  const count = await countThings(database, change.table, id);
  const { payload, settling } = await readOverLimit(product, holder, database);
  return admissionPreview(product.table, holder.evaluator, {
    key,
    usage: Number.isNaN(count) ? UNREAD : { available: true, observed: count },
    adds: 1,
    replaces: await replaced(database, change, id),
    overLimit: payload,
    settling,
  });
}

/** What is hidden does not count, so putting something in its place frees nothing. */
async function replaced(database: Kysely<Schema>, { table, replaces }: ThingChange, id: number): Promise<number> {
  if (replaces === undefined) return 0;
  const thing = await database
    .selectFrom(table)
    .where('id', '=', replaces)
    .where('organisation_id', '=', id)
    .select('hidden_at')
    .executeTakeFirst();
  if (!thing) throw notFound();
  return thing.hidden_at === null ? 1 : 0;
}
