/** What a measurement gives: a ratio of two times from one run, and the most that it may be. */
export interface Measured {
  what: string;
  ratio: number;
  target: number;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/**
 * Times of `runs` rounds in milliseconds, by name; in each round everything runs once, so that a busy machine hits all, and
 * in every other round in reverse, so that nothing always pays for what the same other thing left behind.
 */
export function rounds<Name extends string>(runs: number, work: Record<Name, () => unknown>): Record<Name, number> {
  const names = Object.keys(work) as Name[];
  const taken = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let i = 0; i < runs; i += 1)
    for (const name of i % 2 ? names.toReversed() : names) {
      const started = performance.now();
      work[name]();
      taken[name].push(performance.now() - started);
    }
  return Object.fromEntries(names.map((name) => [name, median(taken[name])])) as Record<Name, number>;
}
