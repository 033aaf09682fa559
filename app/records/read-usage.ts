/** A holder enters; how much of each counted limit is in use leaves, by the limit's key. */

import { findGate } from '../gates/find-gate.ts';
import type { Product } from '../product.ts';
import type { Holder } from '../session/holder.ts';
import { countThings, THING_GATES } from './owned-things.ts';
import { PATROL_GATE, startsInPeriod } from './patrol-runs.ts';

/** A limit without an entry has no readable usage; that is told apart from 0. */
export type Usage = ReadonlyMap<string, number>;

export async function readUsage(product: Product, holder: Holder): Promise<Usage> {
  const { id } = holder.organisation;
  const { database, table } = product;
  const [workspaces, systems, runs] = await Promise.all([
    product.singleTenant ? undefined : countThings(database, 'workspace', id),
    countThings(database, 'system', id),
    startsInPeriod(product, database, id),
  ]);
  return new Map([
    ...(workspaces === undefined ? [] : [[findGate(table, THING_GATES.workspace).key, workspaces] as const]),
    [findGate(table, THING_GATES.system).key, systems],
    [findGate(table, PATROL_GATE).key, runs.length],
  ]);
}
