/** Front matter of plain words, read without the parser of YAML: as that reads it, or left to it. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isMap, isScalar, parseDocument, type YAMLMap } from 'yaml';
import { plainMap } from '../../../verifier/readers/plain-map.ts';

function told(map: YAMLMap): unknown[] {
  return map.items.map(({ key, value }) => {
    if (!isScalar(key) || !isScalar(value)) throw new Error('no plain map');
    return [key.value, value.value, value.type, value.range?.slice(0, 2), map.get(key.value, true) === value];
  });
}

const WORD = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('title', 'Relay', 'x-y', "don't", 'e3', 'Plans,', '(new)', 'a/b') },
  fc.constantFrom(
    'title',
    'description',
    'Relay',
    'true',
    'No',
    'null',
    'yes',
    'Null',
    'e3',
    'x-y',
    "don't",
    'v1.2',
    'a:b',
    'x:',
    'inf',
    '~',
    '#1',
    '4.99',
  ),
  fc.string({ minLength: 1, maxLength: 4, unit: fc.constantFrom(...'abz09_-.,;()&/\'’" :#[]{}|>*!%@`\t') }),
);
const LINE = fc
  .tuple(
    WORD,
    fc.constantFrom(': ', ': ', ': ', ':', ' : '),
    fc.array(WORD, { maxLength: 4 }),
    fc.constantFrom('', '', ' ', ' # x', '\r'),
  )
  .map(([key, colon, words, end]) => `${key}${colon}${words.join(' ')}${end}`);

it('is what the parser reads, node by node', () => {
  let plain = 0;
  fc.assert(
    fc.property(fc.array(LINE, { minLength: 1, maxLength: 4 }), (lines) => {
      const text = lines.join('\n');
      const quick = plainMap(text);
      if (!quick) return;
      plain += 1;
      const { contents, errors } = parseDocument(text, { strict: false, uniqueKeys: false });
      expect(errors).toEqual([]);
      if (!isMap(contents)) throw new Error('the parser reads no map');
      expect(told(quick)).toEqual(told(contents));
    }),
    { numRuns: 20_000 },
  );
  expect(plain).toBeGreaterThan(100);
});

it.each([
  ...[
    'a: b: c',
    'a: b #c',
    'a: b # c',
    'a: True',
    'a: null',
    'a: "b"',
    "a: 'b'",
    'a: [b]',
    'a: {b: c}',
    'a: &b c',
    'a: |',
  ],
  ...[
    'a: b\n  c',
    'a:',
    'a:\n  b: c',
    '- a',
    'a',
    'a: b\n\nc: d',
    'true: a',
    'a : b',
    ' a: b',
    'a: b ',
    'a: 14',
    'a: ~',
    'a: é',
  ],
])('is not made of %j', (text) => {
  expect(plainMap(text)).toBeUndefined();
});
