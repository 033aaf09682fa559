/** Texts that no person writes: reading them takes time that grows with their length alone, and nothing is thrown. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vocabulary } from '../../../matrix/vocabulary.ts';
import { readDocument } from '../../../verifier/probes/read-document.ts';
import { MATRICES } from './claims-of.ts';

const words = vocabulary(MATRICES.pulse);
const read = (text: string) => readDocument(text, 'a.md', 'docs', words);

const PIECES = [
  'Relay has 14 days of metric history, ',
  'Relay plus ',
  'Pro, ',
  'without ',
  '`audit_logging` ',
  '$4.99 ',
  '25 000 ',
  '(Pro) ',
  'Cloud and ',
  '<!-- planproof-ignore: a --> ',
  'no trial ',
];

/** Stars and footnotes are left to the Markdown parser, whose own time they take. */
const LONG = 200_000;

async function seconds(text: string): Promise<number> {
  const started = performance.now();
  await read(text);
  return (performance.now() - started) / 1000;
}

describe('a line of 200,000 characters', () => {
  it.each(PIECES)('of %j', async (piece) => {
    const taken = (size: number) => seconds(piece.repeat(Math.ceil(size / piece.length)));
    const [small, large] = [await taken(LONG / 10), await taken(LONG)];
    // Ten times the text: a square would take a hundred times as long. A small base for what does not grow.
    expect(large).toBeLessThan(40 * (small + 0.05));
  });
});

const piece = fc.oneof(
  fc.constantFrom(
    ...PIECES,
    '| ',
    '|---|',
    '\n',
    '\n\n',
    '# ',
    '- ',
    '> ',
    '```\n',
    '```json\n',
    '  ',
    '* ',
    'Community',
    'RBAC',
    '✓',
    ':',
    ' — ',
    '/',
    '+',
    "'s",
  ),
  fc.string({ maxLength: 6 }),
);

it('anything is read, and every place is inside the text', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
      const text = pieces.join('');
      const lines = text.split('\n').length;
      for (const { at } of await read(text))
        for (const place of at) {
          expect(place.kind === 'file' && place.line).toBeGreaterThan(0);
          expect(place.kind === 'file' && place.line).toBeLessThanOrEqual(lines);
        }
    }),
    { numRuns: 150 },
  );
});
