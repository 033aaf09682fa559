/** A printed table and where holders come from enter; an OpenFeature provider for servers, which answers flags, leaves. */

import type { ErrorCode, EvaluationContext, JsonValue, Provider, ResolutionDetails } from '@openfeature/server-sdk';
import { compiled } from '../compiled-table.ts';
import type { ContractHolder } from '../contract-grant.ts';
import { createEvaluator, type EvaluatorOptions } from '../create-evaluator.ts';
import type { EntitlementTable } from '../table.ts';
import { tellFault } from '../tell-fault.ts';
import { findHolder, type HolderOfContext, type HolderOrigin } from './find-holder.ts';
import { type EntitlementFlag, readFlag } from './read-flag.ts';

export type { HolderOfContext };

export interface ProviderOptions extends EvaluatorOptions {
  /** The clock, in milliseconds since 1970: trials and days of grace end by it. */
  readonly now?: () => number;
}

/** How a value came about, in OpenFeature's words. Whoever has no contract is granted nothing: not an error, but an answer. */
const REASONS = { live: 'TARGETING_MATCH', remembered: 'STALE', defaults: 'DEFAULT', nowhere: 'DISABLED' } as const;

type ErrorName = `${ErrorCode}`;
type Failed = { readonly errorCode: ErrorName; readonly errorMessage: string; readonly flag?: EntitlementFlag };

/**
 * Flags are the table's capabilities and meters (boolean), and its limits: a number where one is stated, and always an
 * object `{limit, unit, per_seconds?, verdict?}`. Asked as a number, a limit that is `unlimited` or `unknown` is a
 * `TYPE_MISMATCH` and gives the code's default, since no number says either; the metadata says which it is. A context with
 * `observed: { key: count }`, the count as it would stand after the action, gives a limit its verdict. Nothing that is
 * asked throws or rejects: every error gives the code's default. Metadata: see `readFlag`.
 */
export class EntitlementProvider implements Provider {
  readonly metadata = { name: 'planproof' } as const;
  readonly runsOn = 'server';
  private readonly table: EntitlementTable;
  private readonly origin: HolderOrigin;
  private readonly options: ProviderOptions;

  /** A function is given the context; a source is asked for its `targetingKey`. The table must not change afterwards. */
  constructor(table: EntitlementTable, holders: HolderOrigin, options: ProviderOptions = {}) {
    this.table = table;
    this.origin = holders;
    this.options = options;
  }

  /** Rejects on a table of another shape, so that `setProviderAndWait` tells it before the first question. */
  async initialize(): Promise<void> {
    compiled(this.table);
  }

  resolveBooleanEvaluation(key: string, otherwise: boolean, context: EvaluationContext) {
    return this.resolve(key, otherwise, context, ({ value }) => (typeof value === 'boolean' ? value : undefined));
  }

  resolveNumberEvaluation(key: string, otherwise: number, context: EvaluationContext) {
    return this.resolve(key, otherwise, context, ({ value }) =>
      typeof value === 'object' && typeof value.limit === 'number' ? value.limit : undefined,
    );
  }

  resolveObjectEvaluation<T extends JsonValue>(key: string, otherwise: T, context: EvaluationContext) {
    // OpenFeature lets the caller name the type of what is in the flag; nobody can check it here.
    return this.resolve(key, otherwise, context, ({ value }) =>
      typeof value === 'object' ? (value as JsonValue as T) : undefined,
    );
  }

  /** No flag is a text, so the code's default is always given. */
  resolveStringEvaluation(key: string, otherwise: string, context: EvaluationContext) {
    return this.resolve(key, otherwise, context, () => undefined);
  }

  private async resolve<T>(
    key: string,
    otherwise: T,
    context: EvaluationContext,
    pick: (flag: EntitlementFlag) => T | undefined,
  ): Promise<ResolutionDetails<T>> {
    try {
      const found = await findHolder(this.origin, context, (this.options.now ?? Date.now)());
      if ('missing' in found) return failed(otherwise, NOBODY);
      const flag = this.read(key, found.holder, context);
      if ('errorCode' in flag) return failed(otherwise, flag);
      const value = pick(flag);
      if (value === undefined) return failed(otherwise, mismatch(key, flag));
      return { value, variant: flag.variant, reason: REASONS[found.from], flagMetadata: flag.metadata };
    } catch (fault) {
      return failed(otherwise, { errorCode: 'GENERAL', errorMessage: `No holder could be read: ${wordsOf(fault)}` });
    }
  }

  private read(key: string, holder: ContractHolder, context: EvaluationContext) {
    try {
      // First, since an evaluator over a broken table would let everything through: here the code has its defaults.
      compiled(this.table);
      const evaluator = createEvaluator(this.table, holder, this.options);
      return readFlag(this.table, evaluator, key, context.observed) ?? notFound(key);
    } catch (fault) {
      tellFault(this.table, fault, this.options.onFault ?? cryOnConsole);
      return {
        errorCode: 'PARSE_ERROR',
        errorMessage: `The entitlement table cannot be read: ${wordsOf(fault)}`,
      } as const;
    }
  }
}

const NOBODY: Failed = {
  errorCode: 'TARGETING_KEY_MISSING',
  errorMessage: 'The context has no `targetingKey`; write the organisation or subject whose contract counts.',
};

function notFound(key: string): Failed {
  const errorMessage = `No capability, meter or limit is called "${key}"; write a key of the entitlement table.`;
  return { errorCode: 'FLAG_NOT_FOUND', errorMessage };
}

function mismatch(key: string, flag: EntitlementFlag): Failed {
  const errorMessage = `"${key}" is a ${flag.kind} (${flag.variant}); ask for it as ${typesOf(flag)}.`;
  return { errorCode: 'TYPE_MISMATCH', errorMessage, flag };
}

/** What a flag can be asked as, by this contract. */
function typesOf({ value }: EntitlementFlag): string {
  if (typeof value === 'boolean') return 'a boolean';
  return typeof value.limit === 'number' ? 'a number or an object' : 'an object, which can say so';
}

function failed<T>(otherwise: T, { errorCode, errorMessage, flag }: Failed): ResolutionDetails<T> {
  return {
    value: otherwise,
    reason: 'ERROR',
    // The names are those of OpenFeature's enumeration; without importing it, any version of the SDK will do.
    errorCode: errorCode as ErrorCode,
    errorMessage,
    ...(flag && { flagMetadata: flag.metadata }),
  };
}

function cryOnConsole(fault: unknown): void {
  console.error(
    'CRITICAL: the entitlement table cannot be read, so EVERY FLAG HAS THE DEFAULT OF THE CODE. Print it again with ' +
      '`planproof generate` and release it; until then no plan is enforced.',
    fault,
  );
}

function wordsOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}
