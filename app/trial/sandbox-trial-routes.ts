/** `DELETE /api/sandbox/trial`: a trial that was tried out is taken back. Mounted only where the server runs as a sandbox. */

import { Hono } from 'hono';
import type { Product } from '../product.ts';
import { notFound } from '../routes/read-body.ts';
import type { Signed } from '../session/holder.ts';
import { takeBackTrial } from './take-back-trial.ts';

/** 204, or 404 where the organisation has had none. */
export function sandboxTrialRoutes(product: Product): Hono<Signed> {
  return new Hono<Signed>().delete('/', async (context) => {
    if (!(await takeBackTrial(product, context.var.holder))) throw notFound();
    return context.body(null, 204);
  });
}
