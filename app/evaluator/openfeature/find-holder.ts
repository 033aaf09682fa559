/** Where holders come from and an evaluation context enter; the holder, and how fresh it is, leave, or why there is none. */

import type { EvaluationContext } from '@openfeature/server-sdk';
import { type ClaimsRead, type EntitlementSource, holderOf } from '../claims.ts';
import type { ContractHolder } from '../contract-grant.ts';

/** Gives the holder that a context is about, or nothing when it is about nobody who has a contract. */
export type HolderOfContext = (
  context: EvaluationContext,
) => ContractHolder | undefined | Promise<ContractHolder | undefined>;

export type HolderOrigin = HolderOfContext | EntitlementSource<string>;

export type FoundHolder =
  | { readonly holder: ContractHolder; readonly from: ClaimsRead['from'] | 'nowhere' }
  | { readonly missing: 'targetingKey' };

/** A source is asked for the context's `targetingKey`. `now` is in milliseconds since 1970. Throws what the function throws. */
export async function findHolder(origin: HolderOrigin, context: EvaluationContext, now: number): Promise<FoundHolder> {
  if (typeof origin === 'function') return found(await origin(context), 'live');
  const { targetingKey } = context;
  if (typeof targetingKey !== 'string' || targetingKey === '') return { missing: 'targetingKey' };
  const { claims, from } = await origin.read(targetingKey);
  return found(claims && holderOf(claims, now), from);
}

/** Nobody is a holder without version and state, to whom nothing is granted. */
function found(holder: ContractHolder | undefined, from: ClaimsRead['from']): FoundHolder {
  return holder ? { holder, from } : { holder: {}, from: 'nowhere' };
}
