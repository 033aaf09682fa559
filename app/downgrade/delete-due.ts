/** An organisation enters; what it had hidden for longer than the days in which it can be had back is gone when this leaves. */

import type { Transaction } from 'kysely';
import type { Schema } from '../database/schema.ts';
import type { Evaluator } from '../evaluator/create-evaluator.ts';
import { findGate } from '../gates/find-gate.ts';
import { keepsPaid } from '../posture/evaluator-of.ts';
import type { Product } from '../product.ts';
import { THING_GATES, thingsOf } from '../records/owned-things.ts';
import { PRODUCT_ACTOR, writeAudit } from '../records/write-audit.ts';

/** How many. Nothing is deleted of who has expired or is suspended. */
export async function deleteDue(
  product: Product,
  transaction: Transaction<Schema>,
  organisation: { id: number; evaluator: Evaluator },
): Promise<number> {
  if (!keepsPaid(product, organisation.evaluator)) return 0;
  const at = product.now();
  let deleted = 0;
  for (const thing of thingsOf(product)) {
    const due = transaction.deleteFrom(thing).where('organisation_id', '=', organisation.id);
    const gone = await due.where('delete_at', '<=', at).returning('name').execute();
    const { one } = product.table.limits[findGate(product.table, THING_GATES[thing]).key]!;
    const entry = { organisation_id: organisation.id, at, actor: PRODUCT_ACTOR, action: `Deleted a hidden ${one}` };
    await writeAudit(
      transaction,
      gone.map(({ name }) => ({ ...entry, target: name })),
    );
    deleted += gone.length;
  }
  return deleted;
}
