/** A signal goes in; every process that was started here is ended, and then this one, with 2. */
import { killAll, stopAll } from './processes.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Told a second time, nothing is waited for any more. `forget` takes no signal any longer. */
export function stopWhenTold(): { forget(): void } {
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
  const forget = () => {
    for (const signal of SIGNALS) process.removeListener(signal, stop);
  };
  return { forget };
}
