/** How a host answers goes in; whether there is any point in asking it more, and why not, comes out. */

/** So many in a row without an answer, each after its whole time-out. */
const MOST_SILENT = 8;
/** A 429 or a 5xx can be the answer of one gate; so many in a row, over all holders, are the host's. */
const MOST_REFUSED = 30;

/** Once open it stays open: what was asked after a pause could be answered by a host that is half up. */
export class CircuitBreaker {
  #silent = 0;
  #refused = 0;
  #reason: string | undefined;

  /** Why nothing more is asked; nothing while it makes sense. */
  get reason(): string | undefined {
    return this.#reason;
  }

  answered(status: number): void {
    this.#silent = 0;
    this.#refused = status === 429 || status >= 500 ? this.#refused + 1 : 0;
    if (this.#refused >= MOST_REFUSED)
      this.#reason ??= `was not asked any more: ${MOST_REFUSED} answers in a row before it were 429 or 5xx, the last ${status}`;
  }

  /** `why` follows “it”, such as “did not answer in time”. */
  silent(why: string): void {
    this.#silent += 1;
    if (this.#silent >= MOST_SILENT)
      this.#reason ??= `was not asked any more: ${MOST_SILENT} in a row before it got no answer, and the last ${why}`;
  }
}
