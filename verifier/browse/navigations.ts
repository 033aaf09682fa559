/** What becomes of a window's navigations goes in; how its host answers pages goes out to whoever counts that. */
import type { Request } from 'playwright-core';
import type { CircuitBreaker } from '../http/circuit-breaker.ts';

/** Only what is a whole page counts as an answer: a head without an end is none. */
export class Navigations {
  #now: { request: Request; status?: number } | undefined;

  constructor(private readonly breaker: CircuitBreaker | undefined) {}

  begun(request: Request): void {
    this.#now = { request };
  }

  /** A redirect says nothing yet. */
  answered(request: Request, status: number): void {
    if (this.#now?.request === request && (status < 300 || status > 399)) this.#now.status = status;
  }

  loaded(): void {
    if (this.#now?.status !== undefined) this.breaker?.answered(this.#now.status);
    this.#now = undefined;
  }

  failed(request: Request): void {
    if (this.#now?.request !== request) return;
    this.#now = undefined;
    const why = request.failure()?.errorText ?? '';
    // Left for another page, or kept as a file.
    if (!why.includes('ERR_ABORTED')) this.breaker?.silent(`did not answer (${why.replace('net::', '')})`);
  }

  /** Nobody waits for it any more. False where none was under way. */
  givenUp(): boolean {
    if (!this.#now) return false;
    this.breaker?.silent(`did not ${this.#now.status === undefined ? 'answer' : 'end'} in time`);
    this.#now = undefined;
    return true;
  }
}
