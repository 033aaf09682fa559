import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Value } from '../../matrix/types.ts';
import { type Comparison, compare } from '../../verifier/compare.ts';

const days = (n: number, bound: 'exactly' | 'at_most' | 'at_least' | 'about' = 'exactly'): Value => ({
  kind: 'amount',
  n,
  unit: 'day',
  bound,
});
const weeks = (n: number): Value => ({ kind: 'amount', n, unit: 'week', bound: 'exactly' });
const months = (n: number): Value => ({ kind: 'amount', n, unit: 'month', bound: 'exactly' });
const runs = (n: number, per: { n: number; unit: string }): Value => ({
  kind: 'amount',
  n,
  unit: 'run',
  per,
  bound: 'exactly',
});
const usd = (minor: number): Value => ({ kind: 'money', minor, currency: 'USD' });
const unlimited: Value = { kind: 'unlimited', unit: 'day' };
const included: Value = { kind: 'included' };
const excluded: Value = { kind: 'excluded' };
const refusal = (status: number, code?: string): Value => ({ kind: 'refusal', status, ...(code && { code }) });

const short = (comparison: Comparison) => (comparison.is === 'differs' ? comparison.seen : comparison.is);

describe('promised against seen', () => {
  it.each<[string, Value, Value, string]>([
    ['13 of 14 days', days(14), days(13), 'less'],
    ['14 of 14 days', days(14), days(14), 'same'],
    ['15 of 14 days', days(14), days(15), 'more'],
    ['2 weeks for 14 days', days(14), weeks(2), 'same'],
    ['a month for 30 days is no fixed number of days', days(30), months(1), 'incomparable'],
    ['up to 14', days(14), days(14, 'at_most'), 'same'],
    ['up to 20 for 14', days(14), days(20, 'at_most'), 'more'],
    ['at least 10 of 14 is true', days(14), days(10, 'at_least'), 'same'],
    ['still allowed at 15 of 14', days(14), days(15, 'at_least'), 'more'],
    ['about 13 of 14', days(14), days(13, 'about'), 'same'],
    ['about 7 of 14', days(14), days(7, 'about'), 'less'],
    ['no limit met up to 41', unlimited, days(41, 'at_least'), 'same'],
    ['an edge where none should be', unlimited, days(41), 'less'],
    ['no limit where 14 was sold', days(14), unlimited, 'more'],
    [
      '5 per 5 minutes is not 1 per minute',
      runs(5, { n: 5, unit: 'minute' }),
      runs(1, { n: 1, unit: 'minute' }),
      'other',
    ],
    ['1 per 10 minutes for 1 per hour', runs(1, { n: 1, unit: 'hour' }), runs(1, { n: 10, unit: 'minute' }), 'more'],
    ['1 per day for 1 per hour', runs(1, { n: 1, unit: 'hour' }), runs(1, { n: 1, unit: 'day' }), 'less'],
    ['refused where 14 was sold', days(14), refusal(402), 'less'],
    ['nothing sold, refused', days(0), refusal(402), 'same'],
    ['had', included, included, 'same'],
    ['locked though sold', included, excluded, 'less'],
    ['refused though sold', included, refusal(402, 'x'), 'less'],
    ['open though not sold', excluded, included, 'more'],
    ['refused as declared', refusal(402, 'license_required'), refusal(402, 'license_required'), 'same'],
    ['refused with another code', refusal(402, 'license_required'), refusal(402, 'nope'), 'other'],
    ['refused with 200', refusal(402, 'x'), refusal(200, 'x'), 'other'],
    ['refused with another status', refusal(402), refusal(403), 'other'],
    ['locked page for a declared refusal', refusal(403, 'suspended'), excluded, 'same'],
    ['let through in spite of a refusal', refusal(403), days(3), 'more'],
    ['cheaper', usd(499), usd(399), 'more'],
    ['dearer', usd(499), usd(599), 'less'],
    ['free is free in any currency', usd(0), { kind: 'money', minor: 0, currency: 'EUR' }, 'same'],
    ['another currency', usd(499), { kind: 'money', minor: 499, currency: 'EUR' }, 'other'],
    ['a price where one has to ask', { kind: 'on_request' }, usd(499), 'other'],
    ['unknown', { kind: 'unknown' }, days(14), 'incomparable'],
    ['an add-on for what is included', included, { kind: 'addon' }, 'less'],
  ])('%s', (_, promised, seen, expected) => {
    expect(short(compare(promised, seen))).toBe(expected);
  });

  it('is the same exactly for equal amounts, and says who gives more', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(10_000), (a, b) => {
        expect(short(compare(days(a), days(b)))).toBe(a === b ? 'same' : b > a ? 'more' : 'less');
        expect(short(compare(usd(a), usd(b)))).toBe(a === b ? 'same' : b < a ? 'more' : 'less');
      }),
    );
  });
});
