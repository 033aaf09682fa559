/** A signal goes in; every process that was started here is ended, and then this one, with 2. */
import { killAll, stopAll } from './processes.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface Interruption {
  /** Settles at once; never after a signal, so that nothing is written or told of what is being ended. */
  unlessTold(): Promise<void>;
  /** From here on a signal does what it usually does. */
  forget(): void;
}

/** Told a second time, nothing is waited for any more. */
export function stopWhenTold(): Interruption {
  let told = false;
  const stop = (signal: NodeJS.Signals) => {
    if (told) {
      killAll();
      process.exit(2);
    }
    told = true;
    console.error(`\nplanproof: stopped (${signal}); what an earlier audit reported is left as it is`);
    void stopAll().finally(() => process.exit(2));
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  return {
    unlessTold: () => new Promise((done) => told || done()),
    forget: () => {
      for (const signal of SIGNALS) process.removeListener(signal, stop);
    },
  };
}
