/** A printed table and one holder enter; the answers to "may they?" and "how many?" leave. */

import { type CompiledTable, compiled, find, type Grant, HELD, type Lookup, OUTGOING } from './compiled-table.ts';
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
  /**
   * Told once for each table of a fault of the evaluator itself, such as a table of another shape: an `Error` that says
   * where, and what to do. It answers open until that is mended.
   */
  readonly onFault?: (fault: unknown) => void;
  /** Told once for each table and key on its way out that is asked for, held or not; written to the console when left out. */
  readonly onDeprecated?: (key: DeprecatedKey) => void;
}

/**
 * Never throws, and nor do the answers. Unknown versions, states, keys and counts, and a holder that is none, are answered
 * closed; only a fault of the evaluator itself is answered open, and told to `onFault`, so that a broken release does not
 * lock paying customers out. A key that the table does not declare is held by nobody, also where a contract lists it. The table must not change afterwards: it is laid out once. A key that the table lacks does not compile where the
 * table's type names its keys, as that of a printed module does.
 */
export function createEvaluator<const Table extends EntitlementTable>(
  table: Table,
  holder: ContractHolder,
  options: EvaluatorOptions = {},
): Evaluator<CapabilityOf<Table>, LimitOf<Table>, MeterOf<Table>> {
  try {
    const laidOut = compiled(table);
    const known = holder ?? NOBODY;
    return new TableEvaluator(laidOut, contractGrant(laidOut, known), known, options);
  } catch (cause) {
    tellFault(table, brokenTable(cause), options.onFault);
    return openEvaluator(holder);
  }
}

/** What is asked most often lies one step away: the way to an answer is half of its time. */
/** Who is asked for where nobody is: a caller's slip must not open anything. */
const NOBODY: ContractHolder = {};

function brokenTable(cause: unknown): Error {
  const message =
    `The entitlement table cannot be read, so EVERYTHING IS ALLOWED: ${wordsOf(cause)}. Print it again with ` +
    '`planproof generate` and release it; until then no plan is enforced.';
  return new Error(message, { cause });
}

function wordsOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : 'an unknown fault';
}

class TableEvaluator implements Evaluator {
  readonly state: string | undefined;
  private readonly carriedVersion: string | undefined;
  private readonly capabilityPlaces: Lookup<number>;
  private readonly capabilities: Uint8Array;
  private readonly meterPlaces: Lookup<number>;
  private readonly meters: Uint8Array;
  private readonly limitPlaces: Lookup<number>;
  private readonly grant: Grant;
  private readonly compiled: CompiledTable;
  private readonly options: EvaluatorOptions;

  constructor(laidOut: CompiledTable, grant: Grant, { version, state }: ContractHolder, options: EvaluatorOptions) {
    this.carriedVersion = version;
    this.state = state;
    this.capabilityPlaces = laidOut.capabilities.places;
    this.capabilities = grant.capabilities;
    this.meterPlaces = laidOut.meters.places;
    this.meters = grant.meters;
    this.limitPlaces = laidOut.limits.places;
    this.grant = grant;
    this.compiled = laidOut;
    this.options = options;
  }

  get version(): string | undefined {
    return find(this.compiled.versions, this.carriedVersion)?.id ?? this.carriedVersion;
  }

  get suspended(): boolean {
    return (find(this.compiled.states, this.state)?.keeps ?? 'nothing') === 'nothing';
  }

  get warns(): boolean {
    return find(this.compiled.states, this.state)?.warns === true;
  }

  hasCapability(key: string): boolean {
    const place = find(this.capabilityPlaces, key);
    if (place === undefined) return false;
    const mark = this.capabilities[place]!;
    if (mark < OUTGOING) return mark === HELD;
    this.warn('capabilities', place);
    return mark !== OUTGOING;
  }

  meterEnabled(key: string): boolean {
    const place = find(this.meterPlaces, key);
    if (place === undefined) return false;
    const mark = this.meters[place]!;
    if (mark < OUTGOING) return mark === HELD;
    this.warn('meters', place);
    return mark !== OUTGOING;
  }

  getLimit(key: string): LimitValue {
    const place = find(this.limitPlaces, key);
    if (place === undefined) return 'unknown';
    if (this.compiled.rules[place]!.deprecated) this.warn('limits', place);
    return this.grant.limits[place]!;
  }

  checkLimit(key: string, observed: number): LimitVerdict {
    const place = find(this.limitPlaces, key);
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
    } catch (cause) {
      const fault = new Error(`A listener to deprecated keys (onDeprecated) failed: ${wordsOf(cause)}`, { cause });
      tellFault(this.compiled.table, fault, this.options.onFault);
    }
  }
}
