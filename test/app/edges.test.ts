import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { softEdge } from '../../app/evaluator/edges.ts';

describe('the soft edge', () => {
  it.each([
    [0.8, 1, 'up', 1],
    [0.8, 2, 'up', 2],
    [0.8, 5, 'up', 4],
    [0.8, 15, 'up', 12],
    [0.8, 40, 'up', 32],
    [0.8, 6, 'down', 4],
    [0.8, 6, 'nearest', 5],
    [1, 90, 'down', 90],
    [0, 5, 'up', 0],
  ] as const)('%d of %d, rounded %s, is %d', (soft, n, rounding, edge) => {
    expect(softEdge({ soft, rounding }, n)).toBe(edge);
  });

  it('does not move by a fraction that only binary arithmetic sees', () => {
    expect(softEdge({ soft: 0.07, rounding: 'up' }, 100)).toBe(7);
    expect(softEdge({ soft: 0.57, rounding: 'down' }, 100)).toBe(57);
  });

  it('is a whole number between 0 and the number, whatever the rule', () => {
    const rules = fc.record({
      soft: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
      rounding: fc.constantFrom('up' as const, 'down' as const, 'nearest' as const),
    });
    fc.assert(
      fc.property(rules, fc.nat({ max: 1_000_000 }), (rule, n) => {
        const edge = softEdge(rule, n);
        return Number.isInteger(edge) && edge >= 0 && edge <= n;
      }),
    );
  });
});
