/** Work that can be aborted and its time in milliseconds go in; what it gives comes out, or nothing when the time is over first. */

export type InTime<T> = { value: T } | { value?: undefined; over: true };

/** What comes after the time is given to `late`, so that it can still be undone. */
export async function inTime<T>(
  ms: number,
  work: (signal: AbortSignal) => Promise<T>,
  late: (value: T) => void = () => {},
): Promise<InTime<T>> {
  const stop = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<{ over: true }>((done) => {
    timer = setTimeout(() => done({ over: true }), ms);
  });
  const working = work(stop.signal);
  const first = await Promise.race([working.then((value) => ({ value })), over]).finally(() => clearTimeout(timer));
  if ('over' in first) {
    stop.abort();
    working.then(late, () => {});
  }
  return first;
}
