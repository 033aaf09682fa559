/** A list's definition and an organisation enter; the organisation's own rows leave, without what only we need. */

import { type Kysely, sql } from 'kysely';
import type { Schema } from '../database/schema.ts';
import type { ListDefinition } from './lists.ts';

export type ListItem = Readonly<Record<string, string | number | Date>>;

export async function readList(
  database: Kysely<Schema>,
  list: ListDefinition,
  organisationId: number,
): Promise<ListItem[]> {
  const fields = ['id', ...list.columns.map(({ field }) => field)].map((field) => sql.ref(field));
  const order = list.newestBy ? sql`${sql.ref(list.newestBy)} desc, id desc` : sql`id`;
  const { rows } = await sql<ListItem>`
    select ${sql.join(fields)} from ${sql.table(list.table)}
    where organisation_id = ${organisationId} order by ${order}`.execute(database);
  return rows;
}
