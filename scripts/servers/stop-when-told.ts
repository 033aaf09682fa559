/** A signal, or a fault that nobody caught, goes in; every process that was started here is ended, and then this one, with 2. */
import { killAll, stopAll } from './processes.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface Interruption {
  /** Settles in a moment; never after a signal, so that nothing is written or told of what is being ended. */
  unlessTold(): Promise<void>;
  /** From here on signals and faults do what they usually do. */
  forget(): void;
}

/**
 * `before`: what has to be undone while servers still answer. Told a second time, nothing is waited for any more. `words`
 * says what a fault is.
 */
export function stopWhenTold(before: () => Promise<void>, words: (fault: unknown) => string): Interruption {
  let told = false;
  const stop = (said: string) => {
    if (told) {
      killAll();
      process.exit(2);
    }
    told = true;
    console.error(said);
    void before()
      .catch(() => {})
      .then(stopAll)
      .finally(() => process.exit(2));
  };
  const onSignal = (signal: NodeJS.Signals) => stop(`\nplanproof: stopped (${signal})`);
  const onFault = (fault: unknown) => stop(`planproof: ${words(fault)}`);
  for (const signal of SIGNALS) process.on(signal, onSignal);
  process.on('uncaughtException', onFault);
  return {
    unlessTold: async () => {
      // A signal that came while files were written is heard only when the loop has been through.
      for (let turns = 0; turns < 2; turns += 1) await new Promise((done) => setImmediate(done));
      if (told) await new Promise(() => {});
    },
    forget: () => {
      for (const signal of SIGNALS) process.removeListener(signal, onSignal);
      process.removeListener('uncaughtException', onFault);
    },
  };
}
