/** A function that fetches the revocation list enters; which tokens were revoked leaves, with how far to rely on it. */

import { KeptCopy } from './kept-copy.ts';
import { parseRevocations, type RevocationList, type Revoked } from './revocation-list.ts';
import { type TokenFault, tellTokenFault } from './token-fault.ts';
import type { TokenRefusal } from './token-refusal.ts';

const HOUR = 3_600_000;
const MOST_TOLERATED = 72 * HOUR;

export interface RevocationOptions {
  /** Gives a `RevocationList`, or its JSON text. Anything else, a rejection and silence keep the last good one. */
  readonly fetch: (signal: AbortSignal) => Promise<unknown>;
  /** Milliseconds within which a revocation is in force while the list can be read; 60,000 when left out. */
  readonly maxAge?: number;
  /** Milliseconds between attempts while it cannot be read; 10,000 when left out. */
  readonly coolDown?: number;
  /** Milliseconds until a fetch counts as failed; 5,000 when left out. */
  readonly timeout?: number;
  /**
   * Milliseconds for which the last known list counts when it cannot be renewed: 72 hours when left out, and at most.
   * Afterwards every token is refused, as it is when no list was ever read.
   */
  readonly toleratedFor?: number;
  /** What `onRenewed` was given last, so that a restart while the list is out of reach locks nobody out. */
  readonly remembered?: { readonly list: unknown; readonly readAt: number };
  /** Told of every list that was read, with the time in milliseconds since 1970. */
  readonly onRenewed?: (list: RevocationList, readAt: number) => void;
}

/** What a token says of itself. */
export interface Revocable {
  readonly tokenId: string | undefined;
  readonly holder: string | undefined;
  readonly version: number | undefined;
}

export interface Clocked {
  readonly now: () => number;
  readonly onFault?: (fault: TokenFault) => void;
}

export class Revocations {
  private readonly copy: KeptCopy<Revoked>;
  private readonly toleratedFor: number;
  private readonly clocked: Clocked;
  private toldTooOld = false;

  /** Throws a RangeError when the last known list should count for more than 72 hours. */
  constructor(options: RevocationOptions, clocked: Clocked) {
    const { fetch, maxAge = 60_000, coolDown = 10_000, timeout = 5_000, toleratedFor = MOST_TOLERATED } = options;
    if (!(toleratedFor >= 0 && toleratedFor <= MOST_TOLERATED))
      throw new RangeError(`toleratedFor: expected at most 72 hours in milliseconds, found ${toleratedFor}`);
    this.clocked = clocked;
    this.toleratedFor = toleratedFor;
    this.copy = new KeptCopy<Revoked>({
      fetch: async (signal) => fetch(signal),
      parse: parseRevocations,
      maxAge,
      coolDown,
      timeout,
      remembered: rememberedList(options.remembered, clocked.now()),
      onFailing: (cause) =>
        this.tell(this.copy.value === undefined ? 'revocations_missing' : 'revocations_out_of_reach', cause),
      onRenewed: ({ list }) => {
        this.toldTooOld = false;
        tellRenewed(options, list, clocked.now());
      },
    });
  }

  /** The list that counts; another object after each renewal. */
  get current(): object | undefined {
    return this.copy.value;
  }

  ready(now: number): Promise<void> | undefined {
    return this.copy.ready(now);
  }

  /** Reads the list now, as a product does at start and on a timer. Never rejects: see `staleFor`. */
  async renew(): Promise<void> {
    await this.copy.renew(this.clocked.now());
  }

  /**
   * Milliseconds since the list was last read while it cannot be read, for a degraded mode after an hour, say; 0 while it
   * can, Infinity when it never could. It is told by the last attempt: a product without traffic calls `renew` on a timer.
   */
  staleFor(now: number): number {
    return this.copy.failing ? Math.max(0, this.copy.age(now)) : 0;
  }

  /** Why no token at all can be accepted, or nothing. */
  blocks(now: number): TokenRefusal | undefined {
    if (this.copy.value === undefined) return 'revocations_missing';
    if (this.copy.age(now) <= this.toleratedFor) return undefined;
    if (!this.toldTooOld) this.tell('revocations_too_old', undefined);
    this.toldTooOld = true;
    return 'revocations_too_old';
  }

  /** A holder with a lowest version has revoked all tokens without one. */
  refusalOf({ tokenId, holder, version }: Revocable): TokenRefusal | undefined {
    const { tokens, versions } = this.copy.value!;
    if (tokenId === undefined && holder === undefined) return 'not_revocable';
    if (tokenId !== undefined && tokens.has(tokenId)) return 'revoked';
    const lowest = holder === undefined ? undefined : versions.get(holder);
    return lowest !== undefined && !(version !== undefined && version >= lowest) ? 'version_revoked' : undefined;
  }

  private tell(kind: TokenFault['kind'], cause: unknown): void {
    tellTokenFault(kind, cause, this.clocked.onFault);
  }
}

/** One that cannot be read is as good as none: `revocations_missing` is told when the list cannot be fetched either. */
function rememberedList(remembered: RevocationOptions['remembered'], now: number) {
  if (!remembered || !Number.isFinite(remembered.readAt)) return undefined;
  try {
    return { value: parseRevocations(remembered.list), age: Math.max(0, now - remembered.readAt) };
  } catch {
    return undefined;
  }
}

/** A product that cannot keep the list still has it. */
function tellRenewed({ onRenewed }: RevocationOptions, list: RevocationList, readAt: number): void {
  try {
    onRenewed?.(list, readAt);
  } catch {}
}
