/** A seeded database enters; one more organisation, above its limit as after a busy hour, stands in it when this leaves. */

import { findGate } from '../gates/find-gate.ts';
import type { Product } from '../product.ts';
import { THING_GATES } from '../records/owned-things.ts';

/** Who signs in there, with the password of all seeded accounts. */
const OVER_LIMIT_EMAIL = 'over-limit@pulse.example';
// So many more than included: limits are settled after the fact, so a burst can pass them.
const TOO_MANY = 2;
const FEWEST = 3;
const DAY_MS = 86_400_000;
const CLIENTS = [
  'Harbour Dental',
  'Ninety Mile Bakery',
  'Old Town Legal',
  'Kestrel Joinery',
  'Saltmarsh Surgery',
  'Two Rivers Press',
  'Quarry Lane School',
];

/** Nothing where no version on offer counts workspaces. */
export async function seedOverLimit({ database, table, now }: Product): Promise<void> {
  const { key } = findGate(table, THING_GATES.workspace);
  const version = (table.offers ?? []).find((id) => Number(table.versions[id]?.limits[key]) >= FEWEST);
  if (!version) return;
  const name = 'Overfull Hosting';
  const organisation = { name, plan_version: version, subscription_state: 'active' as const, state_until: null };
  const { id } = await database
    .insertInto('organisation')
    .values(organisation)
    .returning('id')
    .executeTakeFirstOrThrow();
  const { password } = await database.selectFrom('account').select('password').limit(1).executeTakeFirstOrThrow();
  const account = { organisation_id: id, email: OVER_LIMIT_EMAIL, password, role: 'owner' };
  await database.insertInto('account').values(account).execute();
  const count = Number(table.versions[version]?.limits[key]) + TOO_MANY;
  await database
    .insertInto('workspace')
    .values(
      Array.from({ length: count }, (_, index) => ({
        organisation_id: id,
        name: CLIENTS[index] ?? `Client ${index + 1}`,
        created_at: new Date(now().getTime() - (count - index) * DAY_MS),
        hidden_at: null,
        delete_at: null,
      })),
    )
    .execute();
}
