/** The package's source over billing state, `planproof/evaluator/database`: an organisation's id enters, answers leave. */
export { claimsToStore, type StoredClaims } from './claims-to-store.ts';
export type { DatabaseOptions, QueryLimits } from './database-options.ts';
export { DatabaseSource, type OrganisationRead } from './database-source.ts';
export type { DatabaseFault, DatabaseRecovery } from './outage.ts';
export { type BillingColumns, createBillingState, pgQuery, type Queryable } from './pg-query.ts';
