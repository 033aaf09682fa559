/** `/api/admin/orgs/{id}/billing-state`: reading and writing it. Mounted only where the server has an administrator's token. */

import { Hono } from 'hono';
import type { Product } from '../product.ts';
import { readId } from '../routes/read-body.ts';
import { billingPayload } from './billing-payload.ts';
import { writeBillingState } from './billing-state.ts';
import { readBillingChange } from './read-billing-change.ts';
import { requireAdmin } from './require-admin.ts';

export function adminRoutes(product: Product, token: string): Hono {
  const routes = new Hono();
  routes.use(requireAdmin(token));
  routes.get('/orgs/:id/billing-state', async (context) =>
    context.json(await billingPayload(product, readId(context))),
  );
  routes.put('/orgs/:id/billing-state', async (context) => {
    const id = readId(context);
    const change = readBillingChange(product.table, await context.req.json().catch(() => undefined));
    await writeBillingState(product, id, change);
    return context.json(await billingPayload(product, id));
  });
  return routes;
}
