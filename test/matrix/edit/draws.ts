/** A stream of numbers goes in; choices come out. */
import fc from 'fast-check';

export interface Draws {
  one: <T>(...from: readonly T[]) => T;
  /** Some of them, in their order; maybe none, maybe all. */
  some: <T>(from: readonly T[]) => T[];
  /** Once in so many times. */
  chance: (times: number) => boolean;
  number: (below: number) => number;
}

/** Drawn as they are asked for, and not made smaller on failure: the seed that is printed brings them back. */
export const draws: fc.Arbitrary<Draws> = fc.infiniteStream(fc.nat()).map((stream) => {
  const number = (below: number) => (stream.next().value as number) % below;
  return {
    number,
    one: (...from) => from[number(from.length)]!,
    some: (from) => from.filter(() => number(5) < 3),
    chance: (times) => number(times) === 0,
  };
});
