/** An organisation enters; since when it is above which limit stands in the database when this leaves, or that it no longer is. */

import type { Transaction } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { shareInWords } from '../evaluator/count-in-words.ts';
import type { Evaluator } from '../evaluator/create-evaluator.ts';
import { overLimitPosture, type Posture } from '../evaluator/over-limit-posture.ts';
import { findGate } from '../gates/find-gate.ts';
import type { Product } from '../product.ts';
import { countThings, THING_GATES, type ThingTable, thingsOf } from '../records/owned-things.ts';
import { PRODUCT_ACTOR, writeAudit } from '../records/write-audit.ts';

const ACTIONS: Readonly<Record<Posture, string>> = {
  none: 'Is within the limit again',
  warning: 'Went above the limit',
  countdown: 'Is above the limit for more than 72 hours',
  enforcement: 'Blocked everything new: still above the limit',
  abuse_lock: 'Locked all changes',
};

/** How many postures changed. A state without a number is above nothing. */
export async function recordOverLimit(
  product: Product,
  transaction: Transaction<Schema>,
  organisation: { id: number; evaluator: Evaluator },
): Promise<number> {
  let changed = 0;
  for (const thing of thingsOf(product)) {
    if (await recordOne(product, transaction, { ...organisation, thing })) changed++;
  }
  return changed;
}

async function recordOne(
  product: Product,
  transaction: Transaction<Schema>,
  { id, evaluator, thing }: { id: number; evaluator: Evaluator; thing: ThingTable },
): Promise<boolean> {
  const { key } = findGate(product.table, THING_GATES[thing]);
  const rule = product.table.limits[key]!;
  const at = product.now();
  const limit = evaluator.getLimit(key);
  const observed = await countThings(transaction, thing, id);
  const row = transaction.selectFrom('over_limit').where('organisation_id', '=', id).where('key', '=', key);
  const before = await row.select(['since', 'posture']).executeTakeFirst();
  const overSince = before?.since.getTime() ?? at.getTime();
  const { posture } = overLimitPosture({ rule, limit, observed, overSince, now: at.getTime() });
  if (posture === (before?.posture ?? 'none')) return false;
  await write(transaction, { id, key, since: new Date(overSince), posture });
  const target = typeof limit === 'number' ? shareInWords(rule, observed, limit) : rule.name;
  await writeAudit(transaction, [{ organisation_id: id, at, actor: PRODUCT_ACTOR, action: ACTIONS[posture], target }]);
  return true;
}

async function write(
  transaction: Transaction<Schema>,
  { id, key, since, posture }: { id: number; key: string; since: Date; posture: Posture },
): Promise<void> {
  if (posture === 'none') {
    await transaction.deleteFrom('over_limit').where('organisation_id', '=', id).where('key', '=', key).execute();
    return;
  }
  const insert = transaction.insertInto('over_limit').values({ organisation_id: id, key, since, posture });
  await insert.onConflict((same) => same.columns(['organisation_id', 'key']).doUpdateSet({ posture })).execute();
}
