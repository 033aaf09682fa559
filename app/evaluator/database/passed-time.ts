/** A clock that may jump enters; milliseconds that never go back leave. */

/** Steps back of less than this are how clocks are kept right: time stands still until the clock has caught up. */
const SLIGHT_MS = 1000;

/**
 * A jump forward is time that passed. Of a jump back no more can be known than that it happened: it counts as
 * `jumpBackMs`, so that what is to be kept no longer than that is due at once, and what is kept for longer is not lost.
 */
export class PassedTime {
  private readonly clock: () => number;
  private readonly jumpBackMs: number;
  private readonly isOwnClock: boolean;
  private latest: number;
  private ahead = 0;
  private thisTurn = -1;

  /** Without a clock it is this machine's. */
  constructor(clock: (() => number) | undefined, jumpBackMs: number) {
    this.clock = clock ?? Date.now;
    this.isOwnClock = clock === undefined;
    this.jumpBackMs = jumpBackMs;
    this.latest = this.clock();
  }

  now(): number {
    const read = this.clock();
    if (read > this.latest) this.latest = read;
    else if (read <= this.latest - SLIGHT_MS) this.jumpBack(read);
    return this.latest + this.ahead;
  }

  /**
   * `now`, or what it was earlier in this turn of the event loop: reading this machine's clock can cost ten times what
   * finding a cached row does. A clock that was handed in is always read.
   */
  recent(): number {
    return this.thisTurn >= 0 ? this.thisTurn : this.readForThisTurn();
  }

  private readForThisTurn(): number {
    const now = this.now();
    if (!this.isOwnClock) return now;
    this.thisTurn = now;
    const timer: unknown = setTimeout(() => {
      this.thisTurn = -1;
    }, 1);
    (timer as { unref?: () => void }).unref?.();
    return now;
  }

  private jumpBack(read: number): void {
    this.ahead += this.latest - read + this.jumpBackMs;
    this.latest = read;
  }
}
