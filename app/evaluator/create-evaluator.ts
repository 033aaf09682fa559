/** A printed table and one holder enter; the answers to "may they?" and "how many?" leave. */

import { type ContractHolder, findGrant } from './find-grant.ts';
import { judgeLimit, type LimitVerdict } from './judge-limit.ts';
import { own } from './own.ts';
import type { EntitlementTable, LimitValue } from './table.ts';

export interface Evaluator {
  /** The version as the contract carries it, also when the table does not know it. */
  readonly version: string;
  readonly state: string;
  /** True when the state keeps nothing: every request but "who am I" is to be refused. */
  readonly suspended: boolean;
  /** True when the state asks for a warning while everything still works. */
  readonly warns: boolean;
  hasCapability(key: string): boolean;
  /** A whole number, `unlimited`, or `unknown` when nothing is stated: never 0, null or a gap in its place. */
  getLimit(key: string): LimitValue;
  /** `observedAfterAction` is the count as it would stand if the action went through. */
  checkLimit(key: string, observedAfterAction: number): LimitVerdict;
}

export interface EvaluatorOptions {
  /** Told of a fault of the evaluator itself, such as a table of another shape. Log it at the highest severity. */
  readonly onFault?: (fault: unknown) => void;
}

/**
 * Never throws. Unknown versions, states, keys and counts are answered closed; only a fault of the evaluator itself
 * is answered open, and told to `onFault`, so that a broken release does not lock paying customers out.
 */
export function createEvaluator(
  table: EntitlementTable,
  holder: ContractHolder,
  options: EvaluatorOptions = {},
): Evaluator {
  const answer = <T>(ask: () => T, open: T): T => attempt(ask, open, options.onFault ?? console.error);
  const grant = () => findGrant(table, holder);
  const canonical = (key: string) => own(table.aliases.keys, key) ?? key;
  const limitOf = (key: string) => wholeOrUnknown(own(grant()?.limits ?? {}, canonical(key)));
  return {
    version: holder.version,
    state: holder.state,
    suspended: answer(() => (own(table.states, holder.state)?.keeps ?? 'nothing') === 'nothing', false),
    warns: answer(() => own(table.states, holder.state)?.warns === true, false),
    hasCapability: (key) => answer(() => grant()?.capabilities.includes(canonical(key)) ?? false, true),
    getLimit: (key) => answer(() => limitOf(key), 'unlimited'),
    checkLimit: (key, observed) =>
      answer(() => judgeLimit(own(table.limits, canonical(key)), limitOf(key), observed), 'allowed'),
  };
}

function attempt<T>(ask: () => T, open: T, onFault: (fault: unknown) => void): T {
  try {
    return ask();
  } catch (fault) {
    onFault(fault);
    return open;
  }
}

function wholeOrUnknown(value: LimitValue | undefined): LimitValue {
  if (value === 'unlimited') return value;
  return Number.isSafeInteger(value) && Number(value) >= 0 ? (value as number) : 'unknown';
}
