/** An organisation whose contract changed enters; its things are hidden or back as the new contract says when this leaves. */

import { type Kysely, sql, type Transaction } from 'kysely';
import type { Schema } from '../database/schema.ts';
import type { Evaluator } from '../evaluator/create-evaluator.ts';
import { findVersion } from '../evaluator/find-grant.ts';
import { type SettledThing, settleDowngrade } from '../evaluator/settle-downgrade.ts';
import type { EntitlementTable, LimitRule, LimitValue } from '../evaluator/table.ts';
import { findGate } from '../gates/find-gate.ts';
import { keepsPaid } from '../posture/evaluator-of.ts';
import type { Product } from '../product.ts';
import { THING_GATES, type ThingTable, thingsOf } from '../records/owned-things.ts';
import { PRODUCT_ACTOR, writeAudit } from '../records/write-audit.ts';
import { hideThings, showAgain } from './hidden-things.ts';

interface Named extends SettledThing {
  readonly name: string;
}

/** How many things were hidden or brought back. Nothing while the state keeps nothing paid: expiry is no downgrade. */
export async function settleChanges(
  product: Product,
  transaction: Transaction<Schema>,
  organisation: { id: number; evaluator: Evaluator },
): Promise<number> {
  const { id, evaluator } = organisation;
  if (!keepsPaid(product, evaluator)) return 0;
  const open = transaction.selectFrom('contract_change').where('organisation_id', '=', id);
  const changes = await open.where('settled_at', 'is', null).select('from_version').execute();
  if (changes.length === 0) return 0;
  let moved = 0;
  for (const thing of thingsOf(product)) {
    const from = changes.map(({ from_version }) => from_version);
    moved += await settleThings(product, transaction, { id, evaluator, thing, from });
  }
  const settled = transaction.updateTable('contract_change').set({ settled_at: product.now() });
  await settled.where('organisation_id', '=', id).where('settled_at', 'is', null).execute();
  return moved;
}

async function settleThings(
  product: Product,
  transaction: Transaction<Schema>,
  at: { id: number; evaluator: Evaluator; thing: ThingTable; from: readonly string[] },
): Promise<number> {
  const { key } = findGate(product.table, THING_GATES[at.thing]);
  const { onDowngrade, ...rule } = product.table.limits[key]!;
  const limit = at.evaluator.getLimit(key);
  const things = await readAll(transaction, at.thing, at.id);
  const now = product.now();
  const lowered = at.from.some((version) => isLower(limit, numberOf(product.table, version, key)));
  // Who was above the number before, and did not move to a smaller one, is over the limit; nothing of theirs is hidden.
  const applied = lowered ? { onDowngrade } : {};
  const { hide, restore, deleteAt } = settleDowngrade(applied, { things, limit, now: now.getTime() });
  await hideThings(transaction, at.thing, { ids: hide, now, deleteAt });
  await showAgain(transaction, at.thing, restore);
  const entry = (action: string) => (id: number) => ({
    organisation_id: at.id,
    at: now,
    actor: PRODUCT_ACTOR,
    action,
    target: things.find((one) => one.id === id)?.name ?? String(id),
  });
  await writeAudit(transaction, [
    ...hide.map(entry(hidAction(rule, limit))),
    ...restore.map(entry(`Brought back a ${rule.one} that was hidden`)),
  ]);
  return hide.length + restore.length;
}

function hidAction(rule: Pick<LimitRule, 'one' | 'other'>, limit: LimitValue): string {
  return `Hid a ${rule.one}: the smaller plan includes ${limit}`;
}

function numberOf(table: EntitlementTable, version: string, key: string): LimitValue {
  return findVersion(table, version)?.limits[key] ?? 'unknown';
}

function isLower(limit: LimitValue, before: LimitValue): boolean {
  if (typeof limit !== 'number') return false;
  return before === 'unlimited' || (typeof before === 'number' && limit < before);
}

async function readAll(database: Kysely<Schema>, table: ThingTable, organisationId: number): Promise<Named[]> {
  const { rows } = await sql<{ id: number; name: string; created_at: Date; hidden_at: Date | null }>`
    select id, name, created_at, hidden_at from ${sql.table(table)}
    where organisation_id = ${organisationId}`.execute(database);
  return rows.map(({ id, name, created_at, hidden_at }) => ({
    id,
    name,
    createdAt: created_at.getTime(),
    hidden: hidden_at !== null,
  }));
}
