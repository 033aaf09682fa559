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
    product.singleTenant ? undefined : unlessUnread(countThings(database, 'workspace', id)),
    unlessUnread(countThings(database, 'system', id)),
    unlessUnread(startsInPeriod(product, database, id).then(({ length }) => length)),
  ]);
  const counts = new Map([
    ...(product.singleTenant ? [] : [[findGate(table, THING_GATES.workspace).key, workspaces] as const]),
    [findGate(table, THING_GATES.system).key, systems],
    [findGate(table, PATROL_GATE).key, runs],
  ]);
  return new Map([...counts].flatMap(([key, count]) => (count === undefined ? [] : [[key, count] as const])));
}

/** A count that fails leaves the others readable; the log says why. */
async function unlessUnread(count: Promise<number>): Promise<number | undefined> {
  try {
    const read = await count;
    return Number.isNaN(read) ? undefined : read;
  } catch (error) {
    process.stderr.write(`Usage cannot be read: ${error instanceof Error ? error.message : String(error)}\n`);
    return undefined;
  }
}
