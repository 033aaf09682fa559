/** Soups of names, numbers, units and marks, in English and German: nothing is thrown, places are inside, time grows with length. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Vocabulary, vocabulary } from '../../../matrix/vocabulary.ts';
import { readClaims } from '../../../verifier/claims/read-claims.ts';
import type { Block, Text } from '../../../verifier/claims/text.ts';
import { MATRICES, matrixAt } from './claims-of.ts';

const WORDS: Record<string, Vocabulary> = {
  pulse: vocabulary(MATRICES.pulse),
  tidewell: vocabulary(matrixAt('test/verifier/claims/products/tidewell.matrix.yaml')),
  brise: vocabulary(matrixAt('test/verifier/claims/products/brise.matrix.yaml'), 'de'),
};

const MARKS = '. , ; : – — - ( ) [ ] / | + * † ¹ % & ~ " “ ’ \' $ € £ ¥ → ≤ \n'.split(' ');
const NUMBERS =
  '0 1 3 14 90 1,000 1.000 25 000 10k 2.5M 4.99 9,99 3–5 20% #4 v2 2023-01-04 one seven twenty zwei'.split(' ');
const GLUE =
  'and or but while not no without only from to up until between at least for in on of with per a month year minute day days annually free unlimited includes requires upgrade available included trial grace first then plus everything all every plan plans above higher enthält bis zu pro Monat nicht ab nur und verfügbar jährlich kostenlos'.split(
    ' ',
  );

function piecesOf(words: Vocabulary): fc.Arbitrary<string> {
  const names = words.names.map((one) => one.words);
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...names) },
    { weight: 3, arbitrary: fc.constantFrom(...NUMBERS) },
    { weight: 3, arbitrary: fc.constantFrom(...MARKS) },
    { weight: 5, arbitrary: fc.constantFrom(...GLUE) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }) },
  );
}

/** Places as ranges of the text, which a test can hold against its length. */
function textOf(value: string, seen: [number, number][] = []): Text {
  return {
    value,
    place: (from, to) => {
      seen.push([from, to]);
      return { kind: 'file', path: '', line: 1, column: from + 1, length: to - from };
    },
  };
}

function blocksOf(text: Text): Block[] {
  const [within, cell] = [[] as number[], { ...text }];
  return [
    { kind: 'heading', depth: 2, text, within },
    { kind: 'paragraph', text, within },
    { kind: 'item', text, within },
    { kind: 'table', head: [cell, cell], rows: [[cell, cell, cell]], within },
  ];
}

describe.each(Object.keys(WORDS))('soup of %s', (product) => {
  const words = WORDS[product]!;
  const soup = fc
    .array(fc.tuple(piecesOf(words), fc.constantFrom(' ', ' ', ' ', '')), { maxLength: 400 })
    .map((pieces) => pieces.map((one) => one.join('')).join(''));

  it('is read without a word of complaint, and every place is inside', () => {
    fc.assert(
      fc.property(soup, (value) => {
        const seen: [number, number][] = [];
        readClaims(blocksOf(textOf(value, seen)), { surface: '', vocabulary: words });
        for (const [from, to] of seen) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeGreaterThanOrEqual(from);
          expect(to).toBeLessThanOrEqual(value.length);
        }
      }),
      { numRuns: 120 },
    );
  });

  // One sentence as long as a sentence may be: only within it could time grow faster than the text.
  it.each([3, 7, 11, 19])('takes eight times as long for eight times as much, seed %i', (seed) => {
    const [pieces] = fc.sample(fc.array(piecesOf(words), { minLength: 2000, maxLength: 2000 }), { numRuns: 1, seed });
    const sentence = pieces!.filter((one) => !/[.!?\n]|if|from|until/.test(one)).join(' ');
    const took = (length: number) => {
      const text = textOf(sentence.slice(0, length));
      const started = performance.now();
      for (let i = 0; i < 5; i++)
        readClaims([{ kind: 'paragraph', text, within: [] }], { surface: '', vocabulary: { ...words } });
      return performance.now() - started;
    };
    took(700);
    // A square would take 64 times as long; the small number is for what does not grow.
    expect(took(5600)).toBeLessThan(24 * (took(700) + 10));
  });
});
