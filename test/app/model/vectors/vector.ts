/** What a conformance vector is: a table, who asks and what, and the answer with the reason for it. */

import type { Claims, ContractHolder } from '../../../../app/evaluator/index.ts';

/** How a count is written down: JSON knows no other numbers, and `missing` stands for none at all. */
export type Observed = number | 'NaN' | 'Infinity' | '-Infinity' | 'missing';

export type OneAsk =
  | { method: 'hasCapability' | 'getLimit' | 'meterEnabled'; key: string }
  | { method: 'checkLimit'; key: string; observed: Observed };

export type Ask =
  | OneAsk
  | { method: 'version' | 'state' | 'suspended' | 'warns' }
  /** Which keys are warned of while all of these are asked, by evaluators of that holder over one table. */
  | { method: 'deprecated'; asks: readonly OneAsk[] }
  | { method: 'versionOfPrice'; priceId: string }
  | { method: 'holderOf'; claims: Claims; now: number }
  | { method: 'readClaims'; carried: unknown };

export interface Question {
  rule: string;
  why: string;
  table: string;
  holder?: ContractHolder;
  ask: Ask;
}

export interface Vector extends Question {
  id: string;
  answer: unknown;
}
