/** An organisation's id enters; what administrators read of its billing leaves. Reading writes nothing. */

import { readHidden } from '../downgrade/hidden-things.ts';
import { own } from '../evaluator/own.ts';
import { reentryVersions } from '../evaluator/reentry-versions.ts';
import { evaluatorOf } from '../posture/evaluator-of.ts';
import { readOverLimit } from '../posture/read-over-limit.ts';
import type { Product } from '../product.ts';
import { type ThingTable, thingsOf } from '../records/owned-things.ts';
import { readStored } from './billing-state.ts';

export async function billingPayload(product: Product, id: number) {
  const { database, table } = product;
  const stored = await readStored(database, id);
  const { name, plan_version: version, state_until, billing } = stored;
  const evaluator = evaluatorOf(product, stored);
  const { payload, settling, locked } = await readOverLimit(product, { evaluator, organisation: { id, name } });
  const hidden = await Promise.all(
    thingsOf(product).map(async (thing) => [thing, await readHidden(database, thing, id)]),
  );
  const row = own(table.versions, version);
  return {
    organisation: { id, name },
    plan_version: version,
    plan_name: row?.name ?? version,
    price_id: billing?.price_id ?? null,
    subscription_state: evaluator.state,
    state_ends_at: state_until?.toISOString() ?? null,
    // Of the version, also where an older record still holds another number.
    limits: row?.limits ?? {},
    kept_until: row?.until ?? null,
    contract_ended_at: billing?.contract_ended_at?.toISOString() ?? null,
    reentry_versions: reentryVersions(table, version),
    abuse_locked: locked,
    over_limit: payload,
    settling,
    hidden: Object.fromEntries(hidden) as Record<ThingTable, unknown>,
    changed_at: billing?.changed_at.toISOString() ?? null,
  };
}
