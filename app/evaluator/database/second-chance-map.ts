/** Keys and entries enter; a map that stays at its size leaves, from which what was not used for longest has gone. */

export interface Evictable {
  /** Set at each use: it costs less than keeping an order. */
  used: boolean;
  /** What is under way is not forgotten, or it would be begun a second time. */
  readonly underWay: boolean;
}

/** Never larger than `most`, unless more than that is under way at once. */
export class SecondChanceMap<Key, Entry extends Evictable> {
  private readonly entries = new Map<Key, Entry>();
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  get(key: Key): Entry | undefined {
    return this.entries.get(key);
  }

  add(key: Key, entry: Entry): void {
    if (this.entries.size >= this.most) this.evict();
    this.entries.set(key, entry);
  }

  values(): Iterable<Entry> {
    return this.entries.values();
  }

  /** In the order of coming; what was used since is put to the end once. */
  private evict(): void {
    let visits = this.entries.size * 2;
    for (const [key, entry] of this.entries) {
      this.entries.delete(key);
      if (!entry.used && !entry.underWay) return;
      entry.used = false;
      this.entries.set(key, entry);
      visits -= 1;
      if (visits === 0) return;
    }
  }
}
