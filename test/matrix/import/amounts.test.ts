/** Amounts are exact: products of decimals, prices finer than a coin, and units with their plurals. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, decimalWords, exactNumber, times } from '../../../matrix/import/decimal.ts';
import { exactAmount } from '../../../matrix/import/exact-amount.ts';
import { periodOf, splitUnit, Units } from '../../../matrix/import/units.ts';

describe('decimals', () => {
  it.each([
    ['18.75', '18.75'],
    ['10_000', '10000'],
    ['+1.50', '1.5'],
    ['.5', '0.5'],
    ['4e-2', '0.04'],
    ['1.5E3', '1500'],
    ['0.000', '0'],
  ])('%s is %s', (words, plain) => {
    expect(decimalWords(decimal(words)!)).toBe(plain);
  });

  it.each(['', '-1', '.', '_', 'abc', '1.2.3', '0x10', '.inf', 'NaN', '1e', '1e1000'])('%j is none', (words) => {
    expect(decimal(words)).toBeUndefined();
  });

  it('multiply as whole numbers do', () => {
    const part = fc.record({ digits: fc.bigInt({ min: 0n, max: 10n ** 20n }), scale: fc.integer({ min: 0, max: 12 }) });
    fc.assert(
      fc.property(part, part, (a, b) => {
        const { digits, scale } = times(a, b);
        expect(digits * 10n ** BigInt(a.scale + b.scale - scale)).toBe(a.digits * b.digits);
        expect(decimal(decimalWords({ digits, scale }))).toEqual({ digits, scale });
      }),
    );
  });

  it('are numbers only where no digit is lost', () => {
    expect(exactNumber(decimal('0.1')!)).toBe(0.1);
    expect(exactNumber(decimal('9007199254740993')!)).toBeUndefined();
    expect(exactNumber(decimal('0.12345678901234567891')!)).toBeUndefined();
  });
});

describe('amounts', () => {
  it.each<[string, string, string | undefined, number, unknown]>([
    ['4.99', 'USD', undefined, 1, { amount: 4.99 }],
    ['4.99', 'USD', 'seat', 1, { amount: 4.99, per: 'seat' }],
    ['0.0015', 'USD', 'call', 1, { amount: 0.15, per: '100 call' }],
    ['0.0004', 'USD', 'call', 1000, { amount: 0.04, per: '100000 call' }],
    ['0.5', 'JPY', 'call', 1, { amount: 5, per: '10 call' }],
    ['1.125', 'KWD', undefined, 1, { amount: 1.125 }],
    ['4.999', 'USD', undefined, 1, '4.999 USD is no amount of whole coins'],
    ['90071992547409.93', 'USD', undefined, 1, '90071992547409.93 USD is more than can be counted exactly'],
  ])('%s %s per %s × %s', (words, currency, unit, n, told) => {
    expect(exactAmount(decimal(words)!, currency, unit, n)).toEqual(told);
  });
});

describe('units', () => {
  it.each([
    ['call/month', { of: 'call', periods: ['month'] }],
    ['document/user/month', { of: 'document per user', periods: ['month'] }],
    ['request/min', { of: 'request', periods: ['minute'] }],
    ['GB/account', { of: 'GB per account', periods: [] }],
    ['minute/month', { of: 'minute', periods: ['month'] }],
    ['per kiosk user/month', { of: 'kiosk user', periods: ['month'] }],
    ['/month', { of: '', periods: ['month'] }],
  ])('%s', (words, split) => {
    expect(splitUnit(words)).toEqual(split);
  });

  it.each([
    ['berth', 'berth', { one: 'berth', other: 'berths' }],
    ['calls', 'call', { one: 'call', other: 'calls' }],
    ['company', 'company', { one: 'company', other: 'companies' }],
    ['box', 'box', { one: 'box', other: 'boxes' }],
    ['inboxes', 'inbox', { one: 'inbox', other: 'inboxes' }],
    ['repo', 'repo', { one: 'repo', other: 'repos' }],
    ['people', 'person', { one: 'person', other: 'people' }],
    ['GB', 'gb', { one: 'GB', other: 'GB' }],
    ['%', 'percent', { one: '%', other: '%' }],
    ['Brand Kit', 'brand_kit', { one: 'brand kit', other: 'brand kits' }],
    ['thread at a time', 'thread_at_a_time', { one: 'thread at a time', other: 'threads at a time' }],
    ['activeHour', 'active_hour', { one: 'active hour', other: 'active hours' }],
    [
      'processesFlows per org',
      'processes_flows_per_org',
      { one: 'processes flows per org', other: 'processes flows per org' },
    ],
    ['knife', 'knife', { one: 'knife', other: 'knife' }],
    ['status', 'status', { one: 'status', other: 'status' }],
  ])('%s', (words, key, declared) => {
    const units = new Units();
    expect([units.of(words), units.declared]).toEqual([key, { [key]: declared }]);
  });

  it('of time need no declaration', () => {
    const units = new Units();
    expect(['hours', 'min', 'day', 'Years'].map((words) => units.of(words))).toEqual(['hour', 'minute', 'day', 'year']);
    expect(units.declared).toEqual({});
    expect(periodOf('fortnight')).toBeUndefined();
  });

  it('that are alike share a key, and others do not', () => {
    const units = new Units();
    expect(['call', 'calls', 'persons', 'people', 'GB', 'gb', 'Gb'].map((words) => units.of(words))).toEqual([
      'call',
      'call',
      'person',
      'people',
      'gb',
      'gbs',
      'gbs',
    ]);
    expect(units.declared.person).toEqual({ one: 'person', other: 'persons' });
    expect(units.declared.people).toEqual({ one: 'person', other: 'people' });
  });
});
