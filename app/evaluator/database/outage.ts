/** Queries that fail and succeed enter; how often to try again, and word of an outage and of its end, leave. */

export interface DatabaseFault {
  readonly message: string;
  /** What the first query that failed threw. */
  readonly cause: unknown;
}

export interface DatabaseRecovery {
  readonly message: string;
  readonly lastedSeconds: number;
}

export interface OutageListeners {
  readonly onFault?: (fault: DatabaseFault) => void;
  readonly onRecovery?: (recovery: DatabaseRecovery) => void;
}

/** So many failures in a row, whoever asked, are no longer about one organisation. */
const FAILURES_TO_CLOSE = 3;
/** Queries that begin in one back-off while everything fails. */
const PROBES = 10;
const FIRST_BACK_OFF_MS = 1000;
const LONGEST_BACK_OFF_MS = 30_000;
/** Without a failure for so long, the outage is over even if those who met it never ask again. */
const QUIET_MS = 2 * LONGEST_BACK_OFF_MS;

/** Milliseconds to wait after that many failures in a row. */
export function backOff(failures: number): number {
  return Math.min(LONGEST_BACK_OFF_MS, FIRST_BACK_OFF_MS * 2 ** (failures - 1));
}

/** Times are milliseconds that never go back. */
export class Outage {
  private readonly listeners: OutageListeners;
  private failuresInRow = 0;
  private round = 0;
  private roundEnds = 0;
  private probesLeft = 0;
  private since: number | undefined;
  private lastFailure = 0;

  constructor(listeners: OutageListeners) {
    this.listeners = listeners;
  }

  /** When the next query may begin; a time that is past when it may now. */
  opensAt(now: number): number {
    const isShut = this.failuresInRow >= FAILURES_TO_CLOSE && now < this.roundEnds && this.probesLeft === 0;
    return isShut ? this.roundEnds : 0;
  }

  begins(now: number): void {
    if (this.failuresInRow < FAILURES_TO_CLOSE) return;
    if (now >= this.roundEnds) {
      this.round += 1;
      this.roundEnds = now + backOff(this.round);
      this.probesLeft = PROBES;
    }
    this.probesLeft -= 1;
  }

  failed(now: number, cause: unknown): void {
    this.failuresInRow += 1;
    this.lastFailure = now;
    if (this.since !== undefined) return;
    this.since = now;
    tell(this.listeners.onFault ?? cryOnConsole, { message: FAULT, cause });
  }

  /**
   * `ended`: those who met the outage may be asked for again at once; `reopened`: those who only waited for it may.
   * One organisation whose row alone cannot be read is an outage too, and the others' success does not end it, or it
   * would be told without end.
   */
  succeeded(now: number, hadFailed: boolean): 'ended' | 'reopened' | 'as before' {
    const wasShut = this.failuresInRow >= FAILURES_TO_CLOSE;
    this.failuresInRow = 0;
    this.round = 0;
    this.roundEnds = 0;
    if (this.since === undefined) return 'as before';
    if (!hadFailed && now - this.lastFailure < QUIET_MS) return wasShut ? 'reopened' : 'as before';
    const lastedSeconds = Math.round((now - this.since) / 1000);
    this.since = undefined;
    tell(this.listeners.onRecovery ?? noteOnConsole, { message: RECOVERY, lastedSeconds });
    return 'ended';
  }
}

const FAULT =
  'CRITICAL: billing state cannot be read from the database. Each organisation keeps its last known state for an hour ' +
  'after it was read, and what a trial gives after that or where nothing is known: changes of billing are NOT seen, ' +
  'and some may use what they have not paid for, or miss what they have. See that the database runs and that this ' +
  'process can reach and read it. Once it answers, this mends itself; no restart is needed.';
const RECOVERY = 'Billing state can be read from the database again.';

/** Whoever listens is none of the caller's business. */
function tell<Event>(listener: (event: Event) => void, event: Event): void {
  try {
    listener(event);
  } catch {}
}

function cryOnConsole({ message, cause }: DatabaseFault): void {
  console.error(message, cause);
}

function noteOnConsole({ message, lastedSeconds }: DatabaseRecovery): void {
  console.info(`${message} It could not for ${lastedSeconds} s.`);
}
