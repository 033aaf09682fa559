/** A table, a holder's evaluator and the key of a flag enter; its value, variant and metadata leave, or nothing. */

import type { Evaluator } from '../create-evaluator.ts';
import type { LimitVerdict } from '../judge-limit.ts';
import { own } from '../own.ts';
import type { EntitlementTable, LimitValue } from '../table.ts';
import { type FlagKind, type FoundFlag, findFlag } from './find-flag.ts';

export type { FlagKind };

/** What an object flag says of a limit. A type, not an interface: only that is known to be JSON. */
export type LimitFlag = {
  /** `unlimited` and `unknown` are words, never a number that stands for them. */
  readonly limit: LimitValue;
  /** What is counted, in the plural. */
  readonly unit: string;
  /** Of a rate: the seconds in which so many may happen. */
  readonly per_seconds?: number;
  /** On the count that the context states as it would stand after the action. */
  readonly verdict?: LimitVerdict;
};

export type FlagMetadata = Record<string, string | number | boolean>;

export interface EntitlementFlag {
  readonly kind: FlagKind;
  readonly value: boolean | LimitFlag;
  /** `included` or `excluded`; of a limit its number, `unlimited` or `unknown`. */
  readonly variant: string;
  readonly metadata: FlagMetadata;
}

/**
 * `observed` has, by key, the count of a limit as it would stand after the action; any other count than a number of 0 or
 * more is one that could not be read. Nothing for a key that the table lacks. Throws on a table of another shape.
 */
export function readFlag(
  table: EntitlementTable,
  evaluator: Evaluator,
  name: string,
  observed?: unknown,
): EntitlementFlag | undefined {
  const flag = findFlag(table, name);
  if (!flag) return undefined;
  const { kind, key } = flag;
  const metadata = metadataOf(table, evaluator, flag);
  if (kind !== 'limit') {
    const value = kind === 'capability' ? evaluator.hasCapability(key) : evaluator.meterEnabled(key);
    return { kind, value, variant: value ? 'included' : 'excluded', metadata };
  }
  const value = limitFlag(table, evaluator, key, countIn(observed, name, key));
  return { kind, value, variant: String(value.limit), metadata: { ...metadata, ...value } };
}

function limitFlag(
  { limits }: EntitlementTable,
  evaluator: Evaluator,
  key: string,
  count: { readonly read: unknown } | undefined,
): LimitFlag {
  const { other: unit, perSeconds } = limits[key]!;
  return {
    limit: evaluator.getLimit(key),
    unit,
    ...(perSeconds !== undefined && { per_seconds: perSeconds }),
    ...(count && { verdict: evaluator.checkLimit(key, typeof count.read === 'number' ? count.read : Number.NaN) }),
  };
}

/** A count that is named counts, also one that could not be read; one that is not named asks for no verdict. */
function countIn(observed: unknown, name: string, key: string): { readonly read: unknown } | undefined {
  if (typeof observed !== 'object' || observed === null) return undefined;
  const counts = observed as Readonly<Record<string, unknown>>;
  const called = [name, key].find((one) => Object.hasOwn(counts, one));
  return called === undefined ? undefined : { read: own(counts, called) };
}

/** `flagSetId` and `version` are the names that OpenFeature's telemetry looks for. */
function metadataOf(
  table: EntitlementTable,
  { version, state }: Evaluator,
  { kind, key, rule }: FoundFlag,
): FlagMetadata {
  return {
    flagSetId: table.product,
    version: table.digest,
    kind,
    key,
    ...(version !== undefined && { plan_version: version }),
    ...(state !== undefined && { subscription_state: state }),
    ...(rule.deprecated && { deprecated: true }),
    ...(rule.sunset_at && { sunset_at: rule.sunset_at }),
    ...(rule.replacement_key && { replacement_key: rule.replacement_key }),
  };
}
