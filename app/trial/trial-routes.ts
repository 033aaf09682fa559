/** `POST /api/trial`: starting a trial, or reading that it runs. */

import { Hono } from 'hono';
import type { Product } from '../product.ts';
import type { Signed } from '../session/holder.ts';
import { knownInterest } from './known-interest.ts';
import { startTrial } from './start-trial.ts';

/** `{ "for": "audit_logging" }` may say which key it is wanted for; 201 when it starts, 200 when it runs already. */
export function trialRoutes(product: Product): Hono<Signed> {
  return new Hono<Signed>().post('/', async (context) => {
    const body: unknown = await context.req.json().catch(() => undefined);
    const wanted = typeof body === 'object' && body !== null && 'for' in body ? body.for : undefined;
    const trial = await startTrial(product, context.var.holder, knownInterest(product.table, wanted));
    return context.json({ trial }, trial.status === 'started' ? 201 : 200);
  });
}
