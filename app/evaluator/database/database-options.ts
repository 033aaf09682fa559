/** What a database source is made of, in milliseconds and checked: the options as they are written enter. */

import type { Claims } from '../claims.ts';
import type { EvaluatorOptions } from '../create-evaluator.ts';
import type { EntitlementTable } from '../table.ts';
import type { OutageListeners } from './outage.ts';

export interface QueryLimits {
  /** Aborted when the time is up. */
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
}

export interface DatabaseOptions<Id extends string | number, Table extends EntitlementTable> extends OutageListeners {
  /** Must not change afterwards. */
  readonly table: Table;
  /**
   * The claims that an organisation's row carries, in whatever names they were written; undefined or null when there is
   * no row. A query that outlives its time is given up, so it should end when `signal` aborts.
   */
  readonly query: (id: Id, limits: QueryLimits) => Promise<unknown>;
  /** Milliseconds since 1970; the time of this machine when left out. */
  readonly now?: () => number;
  /** How long a row is used before it is read again; 30 when left out, at most 3600. */
  readonly ttlSeconds?: number;
  /** Organisations that are remembered; 10,000 when left out. Those used for longest not go first. */
  readonly maxSize?: number;
  /** How long a query may take; 2 when left out. */
  readonly timeoutSeconds?: number;
  /** The line whose trial says what holds when nothing is known of an organisation; any line's when left out. */
  readonly line?: string;
  /** What holds when nothing is known of an organisation, instead of what the table gives. */
  readonly defaults?: (id: Id) => Claims | undefined;
  /** What an organisation without a row uses: the claims of the instance's own lease. */
  readonly instance?: () => Claims | undefined | Promise<Claims | undefined>;
  readonly evaluator?: EvaluatorOptions;
}

export interface Bounds {
  readonly ttlMs: number;
  readonly timeoutMs: number;
  readonly maxSize: number;
}

/** Throws `RangeError` for a number that cannot be meant. */
export function boundsOf({
  ttlSeconds = 30,
  timeoutSeconds = 2,
  maxSize = 10_000,
}: {
  ttlSeconds?: number;
  timeoutSeconds?: number;
  maxSize?: number;
}): Bounds {
  const bad = (name: string, expected: string, found: number) =>
    new RangeError(`${name}: expected ${expected}, found ${found}`);
  if (!(ttlSeconds >= 0 && ttlSeconds <= 3600)) throw bad('ttlSeconds', 'seconds from 0 to 3600', ttlSeconds);
  if (!(timeoutSeconds > 0 && timeoutSeconds <= 600))
    throw bad('timeoutSeconds', 'more than 0 and at most 600 seconds', timeoutSeconds);
  if (!(Number.isSafeInteger(maxSize) && maxSize > 0)) throw bad('maxSize', 'a whole number above 0', maxSize);
  return { ttlMs: ttlSeconds * 1000, timeoutMs: timeoutSeconds * 1000, maxSize };
}
