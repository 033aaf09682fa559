/** A function that fetches enters; its last good answer leaves, renewed in time and kept when it cannot be renewed. */

import { within } from '../within.ts';
import { checkAmounts } from './check-amounts.ts';

export interface CopyOptions<Value> {
  readonly fetch: (signal: AbortSignal) => Promise<unknown>;
  /** Throws on anything but a whole answer; may give `last` where nothing changed. */
  readonly parse: (answer: unknown, last: Value | undefined) => Value;
  /** All in milliseconds. From half of `maxAge` it is renewed beside the reading, from all of it before. */
  readonly maxAge: number;
  /** The least time between a failed attempt, or one out of turn, and the next. */
  readonly coolDown: number;
  readonly timeout: number;
  readonly remembered?: { readonly value: Value; readonly age: number };
  /** Told of the first failure after a success. */
  readonly onFailing: (cause: unknown) => void;
  readonly onRenewed?: (value: Value) => void;
}

/**
 * Time is what the given clock moves forward: a clock that jumps back neither makes a copy younger nor stops renewal.
 * Nothing here rejects or throws, but for the constructor on times that are none.
 */
export class KeptCopy<Value> {
  value: Value | undefined;
  /** True from a failed attempt to the next good one. */
  failing = false;
  private readonly options: CopyOptions<Value>;
  private time = 0;
  private seen = Number.POSITIVE_INFINITY;
  private goodAt = Number.NEGATIVE_INFINITY;
  private triedAt = Number.NEGATIVE_INFINITY;
  private pending: Promise<void> | undefined;

  constructor(options: CopyOptions<Value>) {
    const { maxAge, coolDown, timeout } = options;
    checkAmounts({ maxAge, coolDown, timeout });
    this.options = options;
    if (!options.remembered) return;
    this.value = options.remembered.value;
    this.goodAt = -options.remembered.age;
  }

  /** Milliseconds since the last good answer was asked for; Infinity before the first. */
  age(now: number): number {
    return this.time + Math.max(0, now - this.seen) - this.goodAt;
  }

  /** Starts what is due; gives what has to be waited for, or nothing. */
  ready(now: number): Promise<void> | undefined {
    this.pass(now);
    const age = this.time - this.goodAt;
    const { maxAge, coolDown } = this.options;
    if (age < maxAge / 2) return undefined;
    if (!this.failing || this.time - this.triedAt >= coolDown) this.renew(now);
    const waits = this.value === undefined || (age >= maxAge && !this.failing);
    return waits ? this.pending : undefined;
  }

  /** For what is missing in the copy: renews it, unless it was tried within the time to cool down. */
  renewOutOfTurn(now: number): Promise<void> | undefined {
    this.pass(now);
    return this.pending ?? (this.time - this.triedAt >= this.options.coolDown ? this.renew(now) : undefined);
  }

  /** At once; an attempt that is under way is shared. */
  renew(now: number): Promise<void> {
    this.pass(now);
    if (!this.pending) {
      this.triedAt = this.time;
      this.pending = this.attempt(this.time).finally(() => {
        this.pending = undefined;
      });
    }
    return this.pending;
  }

  private pass(now: number): void {
    if (!Number.isFinite(now)) return;
    if (now > this.seen) this.time += now - this.seen;
    this.seen = now;
  }

  private async attempt(startedAt: number): Promise<void> {
    const { fetch, parse, timeout, onFailing, onRenewed } = this.options;
    try {
      const value = parse(await inTime(fetch, timeout), this.value);
      this.value = value;
      this.goodAt = startedAt;
      this.failing = false;
      onRenewed?.(value);
    } catch (cause) {
      const isFirst = !this.failing;
      this.failing = true;
      if (isFirst) onFailing(cause);
    }
  }
}

/** An answer that comes too late is never looked at. */
function inTime(fetch: (signal: AbortSignal) => Promise<unknown>, milliseconds: number): Promise<unknown> {
  const aborter = new AbortController();
  const answer = (async () => fetch(aborter.signal))();
  return within(answer, milliseconds, () => {
    aborter.abort();
    throw new Error(`no answer within ${milliseconds} ms`);
  });
}
