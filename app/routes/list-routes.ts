/** The lists that a capability opens, each behind its own gate: `{items}` or the table's refusal. */

import { Hono } from 'hono';
import { requireCapability } from '../gates/capability-gate.ts';
import { findGate } from '../gates/find-gate.ts';
import type { Product } from '../product.ts';
import { listsOf } from '../records/lists-of.ts';
import { readList } from '../records/read-list.ts';
import type { Signed } from '../session/holder.ts';

export function listRoutes(product: Product): Hono<Signed> {
  const routes = new Hono<Signed>();
  for (const list of listsOf(product)) {
    const gate = findGate(product.table, list.api);
    routes.get(list.api.replace('GET /api', ''), async (context) => {
      const { holder } = context.var;
      requireCapability(product.table, gate, holder);
      return context.json({ items: await readList(product.database, list, holder.organisation.id) });
    });
  }
  routes.get('/alerts', async (context) => {
    const { id } = context.var.holder.organisation;
    const alerts = product.database.selectFrom('alert').where('organisation_id', '=', id);
    return context.json({ items: await alerts.select(['id', 'title', 'system', 'severity', 'since']).execute() });
  });
  return routes;
}
