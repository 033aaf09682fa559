/** A signal goes in; every process that was started here is ended, and then this one, with 2. */
import { killAll, stopAll } from './processes.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface Interruption {
  /** Settles in a moment; never after a signal, so that nothing is written or told of what is being ended. */
  unlessTold(): Promise<void>;
  /** From here on a signal does what it usually does. */
  forget(): void;
}

/** `before`: what has to be undone while servers still answer. Told a second time, nothing is waited for any more. */
export function stopWhenTold(before: () => Promise<void>): Interruption {
  let told = false;
  const stop = (signal: NodeJS.Signals) => {
    if (told) {
      killAll();
      process.exit(2);
    }
    told = true;
    console.error(`\nplanproof: stopped (${signal})`);
    void before()
      .catch(() => {})
      .then(stopAll)
      .finally(() => process.exit(2));
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  return {
    unlessTold: async () => {
      // A signal that came while files were written is heard only when the loop has been through.
      for (let turns = 0; turns < 2; turns += 1) await new Promise((done) => setImmediate(done));
      if (told) await new Promise(() => {});
    },
    forget: () => {
      for (const signal of SIGNALS) process.removeListener(signal, stop);
    },
  };
}
