/** A holder and a number of days enter; the daily points of that many days leave, or the history limit's refusal. */

import type { Row } from '../database/schema.ts';
import { findGate } from '../gates/find-gate.ts';
import { requireLimit } from '../gates/limit-gate.ts';
import type { Product } from '../product.ts';
import type { Holder } from '../session/holder.ts';

export const METRICS_GATE = 'GET /api/metrics';
export type MetricPoint = Pick<Row<'metric_point'>, 'at' | 'cpu' | 'memory'>;

/** One point a day, today's included, the oldest first. */
export function readMetrics(product: Product, holder: Holder, days: number): Promise<MetricPoint[]> {
  const gate = findGate(product.table, METRICS_GATE);
  requireLimit({ table: product.table, gate, holder, observed: days });
  const today = Math.floor(product.now().getTime() / 86_400_000);
  return product.database
    .selectFrom('metric_point')
    .where('organisation_id', '=', holder.organisation.id)
    .where('at', '>', new Date((today - days) * 86_400_000))
    .select(['at', 'cpu', 'memory'])
    .orderBy('at')
    .execute();
}
