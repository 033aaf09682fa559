/** What every route and page is given: the table, the database, billing state, the clock and the keepers of sessions. */

import type { Kysely } from 'kysely';
import type { Sandbox } from './clock/sandbox-routes.ts';
import type { Schema } from './database/schema.ts';
import type { DatabaseSource } from './evaluator/database/database-source.ts';
import type { EntitlementTable } from './evaluator/table.ts';
import type { SessionTokens } from './session/create-session-tokens.ts';
import type { SessionMemory } from './session/session-memory.ts';

export interface Product {
  readonly table: EntitlementTable;
  readonly database: Kysely<Schema>;
  /** Each organisation's, by its id. Whoever changes one calls `invalidate`. */
  readonly billing: DatabaseSource<number>;
  readonly tokens: SessionTokens;
  readonly sessions: SessionMemory;
  /** The one clock; in milliseconds since 1970 once `getTime()` is asked. */
  readonly now: () => Date;
  /** Without one, nothing of administration is there. */
  readonly adminToken?: string | undefined;
  /** Without one, nothing of a sandbox is there. */
  readonly sandbox?: Sandbox | undefined;
}
