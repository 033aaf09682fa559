/** `/api/runtime-capabilities` and `/api/commercial-posture`: what works, and how the contract stands; prices are with billing. */

import { Hono } from 'hono';
import type { Product } from '../product.ts';
import { readEntitlements } from '../routes/read-entitlements.ts';
import type { Signed } from '../session/holder.ts';

export function postureRoutes(product: Product): Hono<Signed> {
  const routes = new Hono<Signed>();
  // Feature truth: no plan, no state, nothing to buy.
  routes.get('/runtime-capabilities', async (context) => {
    const { capabilities, limits, meters_enabled } = await readEntitlements(product, context.var.holder);
    const numbers = Object.entries(limits).map(([key, { limit, unit, per_seconds }]) => [
      key,
      { limit, unit, ...(per_seconds !== undefined && { per_seconds }) },
    ]);
    return context.json({ capabilities, limits: Object.fromEntries(numbers), meters_enabled });
  });
  routes.get('/commercial-posture', async (context) => {
    const payload = await readEntitlements(product, context.var.holder);
    const { plan_version, plan_name, subscription_state, state_ends_at, kept_until } = payload;
    const { over_limit, upgrade_reasons, settling } = payload;
    const contract = { plan_version, plan_name, subscription_state, state_ends_at, kept_until };
    return context.json({ ...contract, settling, over_limit, upgrade_reasons });
  });
  return routes;
}
