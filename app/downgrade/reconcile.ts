/** The product enters; every organisation's overage and changed contract has been settled once when this leaves. */

import { sql } from 'kysely';
import { evaluatorOf } from '../posture/evaluator-of.ts';
import type { Product } from '../product.ts';
import { lockOrganisation } from '../records/lock-organisation.ts';
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

/** Who has something to count, something hidden, or a change that is not settled: all others are left alone. */
async function candidates({ database, now }: Product): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select organisation_id as id from contract_change where settled_at is null
    union select organisation_id from over_limit
    union select organisation_id from workspace
    union select organisation_id from system where hidden_at is not null or delete_at <= ${now()}
    order by id`.execute(database);
  return rows.map(({ id }) => id);
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
    const moved = await settleChanges(product, transaction, organisation);
    const deleted = await deleteDue(product, transaction, organisation);
    return { moved, deleted, postures: await recordOverLimit(product, transaction, organisation) };
  });
}
