/** An organisation's stored contract and the time enter; the evaluator of what it holds at that time leaves. */

import type { Row } from '../database/schema.ts';
import { createEvaluator, type Evaluator } from '../evaluator/create-evaluator.ts';
import type { Product } from '../product.ts';
import { currentState } from '../session/current-state.ts';

export type Contract = Pick<Row<'organisation'>, 'plan_version' | 'subscription_state' | 'state_until'>;

export function evaluatorOf(product: Pick<Product, 'table' | 'now'>, contract: Contract): Evaluator {
  const state = currentState(contract, product.now());
  return createEvaluator(product.table, { version: contract.plan_version, state });
}

/** In an expired or suspended state nothing is hidden, brought back or deleted. */
export function keepsPaid({ table }: Pick<Product, 'table'>, { state }: Evaluator): boolean {
  return table.states[state as keyof typeof table.states]?.keeps === 'paid';
}
