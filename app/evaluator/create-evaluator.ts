/** A printed table and one holder enter; the answers to "may they?" and "how many?" leave. */

import { type CompiledTable, compiled, type Grant, HELD, OUTGOING } from './compiled-table.ts';
import { type ContractHolder, contractGrant } from './contract-grant.ts';
import { type DeprecatedKey, deprecatedKey } from './deprecated-key.ts';
import { judgeLimit, type LimitVerdict } from './judge-limit.ts';
import type { CapabilityOf, LimitOf, MeterOf } from './key-types.ts';
import { openEvaluator } from './open-evaluator.ts';
import type { EntitlementTable, LimitValue } from './table.ts';
import { tellFault } from './tell-fault.ts';

export interface Evaluator<
  Capability extends string = string,
  Limit extends string = string,
  Meter extends string = string,
> {
  /**
   * The contract's version by its name of today: an alias is read and never given out. One that the table does not know
   * stays as it is carried, and one that is missing stays missing.
   */
  readonly version: string | undefined;
  readonly state: string | undefined;
  /** True when the state keeps nothing, or is none of the table's: every request but "who am I" is to be refused. */
  readonly suspended: boolean;
  /** True when the state asks for a warning while everything still works. */
  readonly warns: boolean;
  hasCapability(key: Capability): boolean;
  /** A number of the limit's unit, `unlimited`, or `unknown` when nothing is stated: never 0, null or a gap for those. */
  getLimit(key: Limit): LimitValue;
  /** `observedAfterAction` is the count as it would stand if the action went through. */
  checkLimit(key: Limit, observedAfterAction: number): LimitVerdict;
  meterEnabled(key: Meter): boolean;
}

export interface EvaluatorOptions {
  /** Told once of a fault of the evaluator itself, such as a table of another shape: it answers open until that is mended. */
  readonly onFault?: (fault: unknown) => void;
  /** Told once for each table and key on its way out that is asked for, held or not; written to the console when left out. */
  readonly onDeprecated?: (key: DeprecatedKey) => void;
}

/**
 * Never throws, and nor do the answers. Unknown versions, states, keys and counts are answered closed; only a fault of
 * the evaluator itself is answered open, and told to `onFault`, so that a broken release does not lock paying customers
 * out. A key that the table does not declare is held by nobody, also where a contract lists it. The table must not change afterwards: it is laid out once. A key that the table lacks does not compile where the
 * table's type names its keys, as that of a printed module does.
 */
export function createEvaluator<const Table extends EntitlementTable>(
  table: Table,
  holder: ContractHolder,
  options: EvaluatorOptions = {},
): Evaluator<CapabilityOf<Table>, LimitOf<Table>, MeterOf<Table>> {
  try {
    const laidOut = compiled(table);
    return new TableEvaluator(laidOut, contractGrant(laidOut, holder), holder, options);
  } catch (fault) {
    tellFault(table, fault, options.onFault);
    return openEvaluator(holder);
  }
}

class TableEvaluator implements Evaluator {
  readonly version: string | undefined;
  readonly state: string | undefined;
  private readonly compiled: CompiledTable;
  private readonly grant: Grant;
  private readonly options: EvaluatorOptions;

  constructor(laidOut: CompiledTable, grant: Grant, { version, state }: ContractHolder, options: EvaluatorOptions) {
    this.version = laidOut.versions.get(version as string)?.id ?? version;
    this.state = state;
    this.compiled = laidOut;
    this.grant = grant;
    this.options = options;
  }

  get suspended(): boolean {
    return (this.compiled.states.get(this.state as string)?.keeps ?? 'nothing') === 'nothing';
  }

  get warns(): boolean {
    return this.compiled.states.get(this.state as string)?.warns === true;
  }

  hasCapability(key: string): boolean {
    const place = this.compiled.capabilities.places.get(key);
    if (place === undefined) return false;
    const mark = this.grant.capabilities[place]!;
    if (mark & OUTGOING) this.warn('capabilities', place);
    return (mark & HELD) !== 0;
  }

  meterEnabled(key: string): boolean {
    const place = this.compiled.meters.places.get(key);
    if (place === undefined) return false;
    const mark = this.grant.meters[place]!;
    if (mark & OUTGOING) this.warn('meters', place);
    return (mark & HELD) !== 0;
  }

  getLimit(key: string): LimitValue {
    const place = this.compiled.limits.places.get(key);
    if (place === undefined) return 'unknown';
    if (this.compiled.rules[place]!.deprecated) this.warn('limits', place);
    return this.grant.limits[place]!;
  }

  checkLimit(key: string, observed: number): LimitVerdict {
    const place = this.compiled.limits.places.get(key);
    if (place === undefined) return 'hard_block';
    const rule = this.compiled.rules[place]!;
    if (rule.deprecated) this.warn('limits', place);
    const { soft, hard } = this.grant;
    if (typeof observed === 'number' && observed >= 0 && observed <= soft[place]!) return 'allowed';
    return judgeLimit(rule, { soft: soft[place]!, hard: hard[place]! }, observed);
  }

  private warn(kind: 'capabilities' | 'limits' | 'meters', place: number): void {
    const key = this.compiled[kind].keys[place]!;
    if (this.compiled.warned.has(key)) return;
    this.compiled.warned.add(key);
    try {
      deprecatedKey(this.compiled.table[kind]?.[key] ?? {}, key, this.options.onDeprecated);
    } catch (fault) {
      tellFault(this.compiled.table, fault, this.options.onFault);
    }
  }
}
