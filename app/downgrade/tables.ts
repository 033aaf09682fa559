/** The tables of contracts and what becomes of them over time, as TypeScript sees them and as SQL. */

import type { Generated, JSONColumnType } from 'kysely';
import type { Posture } from '../evaluator/over-limit-posture.ts';
import type { LimitValue } from '../evaluator/table.ts';

/** Of a thing that a downgrade can hide; what is visible has neither. */
export interface Hideable {
  hidden_at: Date | null;
  /** When it is deleted; null where it is kept. */
  delete_at: Date | null;
}

/** What billing says of an organisation beside its version and state. */
export interface BillingState {
  organisation_id: number;
  price_id: string | null;
  /** Those of the version, written with it. */
  limits: JSONColumnType<Record<string, LimitValue>>;
  abuse_locked: boolean;
  /** When a contract ended for good: from then on only what is on offer can be taken. */
  contract_ended_at: Date | null;
  changed_at: Date;
}

/** A change of version that may hide or restore things; settled once it did. */
export interface ContractChange {
  id: Generated<number>;
  organisation_id: number;
  from_version: string;
  changed_at: Date;
  settled_at: Date | null;
}

/** Since when an organisation is above a limit, and the posture that was told last. */
export interface OverLimitRow {
  organisation_id: number;
  key: string;
  since: Date;
  posture: Posture;
}

export const HIDEABLE = 'hidden_at timestamptz, delete_at timestamptz';

export const CONTRACT_TABLES: readonly string[] = [
  `create table billing_state (
    organisation_id integer primary key references organisation on delete cascade,
    price_id text,
    limits jsonb not null,
    abuse_locked boolean not null,
    contract_ended_at timestamptz,
    changed_at timestamptz not null)`,
  `create table contract_change (
    id integer generated always as identity primary key,
    organisation_id integer not null references organisation on delete cascade,
    from_version text not null,
    changed_at timestamptz not null,
    settled_at timestamptz)`,
  'create index on contract_change (organisation_id) where settled_at is null',
  `create table over_limit (
    organisation_id integer not null references organisation on delete cascade,
    key text not null,
    since timestamptz not null,
    posture text not null,
    primary key (organisation_id, key))`,
];
