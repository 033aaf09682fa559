/** One host's limits: who wants to ask waits for a turn, and learns when there is no point in asking any more. */
import { setTimeout as wait } from 'node:timers/promises';

export interface HostLimits {
  /** Requests a second; as many as are answered when left out. */
  perSecond?: number | undefined;
  /** How long the host may make us wait in a row, in milliseconds. */
  patienceMs: number;
}

/** So many in a row without an answer are a host that is gone, not pages. */
const MOST_SILENT = 10;
/** One page may fail; so many in a row are the host's. */
const MOST_FAILED = 30;

export class Host {
  #nextTurn = 0;
  #heldUntil = 0;
  #held = 0;
  #silent = 0;
  #failed = 0;
  #givenUp: string | undefined;

  constructor(private limits: HostLimits) {}

  /** A slower pace, where none was configured. */
  slowDown(perSecond: number): void {
    this.limits = { ...this.limits, perSecond: this.limits.perSecond ?? perSecond };
  }

  /** Why nobody should ask any more, or nothing when it is one's turn. */
  async turn(): Promise<string | undefined> {
    while (!this.#givenUp && this.#heldUntil > Date.now()) await wait(this.#heldUntil - Date.now());
    const { perSecond } = this.limits;
    if (perSecond && !this.#givenUp) {
      const at = Math.max(Date.now(), this.#nextTurn);
      this.#nextTurn = at + 1000 / perSecond;
      if (at > Date.now()) await wait(at - Date.now());
    }
    return this.#givenUp;
  }

  /** The host asked for a pause. False when that is longer than anybody waits. */
  holdBack(ms: number, why: string): boolean {
    const until = Date.now() + ms;
    if (until > this.#heldUntil) {
      this.#held += until - Math.max(this.#heldUntil, Date.now());
      if (this.#held > this.limits.patienceMs)
        this.#givenUp = `${why}, and asks to wait for more than ${this.limits.patienceMs / 1000} s`;
      else this.#heldUntil = until;
    }
    return !this.#givenUp;
  }

  answered(status: number): void {
    this.#held = 0;
    this.#silent = 0;
    this.#failed = status >= 500 ? this.#failed + 1 : 0;
    if (this.#failed >= MOST_FAILED)
      this.#givenUp ??= `was not asked any more: ${MOST_FAILED} answers in a row before it were 5xx, the last ${status}`;
  }

  /** An answer began, and did not come to a good end. */
  brokeOff(): void {
    this.#held = 0;
    this.#silent = 0;
  }

  silent(why: string): void {
    this.#silent += 1;
    if (this.#silent >= MOST_SILENT)
      this.#givenUp ??= `was not asked any more: ${MOST_SILENT} in a row before it ${why}`;
  }
}
