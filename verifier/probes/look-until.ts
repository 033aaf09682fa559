/** A look goes in; what it saw once it saw what was waited for, or at the last of some looks in a few seconds, comes out. */

/** Milliseconds before each further look: replicas and counters that follow later need some of it. */
const PAUSES_MS = [250, 500, 1000, 2000] as const;

export async function lookUntil<T>(look: () => Promise<T>, enough: (seen: T) => boolean): Promise<T> {
  let seen = await look();
  for (const pause of PAUSES_MS) {
    if (enough(seen)) break;
    await new Promise((done) => setTimeout(done, pause));
    seen = await look();
  }
  return seen;
}
