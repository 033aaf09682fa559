/** Table, database and environment enter; the product with its clock, its reconciler and what the environment opens leaves. */

import { movableClock } from './clock/movable-clock.ts';
import { reconcile } from './downgrade/reconcile.ts';
import { type Reconciler, startReconciler } from './downgrade/start-reconciler.ts';
import type { Product } from './product.ts';
import { billingSource } from './session/billing-source.ts';
import { SessionMemory } from './session/session-memory.ts';
import { StartupError } from './startup-error.ts';

export interface Assembled {
  readonly product: Product;
  /** Starts what runs in the background; it ends with its `stop`. */
  startReconciler(): Reconciler;
}

const EVERY_SECONDS = 15;

/**
 * `PULSE_ADMIN_TOKEN` opens the administration, `PULSE_SANDBOX` (any name) the clock; a normal start has neither.
 * `PULSE_RECONCILE_SECONDS` is how often what happens by itself is looked after.
 */
export function assembleProduct(
  base: Pick<Product, 'table' | 'database' | 'tokens' | 'notices' | 'singleTenant'>,
  env: Readonly<Record<string, string | undefined>>,
): Assembled {
  const { PULSE_ADMIN_TOKEN: adminToken, PULSE_SANDBOX: name } = env;
  if (adminToken && adminToken.length < 16)
    throw new StartupError('PULSE_ADMIN_TOKEN is too short to keep anybody out; write at least 16 characters.');
  const everyMs = readSeconds(env.PULSE_RECONCILE_SECONDS) * 1000;
  const clock = movableClock();
  let reconciler: Reconciler | undefined;
  const start = () => {
    reconciler ??= startReconciler(() => reconcile(product), everyMs);
    return reconciler;
  };
  const product: Product = {
    ...base,
    now: clock.now,
    billing: billingSource({ ...base, now: clock.now }),
    sessions: new SessionMemory(base.database),
    ...(adminToken && { adminToken }),
    ...(name && { sandbox: { name, clock, settle: () => start().run() } }),
  };
  return { product, startReconciler: start };
}

function readSeconds(text: string | undefined): number {
  if (!text) return EVERY_SECONDS;
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
  throw new StartupError(`PULSE_RECONCILE_SECONDS is "${text}"; write a whole number from 1 to 99999.`);
}
