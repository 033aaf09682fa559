/** What one run does and an interval enter; a reconciler that runs by itself, can be asked to, and can be stopped leaves. */

import type { Reconciled } from './reconcile.ts';

export interface Reconciler {
  /** One run more, after the one that is under way. */
  run(): Promise<Reconciled>;
  /** No run starts by itself afterwards; the one under way has ended when this resolves. */
  stop(): Promise<void>;
}

/** Two runs never overlap. What fails by itself is told, and the next interval tries again. */
export function startReconciler(
  reconcile: () => Promise<Reconciled>,
  everyMs: number,
  tell: (error: unknown) => void = tellOnStderr,
): Reconciler {
  let last: Promise<unknown> = Promise.resolve();
  const run = () => {
    const next = last.then(reconcile);
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

function tellOnStderr(error: unknown): void {
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`The reconciler failed and will try again: ${what}\n`);
}
