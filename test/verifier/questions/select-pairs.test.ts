/** Few rows, and no pair of values is lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Row, selectPairs } from '../../../verifier/questions/select-pairs.ts';

function pairsIn(rows: readonly Row[]): Set<string> {
  return new Set(
    rows.flatMap((row) => row.flatMap((a, i) => row.slice(i + 1).map((b, j) => JSON.stringify([i, a, i + 1 + j, b])))),
  );
}

/** Any rows over a few values of each factor: not every combination occurs, as in a real plan. */
const rows = fc.integer({ min: 2, max: 5 }).chain((factors) =>
  fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: factors, maxLength: factors }), {
    maxLength: 80,
  }),
);

const product = (...sizes: number[]): Row[] =>
  sizes.reduce<string[][]>(
    (all, size) => all.flatMap((row) => Array.from({ length: size }, (_, at) => [...row, `${at}`])),
    [[]],
  );

describe('a selection', () => {
  it('holds every pair of values that occurs, and each of its rows brings one', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const chosen = selectPairs(all);
        const kept = chosen.map((at) => all[at]!);
        expect(pairsIn(kept)).toEqual(pairsIn(all));
        expect(chosen).toEqual([...new Set(chosen)].sort((a, b) => a - b));
        expect(kept.length).toBeLessThanOrEqual(pairsIn(all).size);
      }),
    );
  });

  it('is the same for the same rows', () => {
    fc.assert(
      fc.property(rows, (all) => {
        expect(selectPairs(all)).toEqual(selectPairs(structuredClone(all)));
      }),
    );
  });

  it('is small: 40 contracts in 5 states with 60 keys need about as many as have contract and key', () => {
    const all = product(40, 5, 60);
    const kept = selectPairs(all);
    expect([all.length, kept.length >= 2400, kept.length < 2600]).toEqual([12_000, true, true]);
  });

  it('of nothing is nothing', () => {
    expect(selectPairs([])).toEqual([]);
  });
});
