/** `/api/metrics?days=N`: the points of the last N days, as far back as the history limit reaches. */

import { Hono } from 'hono';
import { findGate } from '../gates/find-gate.ts';
import type { Product } from '../product.ts';
import { METRICS_GATE, readMetrics } from '../records/metrics.ts';
import type { Signed } from '../session/holder.ts';
import { ApiError } from './api-error.ts';

export function metricRoutes(product: Product): Hono<Signed> {
  findGate(product.table, METRICS_GATE);
  return new Hono<Signed>().get('/', async (context) => {
    const days = readDays(context.req.query('days'));
    return context.json({ days, items: await readMetrics(product, context.var.holder, days) });
  });
}

/** A whole number of days from 1; throws the 400 that says so. */
function readDays(text: string | undefined): number {
  if (text && /^[1-9]\d{0,4}$/.test(text)) return Number(text);
  throw new ApiError(400, 'invalid_input', '"days" must be a whole number from 1 to 99999, such as ?days=1.', {
    details: { field: 'days' },
  });
}
