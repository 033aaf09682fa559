/** Ids and entries enter; a store that stays at its size leaves, from which what was not used for longest has gone. */

import { OrganisationEntry } from './organisation-entry.ts';

/**
 * Never larger than `most`, unless more than that is under way at once. What every hit needs stands in flat lists, by
 * place: among ten thousand organisations, the memory that a hit touches is what it costs.
 */
export class KeptOrganisations<Id, Answer> {
  readonly places = new Map<Id, number>();
  readonly entries: OrganisationEntry<Id, Answer>[] = [];
  readonly answers: (Answer | undefined)[] = [];
  /** `answers` holds, without a question, until then. */
  readonly untils: number[] = [];
  /** 1 after each use: it costs less than keeping an order. */
  readonly used: number[] = [];
  private readonly most: number;
  private hand = 0;

  constructor(most: number) {
    this.most = most;
  }

  get(id: Id): OrganisationEntry<Id, Answer> | undefined {
    const place = this.places.get(id);
    return place === undefined ? undefined : this.entries[place];
  }

  add(id: Id): OrganisationEntry<Id, Answer> {
    const place = this.entries.length < this.most ? this.entries.length : this.freed();
    const entry = new OrganisationEntry<Id, Answer>(id, place);
    this.places.set(id, place);
    this.entries[place] = entry;
    // A first use is none that speaks for staying.
    this.used[place] = 0;
    this.hold(entry, undefined, Number.NEGATIVE_INFINITY);
    return entry;
  }

  hold({ place }: OrganisationEntry<Id, Answer>, answer: Answer | undefined, until: number): void {
    this.answers[place] = answer;
    this.untils[place] = until;
  }

  /** The place of one that was not used since it was last looked at. What is under way stays, or it would begin twice. */
  private freed(): number {
    for (let visits = this.entries.length * 2; visits > 0; visits -= 1) {
      const place = this.hand;
      this.hand = (place + 1) % this.entries.length;
      const { id, flight } = this.entries[place]!;
      if (!this.used[place] && !flight) {
        this.places.delete(id);
        return place;
      }
      this.used[place] = 0;
    }
    return this.entries.length;
  }
}
