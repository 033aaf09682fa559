/** `/api/patrol/runs`: the runs that people started, and starting one more under the hourly limit. */

import { Hono } from 'hono';
import { findGate } from '../gates/find-gate.ts';
import type { Product } from '../product.ts';
import { PATROL_GATE, readPatrolRuns, startPatrolRun } from '../records/patrol-runs.ts';
import type { Signed } from '../session/holder.ts';

export function patrolRoutes(product: Product): Hono<Signed> {
  findGate(product.table, PATROL_GATE);
  const routes = new Hono<Signed>();
  routes.get('/', async (context) => {
    return context.json({ items: await readPatrolRuns(product.database, context.var.holder.organisation.id) });
  });
  routes.post('/', async (context) => context.json(await startPatrolRun(product, context.var.holder), 201));
  return routes;
}
