/** An empty database and the table enter; one organisation for each version and state of the table stands when it leaves. */

import type { Kysely } from 'kysely';
import type { EntitlementTable, SubscriptionState, VersionRow } from '../evaluator/table.ts';
import { findGate } from '../gates/find-gate.ts';
import { hashPassword } from '../session/hash-password.ts';
import { organisationName } from './organisation-name.ts';
import type { Schema } from './schema.ts';
import { seedRecords } from './seed-records.ts';

export const DEMO_PASSWORD = 'pulse-demo-password';
/** The one role that every organisation has, also where the table names none. */
const OWNER = 'owner';
const DAY_MS = 86_400_000;
// How far into its trial or its days of grace a seeded organisation is.
const TRIAL_DAYS_LEFT = 9;
const GRACE_DAYS_GONE = 2;

interface SeededHolder {
  readonly version: string;
  readonly state: SubscriptionState;
  readonly row: VersionRow;
}

/** `now` is when the organisations are looked at first: their histories lead up to it. */
export async function seed(database: Kysely<Schema>, table: EntitlementTable, now: Date): Promise<void> {
  const holders = seededHolders(table);
  const organisations = await database
    .insertInto('organisation')
    .values(holders.map((holder, index) => organisationValues(table, holder, index, now)))
    .returning('id')
    .execute();
  const ids = organisations.map(({ id }) => id);
  const roles = Object.keys(table.roles ?? {}).filter((role) => role !== OWNER);
  const password = await hashPassword(DEMO_PASSWORD);
  await database
    .insertInto('account')
    .values(
      holders.flatMap((holder, index) =>
        [OWNER, ...roles].map((role) => ({
          organisation_id: ids[index]!,
          email: demoEmail(holder.version, holder.state, role),
          password,
          role,
        })),
      ),
    )
    .execute();
  await seedRecords(database, now);
  await seedWorkspaces(database, table, now);
}

/** The address that somebody of the seeded organisation signs in with; only that of an owner names no role. */
export function demoEmail(version: string, state: SubscriptionState, role = OWNER): string {
  const suffix = role === OWNER ? '' : `.${role.replaceAll('_', '-')}`;
  return `${version}.${state}${suffix}@pulse.example`;
}

function seededHolders(table: EntitlementTable): SeededHolder[] {
  return Object.entries(table.versions).flatMap(([version, row]) =>
    row.states.map((state) => ({ version, state, row })),
  );
}

function organisationValues(table: EntitlementTable, holder: SeededHolder, index: number, now: Date) {
  return {
    name: organisationName(index),
    plan_version: holder.version,
    subscription_state: holder.state,
    state_until: stateUntil(table, holder.state, now),
  };
}

function stateUntil(table: EntitlementTable, state: SubscriptionState, now: Date): Date | null {
  const { lastsDays } = table.states[state];
  if (lastsDays !== undefined) return new Date(now.getTime() + Math.max(1, lastsDays - GRACE_DAYS_GONE) * DAY_MS);
  return state === 'trial' ? new Date(now.getTime() + TRIAL_DAYS_LEFT * DAY_MS) : null;
}

/** One client workspace for each contract that has room for one, whatever its state: what exists stays. */
async function seedWorkspaces(database: Kysely<Schema>, table: EntitlementTable, now: Date): Promise<void> {
  const { key } = findGate(table, 'POST /api/workspaces');
  const roomy = Object.entries(table.versions).filter(([, row]) => {
    const limit = row.limits[key];
    return typeof limit === 'number' && limit >= 1;
  });
  if (roomy.length === 0) return;
  const versions = roomy.map(([version]) => version);
  await database
    .insertInto('workspace')
    .columns(['organisation_id', 'name', 'created_at'])
    .expression((query) =>
      query
        .selectFrom('organisation')
        .where('plan_version', 'in', versions)
        .select((select) => [
          'id as organisation_id',
          select.val('First client').as('name'),
          select.val(new Date(now.getTime() - 30 * DAY_MS)).as('created_at'),
        ]),
    )
    .execute();
}
