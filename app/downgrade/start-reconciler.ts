/** The product and an interval enter; a reconciler that runs by itself, can be asked to, and can be stopped leaves. */

import type { Product } from '../product.ts';
import { type Reconciled, reconcile } from './reconcile.ts';

export interface Reconciler {
  /** One run more, after the one that is under way. */
  run(): Promise<Reconciled>;
  /** No run starts afterwards; the one under way has ended when this resolves. */
  stop(): Promise<void>;
}

/** Rejects nothing by itself: what fails is written to the log, and the next interval tries again. */
export function startReconciler(product: Product, everyMs: number): Reconciler {
  let last: Promise<unknown> = Promise.resolve();
  const run = () => {
    const next = last.then(() => reconcile(product));
    last = next.catch(() => {});
    return next;
  };
  const timer = setInterval(() => void run().catch(tell), everyMs);
  timer.unref();
  return {
    run,
    stop: async () => {
      clearInterval(timer);
      await last;
    },
  };
}

function tell(error: unknown): void {
  process.stderr.write(`The reconciler failed and will try again: ${error instanceof Error ? error.stack : error}\n`);
}
