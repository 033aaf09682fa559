/** Digests and what was found out about their tokens enter; the same leaves for those that were used of late. */

/** Two maps, of which the older is dropped when the younger is full: as bounded as a list by use, and cheaper to ask. */
export class RecentTokens<Entry> {
  private readonly half: number;
  private young = new Map<string, Entry>();
  private old = new Map<string, Entry>();

  /** Holds at most `most` entries; the half that was used last is never dropped. */
  constructor(most: number) {
    this.half = Math.floor(most / 2);
  }

  get(digest: string): Entry | undefined {
    const found = this.young.get(digest);
    if (found !== undefined) return found;
    const older = this.old.get(digest);
    if (older !== undefined) this.set(digest, older);
    return older;
  }

  set(digest: string, entry: Entry): void {
    if (this.half < 1) return;
    if (this.young.size >= this.half) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(digest, entry);
  }

  delete(digest: string): void {
    this.young.delete(digest);
    this.old.delete(digest);
  }
}
