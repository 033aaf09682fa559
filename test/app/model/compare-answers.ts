/** A table and a holder enter; all that can be asked of them is asked twice, and a difference fails the test. */

import { expect } from 'vitest';
import { type ContractHolder, createEvaluator } from '../../../app/evaluator/index.ts';
import type { EntitlementTable } from '../../../app/evaluator/table.ts';
import { modelHardEdge, modelSoftEdge } from './exact-edge.ts';
import { modelEvaluator } from './model-evaluator.ts';
import type { NAMES } from './random-table.ts';
import { keyToday } from './today.ts';

/** What is asked for, what was warned of for this table, and how often each answer was given. */
export interface Comparison {
  names: Pick<typeof NAMES, 'capabilities' | 'limits' | 'meters'>;
  told: string[];
  modelTold: Set<string>;
  given: Map<unknown, number>;
}

export function newComparison(names: Comparison['names'], given = new Map<unknown, number>()): Comparison {
  return { names, told: [], modelTold: new Set(), given };
}

/** `described` is what the evaluator reads of `holder`, where that went another way. */
export function compareAnswers(
  table: EntitlementTable,
  holder: ContractHolder,
  comparison: Comparison,
  described = holder,
): void {
  const { names, told, modelTold, given } = comparison;
  const faults: unknown[] = [];
  const own = createEvaluator(table, described, {
    onDeprecated: ({ key }) => told.push(key),
    onFault: (fault) => faults.push(fault),
  });
  const model = modelEvaluator(table, holder, modelTold);
  const labels = [
    ['version', own.version, model.version],
    ['state', own.state, model.state],
    ['suspended', own.suspended, model.suspended],
    ['warns', own.warns, model.warns],
  ];
  const answers = [
    ...names.capabilities.map((key) => [`hasCapability ${key}`, own.hasCapability(key), model.hasCapability(key)]),
    ...names.meters.map((key) => [`meterEnabled ${key}`, own.meterEnabled(key), model.meterEnabled(key)]),
    ...names.limits.flatMap((key) => {
      const value = model.getLimit(key);
      const verdicts = countsAround(table, key, value).map((count) => [
        `checkLimit ${key} ${count}`,
        own.checkLimit(key, count as number),
        model.checkLimit(key, count as number),
      ]);
      return [[`getLimit ${key}`, own.getLimit(key), value], ...verdicts];
    }),
  ];
  for (const [, is] of answers) {
    const sort = typeof is === 'number' ? 'number' : is;
    given.set(sort, (given.get(sort) ?? 0) + 1);
  }
  const warnings = [
    ['told', told.join(), [...modelTold].join()],
    ['faults', faults.length, 0],
  ];
  const differing = [...labels, ...answers, ...warnings].filter(([, is, should]) => !Object.is(is, should));
  if (differing.length) expect.fail(differing.map(([ask, is, should]) => `${ask}: ${is}, model ${should}`).join('\n'));
}

const ALWAYS = [0, 1, 0.5, -1, -0, 2 ** 53, Number.NaN, Infinity, -Infinity, undefined, '3'];

/** Counts on both sides of both edges of a number, and those that are none. */
function countsAround(table: EntitlementTable, asked: string, value: number | string): unknown[] {
  const rule = table.limits[keyToday(table, 'limits', asked)];
  if (typeof value !== 'number' || !rule) return [0, 1, 2 ** 53, Number.NaN, -1, undefined];
  const edges = [value, Number(modelSoftEdge(rule, value)), Number(modelHardEdge(rule, value))];
  return [...ALWAYS, ...edges.flatMap((n) => [n - 1, n, n + 0.25, n + 1])];
}
