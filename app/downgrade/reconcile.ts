/** The product enters; every organisation's overage and changed contract has been settled once when this leaves. */

import { sql } from 'kysely';
import { findGate } from '../gates/find-gate.ts';
import { type Contract, evaluatorOf } from '../posture/evaluator-of.ts';
import { readCircumstances } from '../posture/read-circumstances.ts';
import type { Product } from '../product.ts';
import { lockOrganisation } from '../records/lock-organisation.ts';
import { THING_GATES, type ThingTable, thingsOf } from '../records/owned-things.ts';
import { deleteDue } from './delete-due.ts';
import { recordOverLimit } from './record-over-limit.ts';
import { settleChanges } from './settle-changes.ts';

export interface Reconciled {
  /** Hidden or brought back. */
  readonly moved: number;
  readonly deleted: number;
  readonly postures: number;
}

/** A second run at the same time of the clock changes nothing. Several at once wait for each other by organisation. */
export async function reconcile(product: Product): Promise<Reconciled> {
  const total = { moved: 0, deleted: 0, postures: 0 };
  for (const id of await candidates(product)) {
    const { moved, deleted, postures } = await reconcileOne(product, id);
    total.moved += moved;
    total.deleted += deleted;
    total.postures += postures;
  }
  return total;
}

/** Who has a change to settle, something to delete, or stands elsewhere than recorded: all others are left alone. */
async function candidates(product: Product): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select organisation_id as id from contract_change where settled_at is null
    union select organisation_id from over_limit
    union select organisation_id from workspace where delete_at <= ${product.now()}
    union select organisation_id from system where delete_at <= ${product.now()}`.execute(product.database);
  const above = await Promise.all(thingsOf(product).map((thing) => whoIsAbove(product, thing)));
  return [...new Set([...rows.map(({ id }) => id), ...above.flat()])].sort((a, b) => a - b);
}

/** One query for all: most organisations are within their limits at any time. */
async function whoIsAbove(product: Product, thing: ThingTable): Promise<number[]> {
  const { key } = findGate(product.table, THING_GATES[thing]);
  const { rows } = await sql<Contract & { id: number; count: number }>`
    select id, plan_version, subscription_state, state_until, count from organisation join (
      select organisation_id, count(*)::int as count from ${sql.table(thing)}
      where hidden_at is null group by organisation_id
    ) as counted on organisation_id = id`.execute(product.database);
  const above = rows.filter((row) => {
    const limit = evaluatorOf(product, row).getLimit(key);
    return typeof limit === 'number' && row.count > limit;
  });
  return above.map(({ id }) => id);
}

function reconcileOne(product: Product, id: number): Promise<Reconciled> {
  return lockOrganisation(product.database, id, async (transaction) => {
    const contract = await transaction
      .selectFrom('organisation')
      .where('id', '=', id)
      .select(['plan_version', 'subscription_state', 'state_until'])
      .executeTakeFirst();
    if (!contract) return { moved: 0, deleted: 0, postures: 0 };
    const organisation = { id, evaluator: evaluatorOf(product, contract) };
    // Who cannot bring anything back loses nothing either.
    const { locked } = await readCircumstances(transaction, id);
    const moved = locked ? 0 : await settleChanges(product, transaction, organisation);
    const deleted = locked ? 0 : await deleteDue(product, transaction, organisation);
    return { moved, deleted, postures: await recordOverLimit(product, transaction, organisation) };
  });
}
