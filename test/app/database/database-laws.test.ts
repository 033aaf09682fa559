/**
 * A random sequence of asks, answers, failures, changes, passing time and clock jumps, against a model that keeps
 * everything that ever happened and looks through all of it.
 */
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ClaimsRead } from '../../../app/evaluator/claims.ts';
import { DatabaseSource } from '../../../app/evaluator/database/database-source.ts';
import { smallTable } from '../small-table.ts';
import { START } from './fake-billing.ts';

const TTL_S = 20;
const TIMEOUT_S = 2;
const HOUR_S = 3600;
const IDS = [0, 1, 2, 3];
const NOBODY = 99;

type Step =
  | { do: 'ask' | 'peek' | 'change' | 'change and tell' | 'answer' | 'fail'; id: number }
  | { do: 'pass' | 'jump'; seconds: number };

const id = fc.constantFrom(...IDS);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('ask' as const), id }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('answer' as const), id }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('fail' as const), id }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('peek' as const, 'change' as const), id }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('change and tell' as const), id }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('pass' as const), seconds: fc.constantFrom(0.1, 1, 5, 19, 20, 40, 1800) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('jump' as const),
      seconds: fc.constantFrom(-86_400, -3600, -5, -0.5, 3600),
    }),
  },
);

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

interface Query {
  id: number;
  /** Seconds of true time, and what has passed by the clock. */
  began: number;
  beganByClock: number;
  row: string;
  settle: (row: object | Error) => void;
  ended?: 'answered' | 'failed';
  endedByClock?: number;
  order?: number;
}

/** What happened, and what the source was seen to say of it. */
class World {
  /** Seconds that truly passed; no clock shows them. */
  time = 0;
  clock = START;
  /** As far as a clock can tell: what went forward, and a TTL for each jump back. */
  byClock = 0;
  /** How far the clock stands behind where it was, after a slight step back. */
  behind = 0;
  /** Seconds that slight steps back took from sight. */
  lost = 0;
  lostInJumps = 0;
  lastSeen = 0;
  versions = IDS.map((one) => [{ from: 0, row: `row_${one}_0` }]);
  told = IDS.map(() => 0);
  queries: Query[] = [];
  open = 0;
  wrong: unknown[] = [];
  sources: ClaimsRead['from'][] = [];
  ends = 0;
  readonly source = new DatabaseSource({
    table: smallTable,
    ttlSeconds: TTL_S,
    timeoutSeconds: TIMEOUT_S,
    now: () => this.clock,
    query: (one: number, { signal }) => this.query(one, signal),
    onFault: () => {},
    onRecovery: () => {},
  });

  private query(one: number, signal: AbortSignal): Promise<unknown> {
    if (this.queries.some((other) => other.id === one && !other.ended)) this.wrong.push('two queries at once');
    if (this.isTooSoon(one)) this.wrong.push('a query within the back-off');
    return new Promise((resolve, reject) => {
      const row = this.versions[one]!.at(-1)!.row;
      const query: Query = {
        id: one,
        began: this.time,
        beganByClock: this.byClock,
        row,
        settle: (result) => (result instanceof Error ? reject(result) : resolve(result)),
      };
      this.queries.push(query);
      signal.addEventListener('abort', () => this.end(query, 'failed'));
    });
  }

  /** Within a second of this organisation's last failure, though no query was answered since. */
  private isTooSoon(one: number): boolean {
    const ended = this.queries.filter((other) => other.ended);
    const last = ended.filter((other) => other.id === one).at(-1);
    if (last?.ended !== 'failed') return false;
    const answeredSince = ended.some(
      (other) => other.ended === 'answered' && other.endedByClock! >= last.endedByClock!,
    );
    return !answeredSince && this.byClock - last.endedByClock! < 1 - 1e-6;
  }

  end(query: Query, how: 'answered' | 'failed'): void {
    query.ended = how;
    query.order = this.ends++;
    query.endedByClock = this.byClock;
  }

  ask(one: number): void {
    const [asked, told] = [this.time, this.told[one]!];
    this.open += 1;
    this.source
      .read(one)
      .then((read) => {
        this.open -= 1;
        this.check(one, read, asked, told);
      })
      .catch((fault) => this.wrong.push(fault));
  }

  peek(one: number): void {
    const read = this.source.peek(one);
    if (read) this.check(one, read, this.time, this.told[one]!);
  }

  private check(one: number, read: ClaimsRead, asked: number, told: number): void {
    this.sources.push(read.from);
    const mine = this.queries.filter((query) => query.id === one);
    const answered = mine.filter((query) => query.ended === 'answered');
    const last = answered.at(-1);
    const row = read.claims?.capabilities?.[0];
    if (read.from === 'live') {
      const oldest = Math.max(asked - TTL_S - this.lost, told);
      // What was read then is what stood there then, so it is enough that some query of that time gave it.
      expect(answered.some((query) => query.row === row && query.began >= oldest - 1e-6)).toBe(true);
      return;
    }
    expect([mine, this.queries].map((some) => lastEnded(some)?.ended)).toContain('failed');
    if (read.from === 'remembered') {
      expect(row).toBe(last?.row);
      expect(this.time - last!.began).toBeLessThan(HOUR_S + this.lost + this.lostInJumps + 1e-6);
    } else {
      expect(read.claims?.plan_version).toBe('free_v1');
      if (last) expect(this.byClock - last.beganByClock).toBeGreaterThanOrEqual(HOUR_S - 1e-6);
    }
  }

  change(one: number, tell: boolean): void {
    const rows = this.versions[one]!;
    rows.push({ from: this.time, row: `row_${one}_${rows.length}` });
    if (!tell) return;
    // A hair later, so that a query of the same moment counts as one from before.
    this.time += 1e-3;
    this.told[one] = this.time;
    this.source.invalidate(one);
    this.time += 1e-3;
  }

  settle(one: number, how: 'answered' | 'failed'): void {
    const query = this.queries.find((other) => other.id === one && !other.ended);
    if (!query) return;
    this.end(query, how);
    query.settle(how === 'failed' ? new Error('down') : { capabilities: [query.row], subscription_state: 'active' });
  }

  async pass(seconds: number): Promise<void> {
    // In steps, so that nothing is under way for longer than it may be.
    for (let left = seconds; left > 0; left -= TIMEOUT_S) {
      const isIdle = !this.queries.some((query) => !query.ended);
      this.forward(isIdle ? left : Math.min(left, TIMEOUT_S));
      if (isIdle) return settled();
      await settled();
    }
  }

  private forward(seconds: number): void {
    this.time += seconds;
    this.moveClock(seconds);
    vi.advanceTimersByTime(seconds * 1000);
  }

  jump(seconds: number): void {
    const unseen = this.time - this.lastSeen;
    // A jump back by less than passed since somebody asked cannot be told from time that passed.
    if (seconds > -unseen - 2) this.source.peek(NOBODY);
    else this.lostInJumps += unseen;
    this.moveClock(seconds);
    if (seconds < 0 && seconds > -1) this.lost -= seconds;
    this.source.peek(NOBODY);
    this.lastSeen = this.time;
  }

  private moveClock(seconds: number): void {
    this.clock += seconds * 1000;
    const ahead = seconds - this.behind;
    this.behind = Math.max(0, -ahead);
    this.byClock += Math.max(0, ahead);
    if (this.behind < 1) return;
    this.behind = 0;
    this.byClock += TTL_S;
  }
}

function lastEnded(queries: readonly Query[]): Query | undefined {
  return queries
    .filter((query) => query.ended)
    .toSorted((a, b) => a.order! - b.order!)
    .at(-1);
}

/** Once everything that could happen without time passing has. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

async function take(world: World, one: Step): Promise<void> {
  if (one.do === 'ask' || one.do === 'peek') world.lastSeen = world.time;
  if (one.do === 'ask') world.ask(one.id);
  if (one.do === 'peek') world.peek(one.id);
  if (one.do === 'change') world.change(one.id, false);
  if (one.do === 'change and tell') world.change(one.id, true);
  if (one.do === 'answer') world.settle(one.id, 'answered');
  if (one.do === 'fail') world.settle(one.id, 'failed');
  if (one.do === 'pass') await world.pass(one.seconds);
  if (one.do === 'jump') world.jump(one.seconds);
  await settled();
}

it('serves nothing older than allowed, asks once at a time and never rejects', async () => {
  const seen = { live: 0, remembered: 0, defaults: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 80, size: 'max' }), async (steps) => {
      const world = new World();
      for (const one of steps) await take(world, one);
      await world.pass(10 * TIMEOUT_S);
      expect(world.open).toBe(0);
      expect(world.wrong).toEqual([]);
      for (const from of world.sources) seen[from] += 1;
    }),
    { numRuns: 300 },
  );
  // A model that was never asked would agree with anything.
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(20);
});
