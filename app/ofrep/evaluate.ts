/** A table, a holder and the key of a flag enter; the flag's evaluation as OFREP writes it leaves, or nothing. */

import { findFlag } from '../evaluator/openfeature/find-flag.ts';
import { type FlagMetadata, type LimitFlag, readFlag } from '../evaluator/openfeature/read-flag.ts';
import type { EntitlementTable } from '../evaluator/table.ts';
import type { Holder } from '../session/holder.ts';

export interface Evaluation {
  /** As it was asked for, also when that is an alias. */
  readonly key: string;
  readonly value: boolean | LimitFlag;
  readonly reason: 'TARGETING_MATCH';
  readonly variant: string;
  readonly metadata: FlagMetadata;
}

/** Nothing for a key that the table lacks, or that only stands in contracts: nobody outside is to learn of it. */
export function evaluate(
  table: EntitlementTable,
  { evaluator }: Holder,
  { key, observed }: { key: string; observed: unknown },
): Evaluation | undefined {
  if (findFlag(table, key)?.rule.marker) return undefined;
  const flag = readFlag(table, evaluator, key, observed);
  return flag && { key, value: flag.value, reason: 'TARGETING_MATCH', variant: flag.variant, metadata: flag.metadata };
}

/** In the order of the pricing page, without aliases. */
export function publicKeys({ capabilities, limits, meters = {} }: EntitlementTable): string[] {
  const all = [...Object.entries(capabilities), ...Object.entries(limits), ...Object.entries(meters)];
  return all.filter(([, { marker }]) => !marker).map(([key]) => key);
}
