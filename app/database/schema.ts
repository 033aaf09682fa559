/** The tables as TypeScript sees them; `create-tables.ts` holds the same as SQL. */

import type { ColumnType, Generated, Selectable } from 'kysely';
import type { BillingState, ContractChange, Hideable, OverLimitRow } from '../downgrade/tables.ts';
import type { SubscriptionState } from '../evaluator/table.ts';

interface OfOrganisation {
  id: Generated<number>;
  organisation_id: number;
}

export interface Schema {
  organisation: {
    id: Generated<number>;
    name: string;
    plan_version: string;
    subscription_state: SubscriptionState;
    /** When the state ends by itself: a trial, or the days of grace; null when it does not. */
    state_until: Date | null;
  };
  account: OfOrganisation & { email: string; password: string; role: string };
  session: { id: string; account_id: number; expires_at: Date };
  /** The one trial that an organisation has had or has. */
  trial: {
    organisation_id: number;
    started_at: Date;
    ends_at: Date;
    claims: ColumnType<object, string, string>;
    interest: string | null;
    /** What the organisation had when it started; its moment as ISO 8601. */
    before: ColumnType<
      { plan_version: string; subscription_state: SubscriptionState; state_until: string | null },
      string,
      never
    >;
  };
  /** What limiters count; whose they are is text of theirs. */
  attempt: { kind: string; of: string; at: Date };
  workspace: OfOrganisation & Hideable & { name: string; created_at: Date };
  system: OfOrganisation & Hideable & { name: string; kind: string; status: string; created_at: Date };
  billing_state: BillingState;
  contract_change: ContractChange;
  over_limit: OverLimitRow;
  patrol_run: OfOrganisation & { started_at: Date; outcome: string };
  metric_point: { organisation_id: number; at: Date; cpu: number; memory: number };
  alert: OfOrganisation & { title: string; system: string; severity: string; since: Date };
  relay_connection: OfOrganisation & { name: string; region: string; round_trip_ms: number; connected_at: Date };
  push_target: OfOrganisation & { phone: string; delivered: number; paired_at: Date };
  agent_profile: OfOrganisation & { name: string; applies_to: string; every_seconds: number; changed_at: Date };
  role: OfOrganisation & { name: string; may: string; people: number };
  sso_provider: OfOrganisation & { name: string; protocol: string; domain: string; added_at: Date };
  audit_entry: OfOrganisation & { at: Date; actor: string; action: string; target: string };
  report: OfOrganisation & { title: string; format: string; covers: string; made_at: Date };
  probe: OfOrganisation & { target: string; location: string; response_ms: number; checked_at: Date };
  patrol_fix: OfOrganisation & { problem: string; fix: string; system: string; verified_at: Date };
  client: OfOrganisation & { name: string; contact: string; since: Date };
}

export type Row<T extends keyof Schema> = Selectable<Schema[T]>;
