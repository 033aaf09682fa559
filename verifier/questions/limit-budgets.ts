/** The matrix and a surface's configuration go in; how far to look for the edge of each limit, never a value of a plan, comes out. */
import { budgetOf } from '../../matrix/expect/enforced.ts';
import type { Matrix } from '../../matrix/types.ts';
import type { ApiSurface } from '../config/types.ts';
import type { LimitBudget } from '../probes/limits/limit-budget.ts';

/** By key; limits that no operation of the API refuses have none. */
export function limitBudgets(matrix: Matrix, { limits = {} }: ApiSurface): Record<string, LimitBudget> {
  return Object.fromEntries(
    matrix.gates.flatMap((gate) => {
      const limit = matrix.limits[gate.key];
      if (!limit || !gate.api) return [];
      const config = limits[limit.key];
      const furthest = config && 'look_up_to' in config ? (config.look_up_to ?? 0) : 0;
      const budget: LimitBudget = {
        unit: limit.unit,
        ...(limit.per && { per: limit.per }),
        budget: Math.max(budgetOf(matrix, limit.key), furthest),
        operation: gate.api,
        ...(gate.refusal && { refusal: gate.refusal }),
      };
      return [[limit.key, budget]];
    }),
  );
}
