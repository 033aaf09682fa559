/** Tokens with digests of their ends, and what was found out, enter; the same leaves for those that were used of late. */

/** Characters of a token that are kept as digest only: the signature of EdDSA and ES256, and more than half of others. */
const END = 96;

/** What is digested of a token, so that comparing the rest costs less than digesting it. */
export function endOf(token: string): string {
  return token.slice(-END);
}

interface Kept<Entry> {
  readonly start: string;
  readonly entry: Entry;
}

/**
 * A token is known when the digest of its end and all that stands before it are the same. Without the end, what is kept
 * can be presented to nobody. Two maps, of which the older is dropped when the younger is full: as bounded as a list by
 * use, and cheaper to ask.
 */
export class RecentTokens<Entry> {
  private readonly half: number;
  private young = new Map<string, Kept<Entry>>();
  private old = new Map<string, Kept<Entry>>();

  /** Holds at most `most` entries; the half that was used last is never dropped. */
  constructor(most: number) {
    this.half = Math.floor(most / 2);
  }

  get(token: string, digest: string): Entry | undefined {
    const kept = this.young.get(digest) ?? this.fromOld(digest);
    return kept !== undefined && kept.start === token.slice(0, -END) ? kept.entry : undefined;
  }

  set(token: string, digest: string, entry: Entry): void {
    this.keep(digest, { start: ownCopy(token.slice(0, -END)), entry });
  }

  delete(digest: string): void {
    this.young.delete(digest);
    this.old.delete(digest);
  }

  private fromOld(digest: string): Kept<Entry> | undefined {
    const older = this.old.get(digest);
    if (older !== undefined) this.keep(digest, older);
    return older;
  }

  private keep(digest: string, kept: Kept<Entry>): void {
    if (this.half < 1) return;
    if (this.young.size >= this.half) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(digest, kept);
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A part of a text holds on to all of it; this one does not. */
function ownCopy(text: string): string {
  return decoder.decode(encoder.encode(text));
}
