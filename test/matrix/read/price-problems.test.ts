import { describe, expect, it } from 'vitest';
import { readMatrix } from '../../../matrix/read/read.ts';
import { unreadIn } from '../matrix-of.ts';
import { tide, told } from './told.ts';

describe('a price that cannot be', () => {
  it.each([
    ['cheap', 12, 'free, on_request, or amounts by currency: { USD: { month: 4.99, year: 39 } }.'],
    ['4.99', 12, 'free, on_request, or amounts by currency: { USD: { month: 4.99, year: 39 } }.'],
    ['~', 12, 'free, on_request, or amounts by currency: { USD: { month: 4.99, year: 39 } }.'],
    ['{}', 12, 'amounts by currency: { USD: { month: 4.99, year: 39 } }.'],
    ['{ USD: 4.99 }', 19, 'a map (amounts by interval: { month: 4.99, year: 39 }).'],
    ['{ USD: {} }', 19, 'amounts by interval: { month: 4.99, year: 39 }.'],
    ['{ usd: { month: 4 } }', 14, 'a currency as ISO 4217 writes it, such as USD.'],
    ['{ UDS: { month: 4 } }', 14, '`USD`, or another code of ISO 4217.'],
    ['{ USD: { mnth: 4 } }', 21, '`month`, if that is what you meant.'],
    [
      '{ USD: { month: "4.99" } }',
      28,
      'an amount such as 4.99, { amount: 10, per: seat }, or { tiers: [...], per: call }.',
    ],
    [
      '{ USD: { month: -4 } }',
      28,
      'an amount such as 4.99, { amount: 10, per: seat }, or { tiers: [...], per: call }.',
    ],
    [
      '{ USD: { month: .inf } }',
      28,
      'an amount such as 4.99, { amount: 10, per: seat }, or { tiers: [...], per: call }.',
    ],
    [
      '{ USD: { month: [4, free] } }',
      32,
      'an amount such as 4.99, { amount: 10, per: seat }, or { tiers: [...], per: call }.',
    ],
    ['{ USD: { month: { amount: -4 } } }', 38, '0 or more.'],
    ['{ USD: { month: { amuont: 4 } } }', 30, '`amount`, if that is what you meant.'],
    ['{ USD: { month: 1e3 } }', 28, 'an amount in digits, such as 4.99.'],
    ['{ USD: { month: 0x10 } }', 28, 'an amount in digits, such as 4.99.'],
    [
      '{ USD: { month: 4.999 } }',
      28,
      'at most 2 digits after the point; or the price of more at once, such as `{ amount: 2, per: 1000 call }`.',
    ],
    [
      '{ USD: { month: [4, { amount: 4.999 }] } }',
      42,
      'at most 2 digits after the point; or the price of more at once, such as `{ amount: 2, per: 1000 call }`.',
    ],
    [
      '{ JPY: { month: 4.5 } }',
      28,
      'a whole amount; or the price of more at once, such as `{ amount: 2, per: 1000 call }`.',
    ],
    ['{ USD: { month: 99999999999999999 } }', 28, 'a smaller amount.'],
    [
      '{ USD: { usage: { per: call } } }',
      28,
      'one of them: `{ amount: 10, per: seat }`, or `{ tiers: [...], per: seat }`.',
    ],
    [
      '{ USD: { month: { tiers: [{ up_to: 5 }] } } }',
      38,
      'what a unit of this tier costs, or what the tier costs as a whole.',
    ],
    [
      '{ USD: { month: { tiers: [{ flat: 0.001 }] } } }',
      46,
      'at most 2 digits after the point; or the price of more at once, such as `{ amount: 2, per: 1000 call }`.',
    ],
  ])('%s', (price, column, write) => {
    const { problems } = readMatrix(tide(`    price: ${price}\n`), 'matrix.yaml');
    expect(problems.find((problem) => problem.write === write)?.at).toMatchObject({ line: 7, column });
    expect(problems.every((problem) => problem.at.line === 7)).toBe(true);
  });

  it.each([
    '{ USD: { month: 4.990 } }',
    '{ KWD: { month: 4.999 } }',
    '{ JPY: { month: 400.0 } }',
    '{ USD: { month: 0 } }',
  ])('%s is one', (price) => {
    expect(unreadIn(tide(`    price: ${price}\n`))).toEqual([]);
  });

  it('is told once, and about the branch that was meant', () => {
    expect(told(tide('    price: { USD: { month: { amount: 4, nte: x } } }\n'))).toMatchInlineSnapshot(`
      "
      matrix.yaml:7:41 error matrix/malformed
        \`plans.pro.price.USD.month\` has an unknown field \`nte\`.
        7 |     price: { USD: { month: { amount: 4, nte: x } } }
          |                                         ^^^
        Write: \`note\`, if that is what you meant.
      "
    `);
  });
});
