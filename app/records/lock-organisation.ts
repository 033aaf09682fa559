/** An organisation and a change enter; the change has run alone among that organisation's changes when this leaves. */

import type { Kysely, Transaction } from 'kysely';
import type { Schema } from '../database/schema.ts';

/**
 * Counting and adding are two statements; without the row's lock, two requests at once would both take the last place.
 * It holds for one short transaction and only within one organisation.
 */
export function lockOrganisation<T>(
  database: Kysely<Schema>,
  organisationId: number,
  change: (transaction: Transaction<Schema>) => Promise<T>,
): Promise<T> {
  return database.transaction().execute(async (transaction) => {
    await transaction.selectFrom('organisation').where('id', '=', organisationId).select('id').forUpdate().execute();
    return change(transaction);
  });
}
