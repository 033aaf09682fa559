/** Which of two values gives more, case by case. */
import { describe, expect, it } from 'vitest';
import { weigh } from '../../../matrix/diff/weigh.ts';
import { weighLengths } from '../../../matrix/diff/weigh-amounts.ts';
import { weighPrices } from '../../../matrix/diff/weigh-prices.ts';
import type { PriceCell, PriceTier, Value } from '../../../matrix/types.ts';

const amount = (n: number, per?: string, unit = 'call'): Value => ({
  kind: 'amount',
  n,
  unit,
  ...(per && { per: { n: 1, unit: per } }),
  bound: 'exactly',
});
const plain = (kind: 'included' | 'excluded' | 'addon' | 'unknown' | 'on_request'): Value => ({ kind });
const UNLIMITED: Value = { kind: 'unlimited', unit: 'call' };

describe('a value before and after', () => {
  it.each<[Value, Value, string | undefined]>([
    [plain('included'), plain('excluded'), 'loses'],
    [plain('included'), plain('addon'), 'loses'],
    [plain('included'), plain('unknown'), 'unstated'],
    [plain('excluded'), plain('addon'), 'offered'],
    [plain('addon'), plain('excluded'), 'withdrawn'],
    [plain('addon'), plain('included'), 'gains'],
    [plain('unknown'), plain('excluded'), 'stated'],
    [plain('included'), { kind: 'words', text: 'by mail' }, 'differs'],
    [{ kind: 'words', text: 'by mail' }, plain('excluded'), 'loses'],
    [UNLIMITED, amount(1_000_000), 'loses'],
    [UNLIMITED, { kind: 'unlimited', unit: 'seat' }, 'incomparable'],
    [{ kind: 'unlimited', unit: 'day' }, { kind: 'unlimited', unit: 'month' }, undefined],
    [amount(0), UNLIMITED, 'gains'],
    [amount(5), plain('on_request'), 'unstated'],
    [plain('on_request'), plain('unknown'), 'differs'],
    [amount(5), amount(5), undefined],
    [amount(5), amount(4), 'loses'],
    [amount(5), amount(5, undefined, 'seat'), 'incomparable'],
    [amount(10, 'hour'), amount(10, 'day'), 'loses'],
    [amount(10, 'hour'), amount(240, 'day'), 'gains'],
    [amount(10, 'hour'), amount(100, 'day'), 'incomparable'],
    [amount(240, 'day'), amount(11, 'hour'), 'incomparable'],
    [amount(10), amount(10, 'day'), 'incomparable'],
    [amount(100, undefined, 'day'), amount(3, undefined, 'month'), 'loses'],
    [amount(90, undefined, 'day'), amount(3, undefined, 'month'), 'incomparable'],
    [amount(12, undefined, 'month'), amount(1, undefined, 'year'), undefined],
    [amount(1, undefined, 'week'), amount(7, undefined, 'day'), undefined],
  ])('%j → %j %s', (before, after, effect) => {
    expect(weigh(before, after)).toBe(effect);
  });

  it.each([
    [{ n: 7, unit: 'day' }, { n: 1, unit: 'week' }, undefined],
    [{ n: 14, unit: 'day' }, { n: 1, unit: 'week' }, 'loses'],
    [{ n: 1, unit: 'month' }, { n: 40, unit: 'day' }, 'gains'],
  ])('%j → %j %s', (before, after, effect) => {
    expect(weighLengths(before, after)).toBe(effect);
  });
});

function price(minor: number, more: Partial<PriceCell> = {}): PriceCell {
  const at = { kind: 'file' as const, path: 'a.yaml', line: 1, column: 1, length: 1 };
  return {
    interval: 'month',
    value: { kind: 'money', minor, currency: 'USD', per: { period: 'month' } },
    at,
    from: [],
    ids: [],
    ...more,
  };
}

const tiers = (list: PriceTier[], are: 'graduated' | 'volume' = 'graduated') =>
  price(list[0]!.minor ?? 0, { tiers: { are, list } });

describe('prices before and after', () => {
  it.each<[string, PriceCell[], PriceCell[], string[]]>([
    ['the same', [price(999)], [price(999)], []],
    ['dearer', [price(999)], [price(1000)], ['loses']],
    ['two, in another order', [price(999), price(1900, { note: 'v1' })], [price(1900, { note: 'v1' }), price(999)], []],
    ['one of two goes', [price(999), price(1900)], [price(1900)], ['withdrawn']],
    [
      'an introduction that is shorter',
      [price(1, { kind: 'introductory', lasts: { n: 3, unit: 'month' } })],
      [price(1, { kind: 'introductory', lasts: { n: 1, unit: 'month' } })],
      ['loses'],
    ],
    ['no longer sold', [price(999)], [price(999, { kind: 'retired' })], ['differs']],
    [
      'a struck-through price that rises',
      [price(999, { kind: 'compare_at' })],
      [price(1999, { kind: 'compare_at' })],
      ['differs'],
    ],
    [
      'a second tier that is dearer',
      [tiers([{ up_to: 10, minor: 100 }, { minor: 50 }])],
      [tiers([{ up_to: 10, minor: 100 }, { minor: 60 }])],
      ['loses'],
    ],
    [
      'tiers that begin sooner',
      [tiers([{ up_to: 10, minor: 100 }, { minor: 50 }])],
      [tiers([{ up_to: 5, minor: 100 }, { minor: 50 }])],
      ['gains'],
    ],
    [
      'dearer for few, cheaper for many',
      [tiers([{ minor: 100 }])],
      [tiers([{ up_to: 10, minor: 120 }, { minor: 50 }])],
      ['incomparable'],
    ],
    [
      'by volume instead of graduated',
      [tiers([{ up_to: 10, minor: 100 }, { minor: 50 }])],
      [tiers([{ up_to: 10, minor: 100 }, { minor: 50 }], 'volume')],
      ['gains'],
    ],
    ['a fee for the tier', [tiers([{ minor: 100 }])], [tiers([{ minor: 100, flat_minor: 1 }])], ['loses']],
    [
      'a fee that is felt only where its tier begins',
      [tiers([{ minor: 100 }])],
      [
        tiers([
          { up_to: 10, minor: 100 },
          { minor: 99, flat_minor: 30 },
        ]),
      ],
      ['incomparable'],
    ],
  ])('%s', (_, before, after, effects) => {
    expect(weighPrices(before, after).map(({ effect }) => effect)).toEqual(effects);
  });
});
