/** Pulse Patrol runs that a person starts by hand, under a limit of so many in a rolling period. */

import type { Kysely } from 'kysely';
import type { Row, Schema } from '../database/schema.ts';
import type { LimitValue } from '../evaluator/table.ts';
import { findGate } from '../gates/find-gate.ts';
import { requireLimit, type Warning } from '../gates/limit-gate.ts';
import { requireChangeable } from '../posture/require-changeable.ts';
import type { Product } from '../product.ts';
import type { Holder } from '../session/holder.ts';
import { lockOrganisation } from './lock-organisation.ts';

export const PATROL_GATE = 'POST /api/patrol/runs';
export type PatrolRun = Pick<Row<'patrol_run'>, 'id' | 'started_at' | 'outcome'>;

/** The newest first. */
export function readPatrolRuns(database: Kysely<Schema>, organisationId: number): Promise<PatrolRun[]> {
  return database
    .selectFrom('patrol_run')
    .where('organisation_id', '=', organisationId)
    .select(['id', 'started_at', 'outcome'])
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute();
}

/** Throws the gate's refusal, with the seconds until the next run, when the period's runs are used up. */
export function startPatrolRun(product: Product, holder: Holder): Promise<{ run: PatrolRun; warning?: Warning }> {
  const { id } = holder.organisation;
  const gate = findGate(product.table, PATROL_GATE);
  return lockOrganisation(product.database, id, async (transaction) => {
    await requireChangeable(product, holder, transaction);
    const now = product.now();
    const started = await startsInPeriod(product, transaction, id);
    const retryAfterSeconds = secondsToWait(started, holder.evaluator.getLimit(gate.key), periodOf(product), now);
    const attempt = { table: product.table, gate, holder, observed: started.length + 1, retryAfterSeconds };
    const warning = requireLimit(attempt);
    const run = await transaction
      .insertInto('patrol_run')
      .values({ organisation_id: id, started_at: now, outcome: 'Everything looks healthy' })
      .returning(['id', 'started_at', 'outcome'])
      .executeTakeFirstOrThrow();
    return { run, ...(warning && { warning }) };
  });
}

/** When the runs of the current period started, the oldest first. */
export async function startsInPeriod(
  product: Product,
  database: Kysely<Schema>,
  organisationId: number,
): Promise<Date[]> {
  const since = new Date(product.now().getTime() - periodOf(product) * 1000);
  const runs = await database
    .selectFrom('patrol_run')
    .where('organisation_id', '=', organisationId)
    .where('started_at', '>', since)
    .select('started_at')
    .orderBy('started_at')
    .execute();
  return runs.map((run) => run.started_at);
}

/** Until enough of the runs have left the period; undefined where waiting does not help or is not needed. */
export function secondsToWait(
  started: readonly Date[],
  limit: LimitValue,
  periodSeconds: number,
  now: Date,
): number | undefined {
  if (typeof limit !== 'number' || limit < 1) return undefined;
  const leaves = started[started.length - limit];
  if (!leaves) return undefined;
  return Math.max(1, Math.ceil(periodSeconds - (now.getTime() - leaves.getTime()) / 1000));
}

function periodOf(product: Product): number {
  return product.table.limits[findGate(product.table, PATROL_GATE).key]?.perSeconds ?? 3600;
}
