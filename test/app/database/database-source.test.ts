import { afterEach, describe, expect, it, vi } from 'vitest';
import { smallTable } from '../small-table.ts';
import { fakeBilling, START } from './fake-billing.ts';

const LIVE = 'live paid_v1 may export';
const REMEMBERED = 'remembered paid_v1 may export';
const free = { plan_version: 'free_v1', subscription_state: 'active' };

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('a row', () => {
  it('is read once, used for its time, and read again', async () => {
    const { billing, source, pass, ask } = fakeBilling();
    expect(source.peek(1)).toBeUndefined();
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([LIVE, LIVE, LIVE]);
    expect(billing.queries).toEqual([1]);
    billing.rows.set(1, free);
    pass(29.999);
    expect(source.peek(1)?.evaluator.version).toBe('paid_v1');
    pass(0.001);
    expect(source.peek(1)).toBeUndefined();
    expect(await ask()).toBe('live free_v1 may not');
    expect(billing.queries).toEqual([1, 1]);
  });

  it('is read in the names of today, with the numbers of its version', async () => {
    const { billing, source } = fakeBilling();
    const limits = { max_things: 2, unsaid: 7 };
    billing.rows.set(1, {
      plan_version: 'paid-2019',
      subscription_state: 'active',
      limits,
      capabilities: ['download'],
    });
    const { claims, evaluator } = await source.read(1);
    expect(claims).toEqual({
      plan_version: 'paid_v1',
      subscription_state: 'active',
      capabilities: ['export'],
      limits: { things: 5, unsaid: 7 },
    });
    expect([evaluator.getLimit('things'), evaluator.getLimit('unsaid')]).toEqual([5, 7]);
  });

  it('of an unknown plan keeps its label and has no numbers', async () => {
    const { billing, source } = fakeBilling();
    billing.rows.set(1, {
      plan_version: 'gold',
      subscription_state: 'active',
      limits: { things: 9 },
      capabilities: ['view'],
    });
    const { claims, evaluator } = await source.read(1);
    expect(claims).toEqual({ plan_version: 'gold', subscription_state: 'active', limits: {}, capabilities: ['view'] });
    expect([evaluator.hasCapability('view'), evaluator.checkLimit('things', 1)]).toEqual([true, 'hard_block']);
  });

  it('that is missing grants nothing, and is no failure', async () => {
    const { billing, source } = fakeBilling();
    const { claims, from, evaluator } = await source.read(2);
    expect([claims, from, evaluator.suspended, billing.told]).toEqual([undefined, 'live', true, []]);
    await source.read(2);
    expect(billing.queries).toEqual([2]);
  });

  it('that is missing uses the lease of the instance where there is one', async () => {
    const lease = { plan_version: 'paid-2019', subscription_state: 'active' };
    const { ask } = fakeBilling({ instance: () => lease });
    expect(await ask(2)).toBe(LIVE);
  });

  it('whose trial ends is answered so at that moment, without a query', async () => {
    const { billing, source, pass, ask } = fakeBilling();
    billing.rows.set(1, { plan_version: 'paid_v1', subscription_state: 'trial', state_ends_at: START / 1000 + 10 });
    expect(await ask()).toBe(LIVE);
    pass(9.999);
    expect(source.peek(1)?.evaluator.state).toBe('trial');
    pass(0.001);
    expect(source.peek(1)?.evaluator.state).toBe('expired');
    expect(billing.queries).toEqual([1]);
  });

  it('that was changed is read again, and a query from before the change does not count', async () => {
    const waiting: ((row: unknown) => void)[] = [];
    const { source, ask } = fakeBilling({ query: () => new Promise((resolve) => waiting.push(resolve)) });
    const before = ask();
    source.invalidate(1);
    const after = Promise.all([ask(), ask()]);
    expect(waiting).toHaveLength(1);
    waiting[0]!({ plan_version: 'paid_v1', subscription_state: 'active' });
    expect(await before).toBe(LIVE);
    await vi.waitFor(() => expect(waiting).toHaveLength(2));
    waiting[1]!(free);
    expect(await after).toEqual(['live free_v1 may not', 'live free_v1 may not']);
    source.invalidate(1);
    expect(source.peek(1)).toBeUndefined();
  });
});

describe('a database that fails', () => {
  it('is remembered for an hour, then a trial is what holds, then the truth again', async () => {
    const { billing, pass, ask } = fakeBilling();
    expect(await ask()).toBe(LIVE);
    billing.database = 'refuses';
    pass(30);
    expect(await ask()).toBe(REMEMBERED);
    pass(3569.999);
    expect(await ask()).toBe(REMEMBERED);
    pass(0.001);
    expect(await ask()).toBe('defaults free_v1 may not');
    billing.database = 'up';
    pass(30);
    expect(await ask()).toBe(LIVE);
    expect(billing.told).toEqual(['fault: CRITICAL Error: connection refused', 'recovery after 3600 s']);
  });

  it('is not asked again before the back-off is over, which grows', async () => {
    const { billing, source, pass, ask } = fakeBilling();
    await ask();
    billing.database = 'refuses';
    const asked: number[] = [];
    for (let tenth = 0; tenth < 1500; tenth++) {
      pass(0.1);
      const before = billing.queries.length;
      expect((await source.read(1)).evaluator.version).toBe('paid_v1');
      if (billing.queries.length > before) asked.push(tenth);
    }
    const gaps = asked.slice(1).map((at, index) => (at - asked[index]!) / 10);
    expect(gaps).toEqual([1, 2, 4, 8, 16, 30, 30].slice(0, gaps.length));
    expect(gaps.length).toBeGreaterThan(5);
    expect(billing.told).toHaveLength(1);
  });

  it('is asked for few organisations while it fails for all, and for all once it answers', async () => {
    const { billing, source, pass } = fakeBilling({ ttlSeconds: 60 });
    const ids = Array.from({ length: 500 }, (_, id) => id);
    for (const id of ids) billing.rows.set(id, { plan_version: 'paid_v1', subscription_state: 'active' });
    const readAll = async () => {
      const counts: Record<string, number> = {};
      for (const id of ids) {
        const { from } = await source.read(id);
        counts[from] = (counts[from] ?? 0) + 1;
      }
      return counts;
    };
    await readAll();
    billing.database = 'refuses';
    billing.queries = [];
    pass(60);
    expect(await readAll()).toEqual({ remembered: 500 });
    expect(billing.queries.length).toBeLessThan(20);
    for (let second = 0; second < 60; second++) {
      pass(1);
      await readAll();
    }
    expect(billing.queries.length).toBeLessThan(100);
    billing.database = 'up';
    pass(30);
    await readAll();
    expect(await readAll()).toEqual({ live: 500 });
    expect(billing.told).toHaveLength(2);
  });

  it('by hanging is given up in time; who asks meanwhile does not wait as long again', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { billing, source, pass } = fakeBilling();
    await source.read(1);
    billing.database = 'hangs';
    const settled = async (milliseconds: number) => {
      const read = source.read(1);
      let from = 'waits';
      void read.then((one) => {
        from = one.from;
      });
      await vi.advanceTimersByTimeAsync(milliseconds);
      billing.now += milliseconds;
      return from;
    };
    pass(30);
    expect(await settled(1999)).toBe('waits');
    expect(await settled(1)).toBe('remembered');
    expect(billing.told[0]).toContain('longer than 2 s');
    pass(1);
    expect(await settled(199)).toBe('waits');
    expect(await settled(200)).toBe('remembered');
    expect(await settled(0)).toBe('remembered');
    expect(source.peek(1)?.from).toBe('remembered');
    expect(billing.queries).toEqual([1, 1, 1]);
  });

  it('for one organisation alone is told once, and does not keep the others from their rows', async () => {
    const { billing, source, pass } = fakeBilling({
      query: async (id) => {
        if (id === 13) throw new Error('bad row');
        return billing.rows.get(id);
      },
    });
    billing.rows.set(2, free);
    for (let second = 0; second < 300; second++) {
      pass(1);
      expect((await source.read(13)).from).toBe('defaults');
      expect((await source.read(1)).from).toBe('live');
      expect((await source.read(2)).from).toBe('live');
    }
    expect(billing.told).toHaveLength(1);
  });

  it('is told on the console where nobody listens, loudly at first and quietly at the end', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    const info = vi.spyOn(console, 'info').mockImplementation(() => {});
    const { billing, pass, ask } = fakeBilling({ onFault: undefined, onRecovery: undefined });
    billing.database = 'refuses';
    await ask();
    await ask();
    expect(error).toHaveBeenCalledExactlyOnceWith(
      expect.stringMatching(/^CRITICAL: .*See that the database/),
      expect.anything(),
    );
    billing.database = 'up';
    pass(1);
    expect(await ask()).toBe(LIVE);
    expect(info).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('again'));
    expect(error).toHaveBeenCalledTimes(1);
  });

  it('harms nobody through listeners or defaults that throw', async () => {
    const angry = () => {
      throw new Error('listener');
    };
    const { billing, source } = fakeBilling({ onFault: angry, onRecovery: angry, defaults: angry });
    billing.database = 'refuses';
    expect(await source.read(1)).toMatchObject({
      from: 'defaults',
      problems: [{}, /listener/].map(() => expect.any(String)),
    });
  });
});

describe('what holds when nothing is known', () => {
  const trials = { house: { lines: ['house'], gives: 'paid_v1' }, yard: { lines: ['yard'], gives: 'free_v1' } };
  const ofLine = async (line: string | undefined, table = { ...smallTable, trials }) => {
    const { billing, ask } = fakeBilling({ line }, table);
    billing.database = 'refuses';
    return ask();
  };

  it('is what a trial of the line gives', async () => {
    expect(await ofLine('house')).toBe('defaults paid_v1 may export');
    expect(await ofLine('yard')).toBe('defaults free_v1 may not');
  });

  it('is the fallback where no trial, or more than one, is stated', async () => {
    expect(await ofLine('shed')).toBe('defaults free_v1 may not');
    expect(await ofLine(undefined)).toBe('defaults free_v1 may not');
  });

  it('is nothing where the table states neither', async () => {
    const states = { ...smallTable.states, expired: { keeps: 'nothing', warns: false } as const };
    expect(await ofLine('house', { ...smallTable, states, trials: {} as typeof trials })).toBe(
      'defaults undefined may not',
    );
  });

  it('is what the owner says', async () => {
    const { billing, ask } = fakeBilling({
      defaults: (id) => (id === 7 ? { plan_version: 'paid-2019', subscription_state: 'active' } : undefined),
    });
    billing.database = 'refuses';
    expect([await ask(7), await ask(8)]).toEqual(['defaults paid_v1 may export', 'defaults undefined may not']);
  });
});

describe('a clock', () => {
  it.each([3600, 86_400])('that jumps back %d s makes every row due, and loses none', async (seconds) => {
    const { billing, source, pass, ask } = fakeBilling();
    await ask();
    billing.rows.set(1, free);
    pass(5);
    source.peek(1);
    pass(-seconds);
    expect(source.peek(1)).toBeUndefined();
    expect(await ask()).toBe('live free_v1 may not');
    pass(29);
    expect(source.peek(1)?.from).toBe('live');
    billing.database = 'refuses';
    pass(-seconds);
    expect(await ask()).toBe('remembered free_v1 may not');
    pass(3600);
    expect(await ask()).toBe('defaults free_v1 may not');
  });

  it('that is set right by less than a second changes nothing', async () => {
    const { source, pass, ask } = fakeBilling();
    await ask();
    pass(10);
    source.peek(1);
    pass(-0.9);
    expect(source.peek(1)?.from).toBe('live');
    pass(20.9);
    expect(source.peek(1)).toBeUndefined();
  });

  it('that jumps forward is as if the time had passed', async () => {
    const { billing, pass, ask } = fakeBilling();
    await ask();
    billing.database = 'refuses';
    pass(3600);
    expect(await ask()).toBe('defaults free_v1 may not');
  });

  it('of this machine is read anew in each turn of the event loop', async () => {
    const { source } = fakeBilling({ now: undefined, ttlSeconds: 0.02 });
    await source.read(1);
    expect(source.peek(1)?.from).toBe('live');
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(source.peek(1)).toBeUndefined();
  });
});

describe('the size', () => {
  it('is kept, and what is used stays', async () => {
    const { billing, source } = fakeBilling({ maxSize: 100 });
    await source.read(1);
    for (let id = 1000; id < 2000; id++) {
      await source.read(id);
      expect(source.peek(1)?.from).toBe('live');
    }
    expect(billing.queries.filter((id) => id === 1)).toHaveLength(1);
    const kept = Array.from({ length: 1000 }, (_, n) => source.peek(1000 + n)).filter(Boolean);
    expect(kept).toHaveLength(99);
  });

  it('gives way to what is under way, which is never begun twice', async () => {
    const { billing, source } = fakeBilling({ maxSize: 2 });
    const ids = [1, 2, 3, 4, 1, 2, 3, 4];
    await Promise.all(ids.map((id) => source.read(id)));
    expect(billing.queries).toEqual([1, 2, 3, 4]);
  });
});

it.each([
  [{ ttlSeconds: Number.NaN }, 'ttlSeconds'],
  [{ ttlSeconds: -1 }, 'ttlSeconds'],
  [{ timeoutSeconds: 0 }, 'timeoutSeconds'],
  [{ maxSize: 0 }, 'maxSize'],
])('%o is refused', (options, named) => {
  expect(() => fakeBilling(options)).toThrow(named);
});
