/** The package's run-time library, `planproof/evaluator`: a printed table and a holder enter, answers leave. */
export { createEvaluator, type Evaluator, type EvaluatorOptions } from './create-evaluator.ts';
export type { ContractHolder } from './find-grant.ts';
export type { LimitVerdict } from './judge-limit.ts';
export type {
  EntitlementTable,
  LimitRule,
  LimitValue,
  StateRule,
  SubscriptionState,
  VersionRow,
} from './table.ts';
