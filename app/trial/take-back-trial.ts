/** A holder whose organisation has had a trial enters; everything is as before it started when this leaves. For sandboxes only. */

import type { Product } from '../product.ts';
import { lockOrganisation } from '../records/lock-organisation.ts';
import { requireRole } from '../roles/require-role.ts';
import type { Holder } from '../session/holder.ts';
import { FOR_TRIAL, trialBucket } from './start-trial.ts';

/** False where there was none. What was asked in a row is forgotten too, so that the next one to try it is the first. */
export async function takeBackTrial(product: Product, holder: Holder): Promise<boolean> {
  requireRole(product.table, FOR_TRIAL, holder);
  const { id } = holder.organisation;
  const { kind, of } = trialBucket(holder);
  const taken = await lockOrganisation(product.database, id, async (transaction) => {
    const row = await transaction
      .deleteFrom('trial')
      .where('organisation_id', '=', id)
      .returning('before')
      .executeTakeFirst();
    if (!row) return false;
    const { state_until: until, ...before } = row.before;
    const state_until = until === null ? null : new Date(until);
    await transaction
      .updateTable('organisation')
      .set({ ...before, state_until })
      .where('id', '=', id)
      .execute();
    await transaction.deleteFrom('attempt').where('kind', '=', kind).where('of', '=', of).execute();
    await transaction
      .insertInto('audit_entry')
      .values({
        organisation_id: id,
        at: product.now(),
        actor: holder.email,
        action: 'Took back the trial',
        target: 'Plan',
      })
      .execute();
    return true;
  });
  product.billing.invalidate(id);
  return taken;
}
