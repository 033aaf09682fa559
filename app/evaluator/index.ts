/** The package's run-time library, `planproof/evaluator`: a printed table and a holder enter, answers leave. */
export {
  type AdmissionChange,
  type AdmissionPreview,
  admissionPreview,
} from './admission-preview.ts';
export { type Claims, type ClaimsRead, type EntitlementSource, holderOf, versionOfPrice } from './claims.ts';
export type { ContractHolder } from './contract-grant.ts';
export { createEvaluator, type Evaluator, type EvaluatorOptions } from './create-evaluator.ts';
export type { DeprecatedKey } from './deprecated-key.ts';
export { type EntitlementPayload, entitlementPayload, type PayloadCircumstances } from './entitlement-payload.ts';
export type { LimitVerdict } from './judge-limit.ts';
export type { CapabilityOf, LimitOf, MeterOf } from './key-types.ts';
export type { LimitEntry } from './limit-entries.ts';
export type { OverLimitEntry, OverLimitPayload } from './over-limit-payload.ts';
export { type OverLimit, type OverLimitPosture, overLimitPosture, type Posture } from './over-limit-posture.ts';
export { type ReadClaims, readClaims } from './read-claims.ts';
export { readPayload, type ShownPayload } from './read-payload.ts';
export { mayTake, reentryVersions } from './reentry-versions.ts';
export { deletedAt, type SettledThing, type Settlement, settleDowngrade } from './settle-downgrade.ts';
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
export type { UpgradeReason } from './upgrade-reasons.ts';
export type { UsageReading, UsageReadings } from './usage-reading.ts';
