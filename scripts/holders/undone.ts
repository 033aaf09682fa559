/** What was done to become customers, and what was written as them, go in; it is undone, or said that it could not be, before an audit is ended. */
import type { Undoing } from '../../verifier/holders/undoing.ts';
import type { Writes } from '../../verifier/probes/requests/writes.ts';

const UNDO_MS = 20_000;

/** Nobody who tells an audit to stop waits for a product that hangs. */
export async function undone(undoing: Undoing, writes: ReadonlyMap<string, Writes>): Promise<void> {
  const time = new Promise<string[]>((done) => {
    setTimeout(() => done(['not everything could be taken back in time']), UNDO_MS).unref();
  });
  for (const reason of await Promise.race([takenBack(undoing, writes), time])) console.error(`planproof: ${reason}`);
}

/** First what was made as somebody, then what was done to become them. */
async function takenBack(undoing: Undoing, writes: ReadonlyMap<string, Writes>): Promise<string[]> {
  undoing.closed = true;
  const left = await Promise.all([...writes.values()].map((one) => one.stop()));
  const reasons = await undoing.all();
  return [
    ...left.flat(),
    ...reasons.map((reason) => `what was done to become a customer could not be undone: ${reason}`),
  ];
}
