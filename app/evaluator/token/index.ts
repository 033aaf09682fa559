/** `planproof/evaluator/token`: signed tokens enter, their claims leave. Needs `jose`; the rest of the library does not. */
export type { SignatureAlgorithm } from './algorithms.ts';
export type { VerificationKeys } from './key-set.ts';
export type { RevocationList } from './revocation-list.ts';
export type { RevocationOptions, Revocations } from './revocations.ts';
export { type SignOptions, signClaims } from './sign-claims.ts';
export type { TokenFault } from './token-fault.ts';
export type { TokenRefusal } from './token-refusal.ts';
export { TokenSource, type TokenSourceOptions } from './token-source.ts';
