/** A signed token enters; the claims that it carries leave, or the reason why it does not hold. */

import { type JWTHeaderParameters, type JWTPayload, jwtVerify } from 'jose';
import type { ClaimsRead, EntitlementSource } from '../claims.ts';
import type { EntitlementTable } from '../table.ts';
import { checkAlgorithms, DEFAULT_ALGORITHM, type SignatureAlgorithm } from './algorithms.ts';
import { checkAmounts } from './check-amounts.ts';
import { checkPayload } from './check-payload.ts';
import { digest } from './digest.ts';
import type { FetchedKeysOptions } from './fetched-keys.ts';
import { type KeySet, openKeySet, type VerificationKeys } from './key-set.ts';
import { readVerified } from './read-verified.ts';
import { endOf, RecentTokens } from './recent-tokens.ts';
import { refusalOfError } from './refusal-of-error.ts';
import { type Revocable, type RevocationOptions, Revocations } from './revocations.ts';
import { refused, type TokenRefusal } from './token-refusal.ts';

export interface TokenSourceOptions extends FetchedKeysOptions {
  readonly keys: VerificationKeys;
  /** `iss` and `aud`: a token for another product, or from elsewhere, never counts. */
  readonly issuer: string | readonly string[];
  readonly audience: string | readonly string[];
  /** `['EdDSA']` when left out, with a key on Ed25519. */
  readonly algorithms?: readonly SignatureAlgorithm[];
  /** Milliseconds by which the clocks of signer and product may differ; 30,000 when left out. */
  readonly clockSkew?: number;
  /** Milliseconds since 1970; the system's clock when left out. */
  readonly now?: () => number;
  /** Characters; a longer token is refused before anything is looked at. 16,384 when left out. */
  readonly longest?: number;
  /** Verified tokens that are remembered, without what could be presented again; 10,000 when left out. */
  readonly remembers?: number;
  /** Without it no token is ever revoked, so let them be short-lived. */
  readonly revocations?: RevocationOptions;
}

/** What a `Date` can hold, in milliseconds: a clock that shows more is broken. */
const LAST_MOMENT = 8.64e15;

interface Verified extends Revocable {
  readonly answer: Promise<ClaimsRead>;
  readonly from: number;
  readonly until: number;
  /** The keys and the revocation list that it was judged by. */
  readonly keys: object | undefined;
  list: object | undefined;
}

/**
 * A JWT (RFC 7519) in compact form, signed, with an end. What it carries is read by `readClaims`: in today's names, with
 * the numbers of the plan that the table knows. A repeated token is known by a digest, until it ends, its key is
 * withdrawn or it is revoked.
 */
export class TokenSource implements EntitlementSource<string> {
  /** Missing when no revocation list was named. */
  readonly revocations: Revocations | undefined;
  private readonly table: EntitlementTable;
  private readonly now: () => number;
  private readonly longest: number;
  private readonly clockSkew: number;
  private readonly keys: KeySet;
  private readonly recent: RecentTokens<Verified>;
  private readonly expected: { algorithms: string[]; issuer: string[]; audience: string[]; clockTolerance: number };

  /** Throws on options that cannot be meant: a private key, `none` among the algorithms, a tolerance above 72 hours. */
  constructor(table: EntitlementTable, options: TokenSourceOptions) {
    const { algorithms = [DEFAULT_ALGORITHM], clockSkew = 30_000, now = Date.now, onFault } = options;
    const { longest = 16_384, remembers = 10_000 } = options;
    checkAmounts({ clockSkew, longest, remembers });
    this.table = table;
    this.now = now;
    this.longest = longest;
    this.clockSkew = clockSkew;
    this.keys = openKeySet(options.keys, options);
    this.recent = new RecentTokens(remembers);
    this.revocations = options.revocations && new Revocations(options.revocations, { now, onFault });
    this.expected = {
      algorithms: checkAlgorithms(algorithms),
      issuer: named('issuer', options.issuer),
      audience: named('audience', options.audience),
      clockTolerance: clockSkew / 1000,
    };
  }

  /** Never rejects and never throws. Claims are missing when the token does not hold; `problems` then says why. */
  read(token: string): Promise<ClaimsRead> {
    try {
      if (typeof token !== 'string') return Promise.resolve(refused('not_text'));
      if (token.length > this.longest) return Promise.resolve(refused('too_long'));
      const now = this.now();
      const mark = digest(endOf(token));
      const known = typeof mark === 'string' ? this.recent.get(token, mark) : undefined;
      if (known && !this.keys.ready(now) && !this.revocations?.ready(now) && this.holds(known, now))
        return known.answer;
      return this.readAnew(token, mark);
    } catch {
      return Promise.resolve(refused('not_judged'));
    }
  }

  private async readAnew(token: string, mark: string | Promise<string>): Promise<ClaimsRead> {
    try {
      const digested = typeof mark === 'string' ? mark : await mark;
      await this.readySources();
      const now = this.now();
      if (!(Math.abs(now) <= LAST_MOMENT)) return refused('not_judged');
      const known = this.recent.get(token, digested);
      if (known && this.holds(known, now)) return known.answer;
      const verified = await this.verify(token, now);
      if (typeof verified !== 'string') this.recent.set(token, digested, verified);
      else if (known) this.recent.delete(digested);
      return typeof verified === 'string' ? refused(verified) : verified.answer;
    } catch {
      return refused('not_judged');
    }
  }

  private readySources(): Promise<unknown> | undefined {
    const now = this.now();
    const [keys, list] = [this.keys.ready(now), this.revocations?.ready(now)];
    return keys && list ? Promise.all([keys, list]) : (keys ?? list);
  }

  private holds(known: Verified, now: number): boolean {
    if (!(now >= known.from && now < known.until) || known.keys !== this.keys.current) return false;
    const { revocations } = this;
    if (!revocations) return true;
    if (revocations.blocks(now)) return false;
    if (known.list === revocations.current) return true;
    if (revocations.refusalOf(known)) return false;
    known.list = revocations.current;
    return true;
  }

  private async verify(token: string, now: number): Promise<Verified | TokenRefusal> {
    if (!this.keys.current) return 'keys_missing';
    const blocked = this.revocations?.blocks(now);
    if (blocked) return blocked;
    let keys: object | undefined;
    const find = async (header: JWTHeaderParameters) => {
      const found = await this.keys.find(header, now);
      keys = found.set;
      return found.key;
    };
    let payload: JWTPayload;
    try {
      ({ payload } = await jwtVerify(token, find, { ...this.expected, currentDate: new Date(now) }));
    } catch (error) {
      return refusalOfError(error);
    }
    const checked = checkPayload(payload, now, this.clockSkew);
    if (typeof checked === 'string') return checked;
    const refusal = this.revocations?.refusalOf(checked);
    if (refusal) return refusal;
    const answer = Promise.resolve(readVerified(this.table, payload));
    return { ...checked, answer, keys, list: this.revocations?.current };
  }
}

function named(option: string, value: string | readonly string[]): string[] {
  const names = [value].flat();
  if (names.length && names.every((one) => typeof one === 'string' && one !== '')) return names;
  throw new TypeError(`${option}: expected at least one name; without it any token of the signer would count`);
}
