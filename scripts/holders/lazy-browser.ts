/** Nothing goes in; a browser that starts when it is first asked for, and ends with the audit, comes out. */
import type { Outside } from '../../verifier/holders/holders.ts';
import { type Started, startBrowser } from '../../verifier/probes/browser.ts';

export function lazyBrowser(): { start: Outside['browser']; close(): Promise<void> } {
  let started: Promise<Started> | undefined;
  return {
    start: () => {
      started ??= startBrowser();
      return started;
    },
    close: async () => (await started)?.browser?.close(),
  };
}
