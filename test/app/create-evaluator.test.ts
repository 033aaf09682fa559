import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createEvaluator } from '../../app/evaluator/create-evaluator.ts';
import type { EntitlementTable } from '../../app/evaluator/table.ts';
import { smallTable } from './small-table.ts';

const holder = (version: string, state = 'active') => createEvaluator(smallTable, { version, state });

describe('a limit', () => {
  it.each([
    ['things', 0, 'allowed'],
    ['things', 3, 'allowed'],
    ['things', 4, 'allowed'],
    ['things', 5, 'soft_block'],
    ['things', 6, 'hard_block'],
    ['things', 4.5, 'soft_block'],
    ['things', Number.POSITIVE_INFINITY, 'hard_block'],
    ['things', Number.NaN, 'hard_block'],
    ['things', -1, 'hard_block'],
    ['closed', 0, 'allowed'],
    ['closed', 1, 'hard_block'],
    ['open', 0, 'allowed'],
    ['open', 1e9, 'allowed'],
    ['open', Number.NaN, 'allowed'],
    ['unsaid', 1, 'hard_block'],
    ['nonsense', 1, 'hard_block'],
  ] as const)('%s with %d after the action is %s', (key, observed, verdict) => {
    expect(holder('paid_v1').checkLimit(key, observed)).toBe(verdict);
  });

  it('says unlimited and unknown as words, never as a number', () => {
    const paid = holder('paid_v1');
    expect([paid.getLimit('things'), paid.getLimit('closed')]).toEqual([5, 0]);
    expect([paid.getLimit('open'), paid.getLimit('unsaid'), paid.getLimit('nonsense')]).toEqual([
      'unlimited',
      'unknown',
      'unknown',
    ]);
  });

  it('never lets more through than less', () => {
    const order = ['allowed', 'soft_block', 'hard_block'];
    fc.assert(
      fc.property(fc.nat({ max: 20 }), fc.nat({ max: 20 }), (a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map((n) => holder('paid_v1').checkLimit('things', n));
        return order.indexOf(less!) <= order.indexOf(more!);
      }),
    );
  });
});

describe('a state', () => {
  it('that is paid keeps everything; only grace warns', () => {
    for (const state of ['trial', 'active', 'grace']) {
      expect(holder('paid_v1', state).hasCapability('export')).toBe(true);
      expect(holder('paid_v1', state).warns).toBe(state === 'grace');
    }
  });

  it('that has expired answers with the fallback version and keeps the own label', () => {
    const expired = holder('paid_v1', 'expired');
    expect(expired.version).toBe('paid_v1');
    expect(expired.hasCapability('export')).toBe(false);
    expect(expired.hasCapability('view')).toBe(true);
    expect(expired.getLimit('things')).toBe(1);
    expect(expired.suspended).toBe(false);
  });

  it('that is suspended keeps nothing', () => {
    const suspended = holder('paid_v1', 'suspended');
    expect(suspended.suspended).toBe(true);
    expect(suspended.hasCapability('view')).toBe(false);
    expect(suspended.checkLimit('open', 1)).toBe('hard_block');
  });

  it('that nobody has heard of keeps nothing', () => {
    const lost = holder('paid_v1', 'paused');
    expect([lost.suspended, lost.hasCapability('view')]).toEqual([true, false]);
  });
});

describe('a name', () => {
  it('that old contracts carry is resolved, for versions and for keys', () => {
    const old = holder('paid-2019');
    expect(old.version).toBe('paid_v1');
    expect(old.hasCapability('download')).toBe(true);
    expect(old.getLimit('max_things')).toBe(5);
  });

  it.each(['gold_v9', '', 'constructor', '__proto__', 'toString'])('"%s" as a version grants nothing', (version) => {
    for (const state of ['active', 'expired', 'suspended']) {
      const unknown = holder(version, state);
      expect(unknown.version).toBe(version);
      expect(unknown.hasCapability('view')).toBe(false);
      expect(unknown.getLimit('open')).toBe('unknown');
      expect(unknown.checkLimit('open', 1)).toBe('hard_block');
    }
  });

  it.each(['constructor', '__proto__', 'length'])('"%s" as a key is held by nobody', (key) => {
    expect(holder('paid_v1').hasCapability(key)).toBe(false);
    expect(holder('paid_v1').checkLimit(key, 1)).toBe('hard_block');
  });
});

describe('its caller', () => {
  it('never meets an exception, whatever is asked', () => {
    const keys = fc.anything() as fc.Arbitrary<string>;
    const counts = fc.anything() as fc.Arbitrary<number>;
    fc.assert(
      fc.property(keys, keys, keys, counts, (version, state, key, observed) => {
        const fault = vi.fn();
        const evaluator = createEvaluator(smallTable, { version, state }, { onFault: fault });
        evaluator.getLimit(key);
        return (
          evaluator.hasCapability(key) === false && evaluator.checkLimit(key, observed) && !fault.mock.calls.length
        );
      }),
    );
  });

  it('is let through, and the fault told, when the table itself is broken', () => {
    const fault = vi.fn();
    const broken = { ...smallTable, versions: undefined } as unknown as EntitlementTable;
    const evaluator = createEvaluator(broken, { version: 'paid_v1', state: 'active' }, { onFault: fault });
    expect(evaluator.hasCapability('view')).toBe(true);
    expect(evaluator.checkLimit('things', 99)).toBe('allowed');
    expect(fault).toHaveBeenCalledTimes(1);
  });
});
