/** The package's run-time library, `planproof/evaluator`: a printed table and a holder enter, answers leave. */
export { type Claims, type ClaimsRead, type EntitlementSource, holderOf, versionOfPrice } from './claims.ts';
export type { ContractHolder } from './contract-grant.ts';
export { createEvaluator, type Evaluator, type EvaluatorOptions } from './create-evaluator.ts';
export type { DeprecatedKey } from './deprecated-key.ts';
export type { LimitVerdict } from './judge-limit.ts';
export type { CapabilityOf, LimitOf, MeterOf } from './key-types.ts';
export { type ReadClaims, readClaims } from './read-claims.ts';
export type {
  AddonRow,
  CapabilityRule,
  EntitlementTable,
  LimitRule,
  LimitValue,
  MeterRule,
  RoleRule,
  StateRule,
  SubscriptionState,
  TrialRule,
  VersionRow,
} from './table.ts';
