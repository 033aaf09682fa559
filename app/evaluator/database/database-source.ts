/** Organisations' ids enter; what each may use leaves, read from billing state that may be slow, stale or down. */

import { type Claims, type ClaimsRead, type EntitlementSource, holderOf } from '../claims.ts';
import { createEvaluator, type Evaluator } from '../create-evaluator.ts';
import type { CapabilityOf, LimitOf, MeterOf } from '../key-types.ts';
import { type ReadClaims, readClaims } from '../read-claims.ts';
import type { EntitlementTable } from '../table.ts';
import { within } from '../within.ts';
import { type Bounds, boundsOf, type DatabaseOptions } from './database-options.ts';
import { defaultClaims } from './default-claims.ts';
import { KeptOrganisations } from './kept-organisations.ts';
import type { Known, OrganisationEntry } from './organisation-entry.ts';
import { backOff, Outage } from './outage.ts';
import { PassedTime } from './passed-time.ts';

/** How long the last known state is served after it was read, when it cannot be read again. */
const REMEMBERED_MS = 3_600_000;
/** How long an ask waits for a database that failed this organisation before. */
const PATIENCE_MS = 200;
const NO_DATABASE = 'the database cannot be read: ';

export interface OrganisationRead<Table extends EntitlementTable = EntitlementTable> extends ClaimsRead {
  /** Answers for these claims; ask the source for it anew each time, since a trial may end. */
  readonly evaluator: Evaluator<CapabilityOf<Table>, LimitOf<Table>, MeterOf<Table>>;
}

/**
 * `(source.peek(id) ?? (await source.read(id))).evaluator` costs nothing while the row is fresh. Neither throws nor
 * rejects, whatever the database does. While it fails, the last known state is served for an hour after it was read
 * (`remembered`), then what a trial gives (`defaults`); that is told once for each outage.
 *
 * A change of billing is seen when its row is next read: within the TTL, or at once where `invalidate` is called.
 */
export class DatabaseSource<Id extends string | number, const Table extends EntitlementTable = EntitlementTable>
  implements EntitlementSource<Id>
{
  private readonly options: DatabaseOptions<Id, Table>;
  private readonly bounds: Bounds;
  private readonly clock: () => number;
  private readonly time: PassedTime;
  private readonly kept: KeptOrganisations<Id, OrganisationRead<Table>>;
  private readonly outage: Outage;

  /** Throws `RangeError` for a TTL, time-out or size that cannot be meant. */
  constructor(options: DatabaseOptions<Id, Table>) {
    this.options = options;
    this.bounds = boundsOf(options);
    this.clock = options.now ?? Date.now;
    // After a jump back every row is due, since nobody knows its age, and none is too old to be remembered.
    this.time = new PassedTime(options.now, this.bounds.ttlMs);
    this.kept = new KeptOrganisations(this.bounds.maxSize);
    this.outage = new Outage(options);
  }

  /** What can be said without asking the database; undefined when it has to be asked: then `read`. */
  peek(id: Id): OrganisationRead<Table> | undefined {
    const now = this.time.recent();
    const { places, untils, used, answers } = this.kept;
    const place = places.get(id);
    if (place === undefined) return undefined;
    used[place] = 1;
    return now < untils[place]! ? answers[place] : this.renewed(this.kept.entries[place]!, now);
  }

  /** Never rejects. However many ask at once, an organisation is looked up once. */
  read(id: Id): Promise<OrganisationRead<Table>> {
    const { kept } = this;
    const now = this.time.now();
    const place = kept.places.get(id);
    if (place !== undefined) kept.used[place] = 1;
    const entry = place === undefined ? kept.add(id) : kept.entries[place]!;
    const answer = now < kept.untils[entry.place]! ? kept.answers[entry.place] : this.renewed(entry, now);
    return answer ? Promise.resolve(answer) : this.ask(entry);
  }

  /** To be called after a change of an organisation's billing state: whoever asks from now on is given the new one. */
  invalidate(id: Id): void {
    const entry = this.kept.get(id);
    entry?.markDue();
    if (entry) this.expire(entry);
  }

  private expire(entry: Entry<Id, Table>): void {
    this.kept.hold(entry, this.kept.answers[entry.place], Number.NEGATIVE_INFINITY);
  }

  /** Without a question: what is fresh, though a trial may just have ended, or what holds until the next try. */
  private renewed(entry: Entry<Id, Table>, now: number): OrganisationRead<Table> | undefined {
    if (entry.known && now < entry.known.due) return this.live(entry, entry.known, now);
    if (entry.flight) return undefined;
    return now < this.nextTry(entry, now) ? this.withoutDatabase(entry, now) : undefined;
  }

  private nextTry(entry: Entry<Id, Table>, now: number): number {
    return Math.max(entry.retryAt, this.outage.opensAt(now));
  }

  private ask(entry: Entry<Id, Table>): Promise<OrganisationRead<Table>> {
    if (entry.flight?.outdated) return entry.flight.answer.then(() => this.read(entry.id));
    const failing = entry.failures > 0;
    if (!entry.flight) this.begin(entry);
    const { answer } = entry.flight!;
    return failing ? within(answer, PATIENCE_MS, () => this.withoutDatabase(entry, this.time.now())) : answer;
  }

  private begin(entry: Entry<Id, Table>): void {
    const at = this.time.now();
    this.outage.begins(at);
    const answer = this.lookUp(entry.id).then(
      (read) => this.succeeded(entry, read, at),
      (cause) => this.failed(entry, cause),
    );
    entry.flight = { answer, endsAt: at + this.bounds.timeoutMs, outdated: false };
  }

  /** Nothing when there is no row. Rejects when the database fails or takes too long. */
  private async lookUp(id: Id): Promise<ReadClaims | undefined> {
    const { table, query, instance } = this.options;
    const { timeoutMs } = this.bounds;
    const abort = new AbortController();
    const carried = async () => (await query(id, { signal: abort.signal, timeoutMs })) ?? (await instance?.());
    const found = await within(carried(), timeoutMs, () => {
      abort.abort();
      throw new Error(`The query of billing state took longer than ${timeoutMs / 1000} s.`);
    });
    return found === undefined || found === null ? undefined : readClaims(table, found);
  }

  private succeeded(entry: Entry<Id, Table>, read: ReadClaims | undefined, at: number): OrganisationRead<Table> {
    const now = this.time.now();
    const outdated = entry.flight?.outdated;
    const outage = this.outage.succeeded(now, entry.failures > 0);
    entry.flight = undefined;
    entry.failures = 0;
    entry.retryAt = 0;
    entry.known = { read, at, due: outdated ? 0 : at + this.bounds.ttlMs };
    if (outage !== 'as before') this.askAgain(outage === 'ended', now);
    return this.live(entry, entry.known, now);
  }

  private failed(entry: Entry<Id, Table>, cause: unknown): OrganisationRead<Table> {
    const now = this.time.now();
    this.outage.failed(now, cause);
    entry.flight = undefined;
    entry.failures += 1;
    entry.retryAt = now + backOff(entry.failures);
    return this.withoutDatabase(entry, now);
  }

  /** Nobody waits for the end of a back-off that is about an outage that is over. */
  private askAgain(everybody: boolean, now: number): void {
    for (const entry of this.kept.entries) {
      if (everybody) entry.retryAt = 0;
      if (this.kept.answers[entry.place]?.from !== 'live' && entry.retryAt <= now) this.expire(entry);
    }
  }

  private live(entry: Entry<Id, Table>, { read, due }: Known, now: number): OrganisationRead<Table> {
    return this.answer(entry, { claims: read?.claims, from: 'live', problems: read?.problems ?? [] }, [due, now]);
  }

  private withoutDatabase(entry: Entry<Id, Table>, now: number): OrganisationRead<Table> {
    const { known, flight } = entry;
    const nextTry = flight && !flight.outdated ? flight.endsAt : this.nextTry(entry, now);
    const forgetAt = known ? known.at + REMEMBERED_MS : 0;
    if (now >= forgetAt) return this.answer(entry, this.defaults(entry.id), [nextTry, now]);
    const problems = [...(known?.read?.problems ?? []), `${NO_DATABASE}this is what it said last`];
    const remembered: ClaimsRead = { claims: known?.read?.claims, from: 'remembered', problems };
    return this.answer(entry, remembered, [Math.min(nextTry, forgetAt), now]);
  }

  private defaults(id: Id): ClaimsRead {
    const { table, line, defaults } = this.options;
    const problems = [`${NO_DATABASE}nothing is known of this organisation, so this is what a trial gives`];
    let claims: Claims | undefined;
    try {
      claims = defaults ? defaults(id) : defaultClaims(table, line, this.clock());
      if (claims) claims = readClaims(table, claims).claims;
    } catch (fault) {
      problems.push(`the defaults cannot be had: ${String(fault)}`);
    }
    return { claims, from: 'defaults', problems };
  }

  /** Kept until the given time, or until a trial or the days of grace end before that. */
  private answer(entry: Entry<Id, Table>, read: ClaimsRead, [until, now]: [number, number]): OrganisationRead<Table> {
    const wall = this.clock();
    const ends = (read.claims?.state_ends_at ?? 0) * 1000;
    const evaluator = createEvaluator(this.options.table, holderOf(read.claims ?? {}, wall), this.options.evaluator);
    // Each field by name: an object that was spread is several times slower to read.
    const answer = { claims: read.claims, from: read.from, problems: read.problems, evaluator };
    this.kept.hold(entry, answer, ends > wall ? Math.min(until, now + ends - wall) : until);
    return answer;
  }
}

type Entry<Id, Table extends EntitlementTable> = OrganisationEntry<Id, OrganisationRead<Table>>;
