/** An organisation's id enters; its billing state leaves as administrators read it, and changes when they write it. */

import { type Kysely, sql } from 'kysely';
import type { Row, Schema } from '../database/schema.ts';
import { deletedAt } from '../evaluator/settle-downgrade.ts';
import type { LimitValue } from '../evaluator/table.ts';
import { findGate } from '../gates/find-gate.ts';
import type { Product } from '../product.ts';
import { lockOrganisation } from '../records/lock-organisation.ts';
import { THING_GATES, thingsOf } from '../records/owned-things.ts';
import { writeAudit } from '../records/write-audit.ts';
import { notFound } from '../routes/read-body.ts';
import { currentState } from '../session/current-state.ts';
import { nextContract, type StoredContract } from './next-contract.ts';
import type { BillingChange } from './read-billing-change.ts';

type Stored = Row<'organisation'> & { readonly billing: Row<'billing_state'> | undefined };

/** Throws 404 where there is no such organisation. */
export async function readStored(database: Kysely<Schema>, id: number): Promise<Stored> {
  const organisation = await database.selectFrom('organisation').where('id', '=', id).selectAll().executeTakeFirst();
  if (!organisation) throw notFound();
  const billing = database.selectFrom('billing_state').where('organisation_id', '=', id).selectAll();
  return { ...organisation, billing: await billing.executeTakeFirst() };
}

export async function writeBillingState(product: Product, id: number, change: BillingChange): Promise<void> {
  await lockOrganisation(product.database, id, async (transaction) => {
    const now = product.now();
    const stored = await readStored(transaction, id);
    const before: StoredContract = {
      version: stored.plan_version,
      state: currentState(stored, now),
      stateUntil: stored.state_until,
      endedAt: stored.billing?.contract_ended_at ?? null,
    };
    const after = nextContract(product.table, before, { change, now });
    await storeContract(transaction, id, after);
    await storeBilling(product, transaction, { stored, after, change });
    if (after.version !== before.version) {
      const values = { organisation_id: id, from_version: before.version, changed_at: now, settled_at: null };
      await transaction.insertInto('contract_change').values(values).execute();
    }
    const unlocks = change.abuseLocked === false && stored.billing?.abuse_locked;
    if (unlocks || isBack(product, before, after)) await restartDeletion(product, transaction, id);
    const entry = { organisation_id: id, at: now, actor: 'Administrator', action: 'Changed the billing state' };
    await writeAudit(transaction, [{ ...entry, target: changeInWords(stored, after, change) }]);
  });
  product.billing.invalidate(id);
}

async function storeContract(database: Kysely<Schema>, id: number, contract: StoredContract): Promise<void> {
  const { version, state, stateUntil } = contract;
  const values = { plan_version: version, subscription_state: state, state_until: stateUntil };
  await database.updateTable('organisation').set(values).where('id', '=', id).execute();
}

/** The limits are those of the version, whatever stood there before; none for a version that the table does not know. */
async function storeBilling(
  { table, now }: Product,
  database: Kysely<Schema>,
  { stored, after, change }: { stored: Stored; after: StoredContract; change: BillingChange },
): Promise<void> {
  const limits: Readonly<Record<string, LimitValue>> = table.versions[after.version]?.limits ?? {};
  const stays = after.version === stored.plan_version;
  const values = {
    price_id: change.priceId ?? (stays ? (stored.billing?.price_id ?? null) : null),
    limits: JSON.stringify(limits),
    abuse_locked: change.abuseLocked ?? stored.billing?.abuse_locked ?? false,
    contract_ended_at: after.endedAt,
    changed_at: now(),
  };
  const insert = database.insertInto('billing_state').values({ organisation_id: stored.id, ...values });
  await insert.onConflict((same) => same.column('organisation_id').doUpdateSet(values)).execute();
}

function isBack({ table }: Product, before: StoredContract, after: StoredContract): boolean {
  return table.states[before.state].keeps !== 'paid' && table.states[after.state].keeps === 'paid';
}

/** The days in which hidden things can be had back did not count while nobody could: they start again. */
async function restartDeletion(product: Product, database: Kysely<Schema>, id: number): Promise<void> {
  for (const thing of thingsOf(product)) {
    const rule = product.table.limits[findGate(product.table, THING_GATES[thing]).key]!;
    const end = deletedAt(rule, product.now().getTime());
    const until = end === undefined ? null : new Date(end);
    await sql`update ${sql.table(thing)} set delete_at = ${until}
      where organisation_id = ${id} and hidden_at is not null`.execute(database);
  }
}

function changeInWords(stored: Stored, after: StoredContract, change: BillingChange): string {
  const parts = [
    `plan ${stored.plan_version}${after.version === stored.plan_version ? '' : ` -> ${after.version}`}`,
    `state ${stored.subscription_state}${after.state === stored.subscription_state ? '' : ` -> ${after.state}`}`,
    ...(change.cancelled ? ['contract cancelled'] : []),
    ...(change.abuseLocked === undefined ? [] : [change.abuseLocked ? 'changes locked' : 'changes unlocked']),
  ];
  return parts.join('; ');
}
