/** What was done, by whom and to what enters; it stands in the organisation's audit log when this leaves. */

import type { Kysely } from 'kysely';
import type { Row, Schema } from '../database/schema.ts';

/** Who does what nobody asked for by hand. */
export const PRODUCT_ACTOR = 'Pulse';

export async function writeAudit(
  database: Kysely<Schema>,
  entries: readonly Omit<Row<'audit_entry'>, 'id'>[],
): Promise<void> {
  if (entries.length > 0) await database.insertInto('audit_entry').values(entries).execute();
}
