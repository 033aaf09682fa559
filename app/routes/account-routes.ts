/** `/api/me` and `/api/entitlements`: who is signed in, and what they may. */

import { Hono } from 'hono';
import type { Product } from '../product.ts';
import { roleName } from '../roles/require-role.ts';
import type { Signed } from '../session/holder.ts';
import { readEntitlements } from './read-entitlements.ts';

export function accountRoutes(product: Product): Hono<Signed> {
  const routes = new Hono<Signed>();
  routes.get('/me', (context) => {
    const { organisation, version, planName, state, role } = context.var.holder;
    return context.json({
      ...(!product.singleTenant && { organisation }),
      plan_version: version,
      plan_name: planName,
      subscription_state: state,
      role,
      role_name: roleName(product.table, role),
    });
  });
  routes.get('/entitlements', async (context) => context.json(await readEntitlements(product, context.var.holder)));
  return routes;
}
