import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fractionDigits, minorUnits } from '../../matrix/money.ts';
import { moneyWords } from '../../matrix/print/words.ts';
import { matrixOf } from './matrix-of.ts';

const CURRENCIES = [
  ['USD', 2],
  ['JPY', 0],
  ['KWD', 3],
] as const;

/** An amount as a person writes it, made from digits alone. */
function written(minor: number, digits: number): string {
  const padded = String(minor).padStart(digits + 1, '0');
  return digits ? `${padded.slice(0, -digits)}.${padded.slice(-digits)}` : padded;
}

const amounts = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });

describe('the decimal places of a currency', () => {
  it.each([...CURRENCIES, ['EUR', 2], ['BHD', 3], ['KRW', 0]] as const)('%s has %d', (currency, digits) => {
    expect(fractionDigits(currency)).toBe(digits);
    expect(fractionDigits(currency)).toBe(digits);
  });

  it.each(['QQQ', 'dollars', ''])('an unknown code (%j) has 2', (currency) => {
    expect(fractionDigits(currency)).toBe(2);
  });
});

describe('whole minor units', () => {
  it.each([
    ['4.99', 2, 499],
    ['4.9', 2, 490],
    ['4.', 2, 400],
    ['.5', 2, 50],
    ['39', 2, 3900],
    ['0', 2, 0],
    ['0.07', 2, 7],
    ['1.005', 2, 100],
    ['1_490', 2, 149_000],
    ['980', 0, 980],
    ['1.234', 3, 1234],
  ])('%s with %d digits is %d', (words, digits, minor) => {
    expect(minorUnits(words, digits)).toBe(minor);
  });

  it.each(CURRENCIES)('of %s come back from their words, whatever the amount', (currency) => {
    const digits = fractionDigits(currency);
    fc.assert(fc.property(amounts, (minor) => minorUnits(written(minor, digits), digits) === minor));
  });

  it.each(CURRENCIES)('of %s do not change by zeros at the end', (currency) => {
    const digits = fractionDigits(currency);
    fc.assert(
      fc.property(amounts, fc.nat(5), (minor, zeros) => {
        const words = written(minor, digits);
        const longer = (words.includes('.') ? words : `${words}.`) + '0'.repeat(zeros);
        return minorUnits(longer, digits) === minor;
      }),
    );
  });

  it.each(CURRENCIES)('of %s go through a matrix and come out of its words', (currency, digits) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 9 }), (minor) => {
        const price = `price: { ${currency}: { month: ${written(minor, digits)} } }`;
        const { matrix } = matrixOf(
          `planproof: 1\nproduct: Tide\nplans: { pro: { name: Pro, version: v1, ${price} } }\n`,
        );
        const { value } = matrix.versions.v1!.prices[0]!;
        expect(value).toEqual({ kind: 'money', minor, currency, per: { period: 'month' } });
        expect(minorUnits(moneyWords(matrix, value).replace(/[^\d.]/g, ''), digits)).toBe(minor);
      }),
      { numRuns: 50 },
    );
  });
});
