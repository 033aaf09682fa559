/** What is expected at an edge is what the evaluator enforces there: two rooms that cannot see each other count alike. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hardEdge, softEdge } from '../../../app/evaluator/edges.ts';
import { edgeOf } from '../../../matrix/expect/enforced.ts';
import type { Limit } from '../../../matrix/types.ts';
import { modelHardEdge, modelSoftEdge } from '../../app/model/exact-edge.ts';

const rules = fc.record({
  soft: fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000),
  hard: fc.integer({ min: 1000, max: 9990 }).map((n) => n / 1000),
  rounding: fc.constantFrom('up' as const, 'down' as const, 'nearest' as const),
});
const numbers = fc.oneof(
  fc.nat({ max: 200 }),
  fc.nat({ max: 100_000_000_000 }),
  fc.constantFrom(0.1, 2.5, 100_000_000, 12.75),
);

it('a soft and a hard edge stand at one number in expectation, evaluator and exact decimals', () => {
  fc.assert(
    fc.property(rules, numbers, (rule, n) => {
      const expected = (edge: 'soft' | 'hard') =>
        edgeOf(rule as Limit, { kind: 'amount', n, unit: 'thing', bound: 'exactly' }, edge);
      const [soft, hard] = [softEdge(rule, n), hardEdge(rule, n)];
      expect([Number(modelSoftEdge(rule, n)), Number(modelHardEdge(rule, n))]).toEqual([soft, hard]);
      expect([expected('soft'), expected('hard')]).toMatchObject([{ n: soft }, { n: hard }]);
    }),
    { numRuns: 1500 },
  );
});

it('an edge of a hundred million is not one too many', () => {
  const rule = { soft: 0.07, rounding: 'up' } as Limit;
  const number = { kind: 'amount', n: 100_000_000, unit: 'byte', bound: 'exactly' } as const;
  expect(edgeOf(rule, number, 'soft')).toMatchObject({ n: 7_000_000 });
});
