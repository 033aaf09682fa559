import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Alias, loopsOf } from '../../../matrix/check/aliases.ts';
import { isDay } from '../../../matrix/check/day.ts';

const names = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');

/** Each name is claimed once at most. */
const aliases = fc
  .uniqueArray(fc.tuple(names, names), { selector: ([name]) => name })
  .map((pairs) => pairs.map(([name, of], i): Alias => ({ name, of, path: [i] })));

/** Walks from one name as often as there are names. */
function comesBack(all: readonly Alias[], { name }: Alias): boolean {
  const next = (from: string | undefined) => all.find((one) => one.name === from && one.of !== from)?.of;
  let now = next(name);
  for (let step = 0; step < all.length && now !== name; step++) now = next(now);
  return now === name;
}

describe('loopsOf', () => {
  it('gives exactly the aliases from which one comes back, each once', () => {
    fc.assert(
      fc.property(aliases, (all) => {
        const looping = loopsOf(all).flat();
        expect(new Set(looping)).toEqual(new Set(all.filter((alias) => comesBack(all, alias))));
        expect(new Set(looping).size).toBe(looping.length);
      }),
    );
  });

  it('leads from each alias of a loop to the next, and from the last to the first', () => {
    fc.assert(
      fc.property(aliases, (all) => {
        for (const loop of loopsOf(all))
          for (const [i, { of }] of loop.entries()) expect(loop[(i + 1) % loop.length]!.name).toBe(of);
      }),
    );
  });

  it('counts what is claimed twice for its first claim', () => {
    const alias = (name: string, of: string): Alias => ({ name, of, path: [name, of] });
    const [first, second, back] = [alias('a', 'b'), alias('a', 'c'), alias('c', 'a')];
    expect(loopsOf([first, second, back])).toEqual([]);
    expect(loopsOf([second, first, back])).toEqual([[second, back]]);
  });
});

describe('isDay', () => {
  it('knows every day of some years, and no 29 February of others', () => {
    const days = Array.from({ length: 12 * 31 }, (_, i) => [Math.floor(i / 31) + 1, (i % 31) + 1] as const);
    const lengths = (year: number) => [31, year % 4 ? 28 : 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    for (const year of [2024, 2027, 2028])
      for (const [month, day] of days) {
        const words = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        expect(isDay(words), words).toBe(day <= lengths(year)[month - 1]!);
      }
  });

  it.each(['2027-2-03', '27-02-03', '2027-13-01', '2027-00-10', '2027-01-00', 'never', '2027-01-31T00:00', ''])(
    'does not take %j for a day',
    (words) => {
      expect(isDay(words)).toBe(false);
    },
  );
});
