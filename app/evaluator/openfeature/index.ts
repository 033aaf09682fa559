/** The package's OpenFeature provider, `planproof/evaluator/openfeature`: entitlements answered as flags. */
export { EntitlementProvider, type HolderOfContext, type ProviderOptions } from './entitlement-provider.ts';
export { type EntitlementFlag, type FlagKind, type FlagMetadata, type LimitFlag, readFlag } from './read-flag.ts';
