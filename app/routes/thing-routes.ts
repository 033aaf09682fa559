/** `/api/workspaces` and `/api/systems`: reading, adding under the counted limit, and removing. */

import { type Context, Hono } from 'hono';
import { hiddenRoutes } from '../downgrade/hidden-routes.ts';
import { requestAddress } from '../enrolment/request-address.ts';
import { findGate } from '../gates/find-gate.ts';
import { previewAdmission } from '../posture/admission.ts';
import type { Product } from '../product.ts';
import { addThing, readThings, removeThing, THING_GATES, type ThingTable } from '../records/owned-things.ts';
import type { Signed } from '../session/holder.ts';
import { ApiError } from './api-error.ts';
import { notFound, readBody, readId } from './read-body.ts';

export function thingRoutes(product: Product, table: ThingTable): Hono<Signed> {
  findGate(product.table, THING_GATES[table]);
  const routes = new Hono<Signed>();
  routes.get('/', async (context) => {
    return context.json({ items: await readThings(product.database, table, context.var.holder.organisation.id) });
  });
  routes.post('/', async (context) => {
    const { name } = await readBody(context, ['name']);
    const replaces = await readReplaces(context);
    const from = requestAddress(context);
    const { thing, warning } = await addThing(product, context.var.holder, { table, name, from, replaces });
    return context.json({ [table]: thing, ...(warning && { warning }) }, 201);
  });
  routes.post('/preview', async (context) => {
    const replaces = await readReplaces(context);
    return context.json(await previewAdmission(product, context.var.holder, { table, replaces }));
  });
  routes.route('/', hiddenRoutes(product, table));
  routes.delete('/:id', async (context) => {
    if (!(await removeThing(product, context.var.holder, { table, id: readId(context) }))) throw notFound();
    return context.body(null, 204);
  });
  return routes;
}

/** The id of what the new one takes the place of, where one is named. */
async function readReplaces(context: Context): Promise<number | undefined> {
  const body: unknown = await context.req.json().catch(() => undefined);
  const { replaces } = (body ?? {}) as { replaces?: unknown };
  if (replaces === undefined || replaces === null) return undefined;
  if (Number.isInteger(replaces) && Number(replaces) >= 1 && Number(replaces) <= 2_147_483_647) return Number(replaces);
  throw new ApiError(400, 'invalid_input', '"replaces" must be the id of what is replaced.', {
    details: { field: 'replaces' },
  });
}
