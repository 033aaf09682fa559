/** A number goes in; what lets so many pieces of work run at a time, the others in turn, comes out. */
export function atMost(number: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= number) await new Promise<void>((go) => waiting.push(go));
    else running += 1;
    try {
      return await work();
    } finally {
      // Whoever waited longest takes the place that becomes free.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
