/** `/api/workspaces` and `/api/systems`: reading, adding under the counted limit, and removing. */

import { Hono } from 'hono';
import { requestAddress } from '../enrolment/request-address.ts';
import { findGate } from '../gates/find-gate.ts';
import type { Product } from '../product.ts';
import { addThing, readThings, removeThing, THING_GATES, type ThingTable } from '../records/owned-things.ts';
import type { Signed } from '../session/holder.ts';
import { notFound, readBody, readId } from './read-body.ts';

export function thingRoutes(product: Product, table: ThingTable): Hono<Signed> {
  findGate(product.table, THING_GATES[table]);
  const routes = new Hono<Signed>();
  routes.get('/', async (context) => {
    return context.json({ items: await readThings(product.database, table, context.var.holder.organisation.id) });
  });
  routes.post('/', async (context) => {
    const { name } = await readBody(context, ['name']);
    const { thing, warning } = await addThing(product, context.var.holder, {
      table,
      name,
      from: requestAddress(context),
    });
    return context.json({ [table]: thing, ...(warning && { warning }) }, 201);
  });
  routes.delete('/:id', async (context) => {
    if (!(await removeThing(product, context.var.holder, { table, id: readId(context) }))) throw notFound();
    return context.body(null, 204);
  });
  return routes;
}
