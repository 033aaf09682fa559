/** What a database source keeps of one organisation. Times are milliseconds that never go back. */

import type { ReadClaims } from '../read-claims.ts';

/** What the database said last. */
export interface Known {
  /** Missing when there was no row. */
  readonly read: ReadClaims | undefined;
  /** When the query began: a change during it may not be in its answer. */
  readonly at: number;
  /** When it is to be asked again. */
  readonly due: number;
}

/** A query under way. */
export interface Flight<Answer> {
  readonly answer: Promise<Answer>;
  readonly endsAt: number;
  /** It began before a change that has been told since. */
  outdated: boolean;
}

export class OrganisationEntry<Id, Answer> {
  readonly id: Id;
  readonly place: number;
  known: Known | undefined = undefined;
  flight: Flight<Answer> | undefined = undefined;
  /** In a row. */
  failures = 0;
  retryAt = 0;

  constructor(id: Id, place: number) {
    this.id = id;
    this.place = place;
  }

  /** What is known is to be asked for again, and kept in case that fails. */
  markDue(): void {
    if (this.known) this.known = { ...this.known, due: 0 };
    if (this.flight) this.flight.outdated = true;
  }
}
