/** What every route and page is given: the table, the database, billing state, the clock and the keepers of sessions. */

import type { Kysely } from 'kysely';
import type { Sandbox } from './clock/sandbox-routes.ts';
import type { Schema } from './database/schema.ts';
import type { Demo } from './demo/open-demo.ts';
import type { EnrolmentCaps } from './enrolment/require-enrolment.ts';
import type { DatabaseSource } from './evaluator/database/database-source.ts';
import type { EntitlementTable } from './evaluator/table.ts';
import type { Notices } from './events/open-notices.ts';
import type { SessionTokens } from './session/create-session-tokens.ts';
import type { SessionMemory } from './session/session-memory.ts';
import type { WatchedRevocations } from './session/watch-revocations.ts';

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
  /** Without it no session is ever revoked, and enrolment depends on no list. */
  readonly revocations?: Omit<WatchedRevocations, 'stop'>;
  readonly enrolment?: EnrolmentCaps;
  /** It is shown to the public: nothing commercial, nobody's name, nothing changes. */
  readonly demo?: Demo;
  /** There is one organisation, so that none is spoken of; the table is `singleTenantTable`. */
  readonly singleTenant?: boolean;
  /** What the database tells; without it, open sockets only learn that they have to close. */
  readonly notices?: Notices;
  /** How often open sockets look whether they still may, in milliseconds. */
  readonly lookAgainMs?: number;
}
