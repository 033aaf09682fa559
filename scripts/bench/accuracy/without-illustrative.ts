/** A compiled matrix goes in; the same without the values that are marked as illustrative comes out: names stay, as words to find. */
import type { Cell, Matrix, Trial, Version } from '../../../matrix/types.ts';

export function withoutIllustrative(matrix: Matrix): Matrix {
  return {
    ...matrix,
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
  const unknown = (cells: Record<string, Cell>) =>
    mapped(cells, (cell): Cell => ({ ...cell, value: { kind: 'unknown' } }));
  return {
    ...version,
    ...(out.has('has') && { capabilities: unknown(version.capabilities) }),
    ...(out.has('limits') && { limits: unknown(version.limits) }),
    ...(out.has('price') && { prices: [] }),
  };
}

function mapped<T>(record: Record<string, T>, change: (one: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, one]) => [key, change(one)]));
}
