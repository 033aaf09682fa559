/** What was done to become customers goes in; it is undone, or said that it could not be, before an audit is ended. */
import type { Undoing } from '../../verifier/holders/undoing.ts';

const UNDO_MS = 8_000;

/** Nobody who tells an audit to stop waits for a product that hangs. */
export async function undone(undoing: Undoing): Promise<void> {
  const time = new Promise<string[]>((done) => setTimeout(() => done(['it took too long']), UNDO_MS).unref());
  for (const reason of await Promise.race([undoing.all(), time]))
    console.error(`planproof: what was done to become a customer could not be undone: ${reason}`);
}
