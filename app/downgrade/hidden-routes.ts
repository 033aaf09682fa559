/** `/api/workspaces/hidden` and `/api/systems/hidden`: what a downgrade has hidden, and bringing it back. */

import { Hono } from 'hono';
import type { Product } from '../product.ts';
import type { ThingTable } from '../records/owned-things.ts';
import { readId } from '../routes/read-body.ts';
import type { Signed } from '../session/holder.ts';
import { readHidden, restoreThing } from './hidden-things.ts';

export function hiddenRoutes(product: Product, table: ThingTable): Hono<Signed> {
  const routes = new Hono<Signed>();
  routes.get('/hidden', async (context) => {
    return context.json({ items: await readHidden(product.database, table, context.var.holder.organisation.id) });
  });
  routes.post('/:id/restore', async (context) => {
    return context.json(await restoreThing(product, context.var.holder, { table, id: readId(context) }));
  });
  return routes;
}
