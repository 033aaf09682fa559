/** A compiled matrix goes in; the same without what is marked as illustrative, which nobody outside states, comes out. */
import type { Cell, Matrix, Plan, Trial, Version } from '../../../matrix/types.ts';

export function withoutIllustrative(matrix: Matrix): Matrix {
  return {
    ...matrix,
    plans: mapped(matrix.plans, namedOnly),
    versions: mapped(matrix.versions, stated),
    trials: mapped(matrix.trials, (trial): Trial => {
      if (!trial.illustrative.includes('length')) return trial;
      const { length: _, ...rest } = trial;
      return rest;
    }),
  };
}

function stated(version: Version): Version {
  const out = new Set(version.illustrative);
  const unknown = (cells: Record<string, Cell>) => mapped(cells, (cell): Cell => ({ ...cell, value: { kind: 'unknown' } }));
  return {
    ...version,
    ...(out.has('has') && { capabilities: unknown(version.capabilities) }),
    ...(out.has('limits') && { limits: unknown(version.limits) }),
    ...(out.has('price') && { prices: [] }),
  };
}

/** A name that somebody here made up is no word of anybody's copy. */
function namedOnly(plan: Plan): Plan {
  return plan.illustrative.includes('name') ? { ...plan, name: plan.key, names: {}, also: [] } : plan;
}

function mapped<T>(record: Record<string, T>, change: (one: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, one]) => [key, change(one)]));
}
