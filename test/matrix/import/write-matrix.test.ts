/** Whatever an import states, its file reads back as the same, and its lines can be read by people. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { writeMatrix } from '../../../matrix/import/write-matrix.ts';
import type { RawMatrix } from '../../../matrix/read/raw.ts';
import { readMatrix } from '../../../matrix/read/read.ts';

const NASTY = [
  'true',
  'null',
  '~',
  '1.10',
  '- a',
  'a: b',
  'a #b',
  '"',
  "'",
  ', ]',
  '{',
  '&a',
  '*a',
  '!x',
  '%',
  '@',
  '\n',
  ' x ',
  'a\n\n b',
  '\t',
  '\\',
  '😀',
  '=',
  '<<',
  '.inf',
  '2024-01-31',
  '0x1F',
  'yes',
  'x'.repeat(300),
  'word '.repeat(60),
];

/** What the reader refuses in any text. */
const UNREAD = /[^\P{Cc}\t\n\u0085]|[\uFEFF\uFFFE\uFFFF]|\p{Cs}/u;

const text = fc
  .oneof(
    fc.constantFrom(...NASTY),
    fc.string({ minLength: 1, unit: 'grapheme' }),
    fc.array(fc.constantFrom(...NASTY), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
  )
  .filter((one) => !UNREAD.test(one));
const key = fc.oneof(fc.constantFrom('true', 'null', 'constructor', 'no'), fc.stringMatching(/^[a-z][a-z0-9_]{0,12}$/));
const keys = fc.uniqueArray(key, { maxLength: 40 });
const number = fc.oneof(fc.nat(), fc.constantFrom(0.005, 99.9, 0, Number.MAX_SAFE_INTEGER));

const matrix: fc.Arbitrary<RawMatrix> = fc.record({
  planproof: fc.constant(1 as const),
  level: fc.constant('copy' as const),
  product: text,
  units: fc.dictionary(key, fc.record({ one: text, other: text }), { maxKeys: 3 }),
  capabilities: fc.dictionary(
    key,
    fc.record({ name: text, description: text, group: text }, { requiredKeys: ['name'] }),
    {
      maxKeys: 5,
    },
  ),
  plans: fc.dictionary(
    key,
    fc.record(
      {
        name: text,
        version: fc.constantFrom('1', 'pro_2024', '2024-01-31', 'a.b'),
        summary: text,
        price: fc.constantFrom('free' as const, {
          USD: {
            month: [
              { amount: 4.99, per: 'seat' },
              { amount: 3, note: 'a, b' },
            ],
            year: { tiers: [{ flat: 3 }] },
          },
        }),
        has: keys,
        details: fc.dictionary(key, text, { maxKeys: 4 }),
        limits: fc.dictionary(key, fc.oneof(number, fc.constant('unlimited' as const)), { maxKeys: 30 }),
      },
      { requiredKeys: ['name', 'version'] },
    ),
    { minKeys: 1, maxKeys: 4 },
  ),
});

function plain(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data));
}

it('reads back as it was, below any head and with any comments', () => {
  fc.assert(
    fc.property(matrix, fc.array(text, { maxLength: 3 }), text, (raw, head, original) => {
      const comments = new Map(Object.keys(raw.plans).map((name) => [`plans.${name}`, original]));
      const written = writeMatrix({ raw, keys: comments }, head);
      const read = readMatrix(written, 'matrix.yaml');
      expect(read.problems).toEqual([]);
      expect(plain(read.raw)).toEqual(plain(raw));
    }),
    { numRuns: 150 },
  );
});

it('keeps lists, comments and small maps within a line of 110 columns', () => {
  const long = Array.from({ length: 40 }, (_, i) => `capability_number_${i}`);
  const raw: RawMatrix = {
    planproof: 1,
    product: 'Tide',
    limits: { seats: { name: 'Seats', unit: 'user' } },
    plans: { pro: { name: 'Pro', version: 'pro_1', has: long, limits: { seats: 5 } } },
  };
  const written = writeMatrix({ raw, keys: new Map([['limits.seats', 'maxSeats#1']]) }, ['word '.repeat(80).trim()]);
  expect(Math.max(...written.split('\n').map((line) => line.length))).toBeLessThanOrEqual(110);
  expect(written).toContain('\n  seats: { name: Seats, unit: user } # maxSeats#1\n');
  expect(written).toContain('    has:\n      [capability_number_0, capability_number_1,');
  expect(written.split('\n').filter((line) => line.includes('capability_number')).length).toBeLessThan(12);
});

it('writes as an edit does: what nobody sees by its number, and in quotes what older readers take for something else', () => {
  const raw: RawMatrix = {
    planproof: 1,
    product: 'Tide\u202eedit',
    capabilities: { chat: { name: 'No', group: 'A \u200bB' } },
    plans: {},
  };
  const written = writeMatrix({ raw, keys: new Map() }, []);
  expect(written).toContain('product: "Tide\\u202eedit"\n');
  expect(written).toContain('  chat: { name: "No", group: "A \\u200bB" }\n');
});

it('writes a number that is too large for any machine as YAML has it', () => {
  const price = { USD: { usage: { tiers: [{ up_to: Number.POSITIVE_INFINITY, amount: 2 }] } } };
  const raw: RawMatrix = { planproof: 1, product: 'Tide', plans: { pro: { name: 'Pro', version: 'pro_1', price } } };
  expect(writeMatrix({ raw, keys: new Map() }, [])).toContain('{ up_to: .inf, amount: 2 }');
});
