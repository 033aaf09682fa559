/** Table, database and environment enter; the product with its clock, its reconciler and what the environment opens leaves. */

import { movableClock } from './clock/movable-clock.ts';
import { reconcile } from './downgrade/reconcile.ts';
import { type Reconciler, startReconciler } from './downgrade/start-reconciler.ts';
import type { Product } from './product.ts';
import { billingSource } from './session/billing-source.ts';
import { SessionMemory } from './session/session-memory.ts';
import { watchRevocations } from './session/watch-revocations.ts';
import { StartupError } from './startup-error.ts';

export interface Assembled {
  readonly product: Product;
  /** Starts what runs in the background; it ends with its `stop`. */
  startReconciler(): Reconciler;
  /** Ends what was started here: the watch over the revocation list. */
  stop(): void;
}

const EVERY_SECONDS = 15;
/** A revocation is in force within a minute. */
const REVOCATIONS_SECONDS = 60;

/**
 * `PULSE_ADMIN_TOKEN` opens the administration, `PULSE_SANDBOX` (any name) the clock; a normal start has neither.
 * `PULSE_RECONCILE_SECONDS` is how often what happens by itself is looked after, `PULSE_REVOCATIONS_SECONDS` how often the
 * list at `PULSE_REVOCATIONS_URL` is read.
 */
export async function assembleProduct(
  base: Pick<Product, 'table' | 'database' | 'tokens' | 'notices' | 'singleTenant'>,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Assembled> {
  const { PULSE_ADMIN_TOKEN: adminToken, PULSE_SANDBOX: name, PULSE_REVOCATIONS_URL: url } = env;
  if (adminToken && adminToken.length < 16)
    throw new StartupError('PULSE_ADMIN_TOKEN is too short to keep anybody out; write at least 16 characters.');
  const everyMs = readSeconds(env, 'PULSE_RECONCILE_SECONDS', EVERY_SECONDS) * 1000;
  const watchMs = readSeconds(env, 'PULSE_REVOCATIONS_SECONDS', REVOCATIONS_SECONDS) * 1000;
  const clock = movableClock();
  const revocations = url ? await watchRevocations({ url, everyMs: watchMs, now: clock.now }) : undefined;
  let reconciler: Reconciler | undefined;
  const start = () => {
    reconciler ??= startReconciler(() => reconcile(product), everyMs);
    return reconciler;
  };
  const product: Product = {
    ...base,
    now: clock.now,
    billing: billingSource({ ...base, now: clock.now }),
    sessions: new SessionMemory(base.database, base.notices),
    ...(revocations && { revocations }),
    ...(adminToken && { adminToken }),
    ...(name && { sandbox: { name, clock, settle: () => start().run() } }),
  };
  return { product, startReconciler: start, stop: () => revocations?.stop() };
}

function readSeconds(env: Readonly<Record<string, string | undefined>>, name: string, otherwise: number): number {
  const text = env[name];
  if (!text) return otherwise;
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
  throw new StartupError(`${name} is "${text}"; write a whole number from 1 to 99999.`);
}
