/** A holder enters; an evaluator that lets everything through leaves: what answers while the table cannot be read. */

import type { ContractHolder } from './contract-grant.ts';
import type { Evaluator } from './create-evaluator.ts';

export function openEvaluator(holder: ContractHolder): Evaluator {
  const { version, state } = holder ?? {};
  return {
    version,
    state,
    suspended: false,
    warns: false,
    hasCapability: () => true,
    getLimit: () => 'unlimited',
    checkLimit: () => 'allowed',
    meterEnabled: () => true,
  };
}
