/** An empty schema enters; the product's tables stand in it when this leaves. */

import { type Kysely, sql } from 'kysely';
import { CONTRACT_TABLES, HIDEABLE } from '../downgrade/tables.ts';
import { noticeStatements } from '../events/notice-statements.ts';
import type { Schema } from './schema.ts';

const OWNED = `
  id integer generated always as identity primary key,
  organisation_id integer not null references organisation on delete cascade`;

/** Tables that belong to an organisation, with their own columns. */
const TABLES: Record<string, string> = {
  account: 'email text not null unique, password text not null, role text not null',
  workspace: `name text not null, created_at timestamptz not null, ${HIDEABLE}`,
  system: `name text not null, kind text not null, status text not null, created_at timestamptz not null, ${HIDEABLE}`,
  patrol_run: 'started_at timestamptz not null, outcome text not null',
  alert: 'title text not null, system text not null, severity text not null, since timestamptz not null',
  relay_connection:
    'name text not null, region text not null, round_trip_ms integer not null, connected_at timestamptz not null',
  push_target: 'phone text not null, delivered integer not null, paired_at timestamptz not null',
  agent_profile:
    'name text not null, applies_to text not null, every_seconds integer not null, changed_at timestamptz not null',
  role: 'name text not null, may text not null, people integer not null',
  sso_provider: 'name text not null, protocol text not null, domain text not null, added_at timestamptz not null',
  audit_entry: 'at timestamptz not null, actor text not null, action text not null, target text not null',
  report: 'title text not null, format text not null, covers text not null, made_at timestamptz not null',
  probe: 'target text not null, location text not null, response_ms integer not null, checked_at timestamptz not null',
  patrol_fix: 'problem text not null, fix text not null, system text not null, verified_at timestamptz not null',
  client: 'name text not null, contact text not null, since timestamptz not null',
};

export async function createTables(database: Kysely<Schema>): Promise<void> {
  const owned = Object.entries(TABLES).flatMap(([name, columns]) => [
    `create table ${name} (${OWNED}, ${columns})`,
    `create index on ${name} (organisation_id)`,
  ]);
  const statements = [
    `create table organisation (
      id integer generated always as identity primary key,
      name text not null,
      plan_version text not null,
      subscription_state text not null,
      state_until timestamptz)`,
    ...owned,
    ...CONTRACT_TABLES,
    `create table session (
      id text primary key,
      account_id integer not null references account on delete cascade,
      expires_at timestamptz not null)`,
    `create table trial (
      organisation_id integer primary key references organisation on delete cascade,
      started_at timestamptz not null,
      ends_at timestamptz not null,
      claims jsonb not null,
      interest text,
      before jsonb not null)`,
    'create table attempt (kind text not null, "of" text not null, at timestamptz not null)',
    'create index on attempt (kind, "of", at)',
    'create index on attempt (kind, at)',
    `create table metric_point (
      organisation_id integer not null references organisation on delete cascade,
      at timestamptz not null,
      cpu real not null,
      memory real not null,
      primary key (organisation_id, at))`,
    ...noticeStatements(),
  ];
  await sql.raw(statements.join(';\n')).execute(database);
}
