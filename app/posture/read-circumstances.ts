/** An organisation enters; what is recorded beside its contract leaves: since when it is over, locks, unsettled changes. */

import { type Kysely, sql } from 'kysely';
import type { Schema } from '../database/schema.ts';

export interface Recorded {
  /** By key of limit, in milliseconds since 1970. */
  readonly overSince: Readonly<Record<string, number>>;
  readonly locked: boolean;
  readonly settling: boolean;
}

interface RecordedRow {
  over_since: Readonly<Record<string, number>> | null;
  locked: boolean;
  settling: boolean;
}

export async function readCircumstances(database: Kysely<Schema>, organisationId: number): Promise<Recorded> {
  const { rows } = await sql<RecordedRow>`
    select
      (select json_object_agg(key, floor(extract(epoch from since) * 1000))
        from over_limit where organisation_id = ${organisationId}) as over_since,
      exists (select from billing_state where organisation_id = ${organisationId} and abuse_locked) as locked,
      exists (select from contract_change where organisation_id = ${organisationId} and settled_at is null) as settling
    `.execute(database);
  const { over_since, locked = false, settling = false } = rows[0] ?? {};
  return { overSince: over_since ?? {}, locked, settling };
}
