/** Nothing enters; the description of the API as the text of `app/openapi.gen.json` leaves. */

import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import { createApp } from '../create-app.ts';
import type { Schema } from '../database/schema.ts';
import { table } from '../entitlements.gen.ts';
import { createSessionTokens } from '../session/create-session-tokens.ts';
import { describeApi } from './describe-api.ts';

export function printOpenapi(): string {
  return `${JSON.stringify(describeApi(productWithoutDatabase().routes, table), null, 2)}\n`;
}

/** The application with all its routes, and nothing to answer them from. */
export function productWithoutDatabase(): ReturnType<typeof createApp> {
  // Routes are registered without a question to the database.
  const database = new Kysely<Schema>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (one) => new PostgresIntrospector(one),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
  return createApp({ table, database, now: () => new Date(), tokens: createSessionTokens() });
}
