/** Addresses and what became of them go in; what still has to be asked for, and what was not looked at and why, come out. */

export type Outcome =
  | { is: 'read' }
  | { is: 'unread'; reason: string }
  /** Not there: no matter for a page that was only guessed. */
  | { is: 'missing'; reason: string }
  | { is: 'left'; reason: string; owner: string };

/** How an address became known; the first counts most. */
const KINDS = ['named', 'listed', 'linked', 'guessed'] as const;
export interface Known {
  kind: (typeof KINDS)[number];
  from?: string | undefined;
}

export interface NotLookedAt {
  unread: { address: string; reason: string; from?: string }[];
  /** Met, and no part of what is looked at. */
  left: { what: string; count: number; reason: string; owner: string }[];
}

export class Journal {
  readonly #known = new Map<string, Known>();
  readonly #outcomes = new Map<string, Outcome>();
  readonly #aliases = new Map<string, string>();
  readonly #outside = new Set<string>();
  readonly #wrong: { address: string; reason: string }[] = [];
  #waiting: string[] = [];

  know(address: string, how: Known): void {
    const before = this.#known.get(address);
    if (!before) this.#waiting.push(address);
    if (!before || KINDS.indexOf(how.kind) < KINDS.indexOf(before.kind)) this.#known.set(address, how);
  }

  /** Where another leads: it is looked at in its place. */
  knowAs(address: string, like: string): void {
    this.#known.set(address, { ...this.#known.get(like)! });
  }

  isKnown(address: string): boolean {
    return this.#known.has(address);
  }

  kindOf(address: string): Known['kind'] | undefined {
    return this.#known.get(address)?.kind;
  }

  /** Whether links or lists led to any. */
  get ledAnywhere(): boolean {
    return [...this.#known.values()].some(({ kind }) => kind === 'listed' || kind === 'linked');
  }

  /** The next that nobody asked for yet, at most so many. */
  next(most: number): string[] {
    return this.#waiting.splice(0, most);
  }

  settle(address: string, outcome: Outcome): void {
    this.#outcomes.set(address, outcome);
  }

  /** Left, unless something became of it already. */
  leave(address: string, why: { reason: string; owner: string }): void {
    if (!this.#outcomes.has(address)) this.settle(address, { is: 'left', ...why });
  }

  leadsTo(address: string, other: string): void {
    this.#aliases.set(address, other);
  }

  outside(address: string): void {
    this.#outside.add(address);
  }

  wrong(address: string, reason: string): void {
    this.#wrong.push({ address, reason });
  }

  /** `most`: pages that are looked at. Both sorted by address. */
  told(most: number): NotLookedAt {
    const unread: NotLookedAt['unread'] = [...this.#wrong];
    const left: NotLookedAt['left'] = [];
    for (const [address, outcome] of this.#outcomes) {
      const { kind, from } = this.#known.get(address) ?? { kind: 'linked' };
      if (outcome.is === 'unread' || (outcome.is === 'missing' && kind !== 'guessed'))
        unread.push({ address, reason: outcome.reason, ...(from !== undefined && { from }) });
      if (outcome.is === 'left') left.push({ what: address, count: 1, reason: outcome.reason, owner: outcome.owner });
    }
    for (const address of this.#circles()) unread.push({ address, reason: 'leads in a circle' });
    if (this.#waiting.length)
      unread.push({
        address: this.#waiting[0]!,
        reason: `has more pages than the ${most} that were looked at`,
      });
    if (this.#outside.size)
      left.push({
        what: 'linked pages',
        count: this.#outside.size,
        reason: 'are not among those to follow',
        owner: 'configuration',
      });
    return {
      unread: unread.sort((a, b) => (a.address < b.address ? -1 : 1)),
      left: gathered(left.sort((a, b) => (a.what < b.what ? -1 : 1))),
    };
  }

  /** Pages that only lead to each other. */
  #circles(): string[] {
    return [...this.#aliases.keys()].filter((address) => {
      const seen = new Set<string>();
      let at: string | undefined = address;
      while (at !== undefined && !this.#outcomes.has(at) && !seen.has(at)) {
        seen.add(at);
        at = this.#aliases.get(at);
      }
      return at !== undefined && seen.has(at);
    });
  }
}

/** Many pages that are left for one reason are one entry. */
function gathered(left: NotLookedAt['left']): NotLookedAt['left'] {
  const alike = new Map<string, NotLookedAt['left']>();
  for (const one of left) {
    const why = `${one.reason}\0${one.owner}`;
    const same = alike.get(why);
    if (same) same.push(one);
    else alike.set(why, [one]);
  }
  return [...alike.values()].flatMap((same) => {
    const count = same.reduce((sum, one) => sum + one.count, 0);
    return same.length > MOST_LEFT_ALONE ? [{ ...same[0]!, what: `${same[0]!.what} and others like it`, count }] : same;
  });
}

const MOST_LEFT_ALONE = 5;
