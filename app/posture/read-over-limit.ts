/** A holder enters; where the organisation stands with its counted limits leaves, in words, and nothing is written. */

import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { limitEntries } from '../evaluator/limit-entries.ts';
import { type OverLimitPayload, overLimitPayload } from '../evaluator/over-limit-payload.ts';
import { UNREAD, type UsageReading } from '../evaluator/usage-reading.ts';
import { findGate } from '../gates/find-gate.ts';
import type { Product } from '../product.ts';
import { countThings, THING_GATES, type ThingTable, thingsOf } from '../records/owned-things.ts';
import type { Holder } from '../session/holder.ts';
import { type Recorded, readCircumstances } from './read-circumstances.ts';

export interface OverLimitRead extends Recorded {
  readonly payload: OverLimitPayload;
}

/** Counts only what has a number: nobody can be above no limit. */
export async function readOverLimit(
  product: Product,
  holder: Pick<Holder, 'evaluator' | 'organisation'>,
  database: Kysely<Schema> = product.database,
): Promise<OverLimitRead> {
  const { table, now } = product;
  const { id } = holder.organisation;
  const recorded = await readCircumstances(database, id);
  const usage: Record<string, UsageReading> = {};
  for (const thing of thingsOf(product)) {
    const { key } = findGate(table, THING_GATES[thing]);
    if (typeof holder.evaluator.getLimit(key) === 'number') usage[key] = await readCount(database, thing, id);
  }
  const limits = limitEntries(table, holder.evaluator, { usage, settling: recorded.settling });
  return { ...recorded, payload: overLimitPayload(table, limits, { ...recorded, now: now().getTime() }) };
}

/** What fails inside a transaction ends it, so the fault is the caller's; elsewhere it is usage that cannot be read. */
async function readCount(database: Kysely<Schema>, thing: ThingTable, id: number): Promise<UsageReading> {
  const count = countThings(database, thing, id);
  const observed = database.isTransaction ? await count : await count.catch(() => Number.NaN);
  return Number.isNaN(observed) ? UNREAD : { available: true, observed };
}
