/** Copy in another language: its words as they stand, places in the source, and languages that nobody here reads. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Vocabulary, vocabulary } from '../../../matrix/vocabulary.ts';
import { de } from '../../../verifier/claims/languages/de.ts';
import { inEnglish } from '../../../verifier/claims/languages/in-english.ts';
import { nameFinder } from '../../../verifier/claims/names.ts';
import { readClaims } from '../../../verifier/claims/read-claims.ts';
import { readMarkdown } from '../../../verifier/readers/markdown.ts';
import { matrixAt } from './claims-of.ts';

const BRISE = matrixAt('test/verifier/claims/products/brise.matrix.yaml');

function read(text: string, words: Vocabulary) {
  return readClaims(readMarkdown(text, 'a.md'), { surface: 'docs', vocabulary: words });
}

describe('German', () => {
  it('keeps the words of the source, and their place', () => {
    const text = 'Vorab ein Satz. Büro enthält bis zu 1.000 Tafeln.\n\nStart ist in Büro nicht enthalten.';
    const [claim] = read(text, vocabulary(BRISE, 'de'));
    expect(claim!.about).toMatchObject({ words: 'Büro enthält bis zu 1.000 Tafeln', plans: { known: ['office'] } });
    const [place] = claim!.at;
    expect(place).toMatchObject({ line: 1, column: 17, length: 32 });
  });
  it('is read in every country that speaks it', () => {
    expect(read('Büro enthält 50 Tafeln.', vocabulary(BRISE, 'de-AT'))).toHaveLength(1);
  });
  it('is not read where the surface is English', () => {
    expect(
      read('Büro enthält 50 Tafeln.', vocabulary(BRISE)).filter((one) => 'certain' in one.about && one.about.certain),
    ).toEqual([]);
  });
});

it('the language of the matrix is that of a surface that states none', () => {
  expect(vocabulary({ ...BRISE, locale: 'de' }).locale).toBe('de');
});

describe('a language without words', () => {
  it('is one thing in each document that could not be read', () => {
    const seen = read('Office comprend 50 tableaux.\n\nPrix : 9 €', vocabulary(BRISE, 'fr'));
    expect(seen.map(({ outcome, at }) => [outcome, at[0]])).toEqual([
      [
        { kind: 'unread', reason: 'is in `fr`, and no words of that language are known here' },
        expect.objectContaining({ path: 'a.md', line: 1 }),
      ],
    ]);
  });
  it('is nothing where nothing stands', () => {
    expect(read('', vocabulary(BRISE, 'fr'))).toEqual([]);
  });
});

const find = nameFinder(vocabulary(BRISE, 'de'));
const at = (from: number, to: number) => ({
  kind: 'file' as const,
  path: '',
  line: 1,
  column: from + 1,
  length: to - from,
});
const word = fc.oneof(
  fc.constantFrom(...Object.keys(de.phrases), 'Büro', 'Tafeln', 'Gästen', '1.000', '9,99', '€', '-', '. ', ', '),
  fc.string({ maxLength: 5 }),
);

describe('words put in other words', () => {
  it('have their places in the source, in order, whatever range is asked for', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), fc.nat(), fc.nat(), (words, a, b) => {
        const value = words.join(' ');
        const text = inEnglish({ value, place: at }, de, find);
        const [from, to] = [a % (text.value.length + 1), b % (text.value.length + 1)].sort((x, y) => x - y);
        const place = text.place(from!, to!);
        if (place.kind !== 'file') throw new Error('no place in a file');
        const start = place.column - 1;
        expect(start).toBeGreaterThanOrEqual(0);
        expect(start + place.length).toBeLessThanOrEqual(value.length);
        if (from! < to!) expect(text.source!(from!, to!)).toBe(value.slice(start, start + place.length));
      }),
      { numRuns: 200 },
    );
  });
  it('are the words themselves where the language has none of them', () => {
    const value = 'Relay includes 14 days.';
    expect(inEnglish({ value, place: at }, { ...de, phrases: {} }, find).value).toBe(value);
  });
});

it('phrases stand in lower case, as they are looked up', () => {
  expect(Object.keys(de.phrases).filter((one) => one !== one.toLowerCase())).toEqual([]);
});
