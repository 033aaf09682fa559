/** Laws of every reader: nothing is thrown, every place lies in the file and holds the words, and time grows with length alone. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textsOf } from '../../../verifier/claims/text.ts';
import { readBlocks, whyUnread } from '../../../verifier/readers/read-blocks.ts';

const PIECES: Readonly<Record<string, readonly string[]>> = {
  md: [
    '# ',
    '- ',
    '> ',
    '| ',
    '|---|',
    '```\n',
    '**',
    '`',
    '\\$',
    '&amp;',
    '---\n',
    'title: x\n',
    '[a](b)',
    '~~',
    '<table>\n\n',
    '</table>',
    '<td>',
    '<Card />',
    '</Card>',
    '```{include} b.md\n```\n',
  ],
  mdx: [
    '# ',
    '- ',
    '<Card title="Crew">',
    '</Card>',
    '<Badge text="Pro" />',
    '{n}',
    `{\`a \${b}\`}`,
    '**',
    '| a |',
    '|---|',
    '---\n',
    'export const a = [{ name: "b", price: "$1" }];\n',
  ],
  html: [
    '<p>',
    '</p>',
    '<table>',
    '<tr>',
    '<td title="x">',
    '<li>',
    '<h2>',
    '</h2>',
    '&euro;',
    '<!--',
    '-->',
    '<img alt="a">',
    '<b>',
    '<script type="application/ld+json">',
    '{"name":"Crew","price":"1","priceCurrency":"EUR"}',
    '</script>',
    '<meta name="description" content="b">',
  ],
  txt: ['====\n', '----\n', '- ', '* ', '1. ', '| ', '+--+--+\n', '  ', '\t', '# ', 'a   b   c\n', '> '],
  rst: [
    '====\n',
    '----\n',
    '* ',
    '.. note:: ',
    '.. list-table::\n',
    '   * - ',
    '``',
    '**',
    ':role:`x`',
    '`a <b>`_',
    '|x|',
    '::\n',
    '+--+--+\n',
    '|  |  |\n',
    '== ==\n',
    '.. csv-table::\n\n   "a", b\n',
    '   ',
    ':a: b\n',
    '.. x\n',
    '.. raw:: html\n\n   <table><td>',
    '.. include:: b.rst\n',
    '\\',
  ],
  tsx: [
    'const a = ',
    '<p>',
    '</p>',
    '{n}',
    "'Crew has 5 boxes'",
    `\`a \${b} c\``,
    '[{ name: "Crew", price: "$5" }]',
    ';\n',
    '<Badge plan="pro" />',
    '{ a: true, name: "b" }',
    '// x\n',
    '&nbsp;',
    '\\u20ac',
    '( ',
    ' )',
    '<table><tr><td>',
    '</td></tr></table>',
  ],
  ts: [
    "'Crew has 5 boxes'",
    `\`a \${b} c\``,
    '[{ name: "Crew", price: "$5" }, { name: "Solo" }]',
    ';\n',
    'switch (a) { case "b": return "Crew has 5"; }',
    ' + ',
    '\\n',
    '{',
    '}',
    '"<p>a</p>"',
    `\`<b>\${x}</b> &amp; \\\` c\``,
  ],
};
const WORDS = [
  'Crew',
  ' ',
  '\n',
  '\n\n',
  'has',
  '15 boxes',
  '$4.99',
  '€',
  'é',
  '😀',
  '\r\n',
  '"',
  "'",
  '<',
  '&',
  '\uFEFF',
  '{',
  '}',
];

/** Offsets of a place; the start of each line is counted here once more, on purpose. */
function rangeIn(text: string, place: { line: number; column: number; length: number }): [number, number] {
  const before = text.split('\n').slice(0, place.line - 1);
  const from = before.reduce((sum, line) => sum + line.length + 1, 0) + place.column - 1;
  return [from, from + place.length];
}

async function placesHold(path: string, text: string): Promise<void> {
  const { blocks, unread } = await readBlocks(path, text);
  for (const { at } of unread) if (at) expect(rangeIn(text, at)[0]).toBeLessThanOrEqual(text.length);
  for (const one of blocks.flatMap(textsOf))
    for (const { 0: word, index } of one.value.matchAll(/[A-Za-z]{2,}|\d+/g)) {
      const place = one.place(index, index + word.length);
      if (place.kind !== 'file') throw new Error('a place that is in no file');
      const [from, to] = rangeIn(text, place);
      expect(place.path).toBe(path);
      expect(from).toBeGreaterThanOrEqual(0);
      // An empty range is one character long, at the very end of a file too.
      expect(to).toBeLessThanOrEqual(text.length + 1);
      const written = text.slice(from, to);
      // What is told in other words, such as `true` for "Yes", stands in one place, but not by its letters.
      if (!TOLD.test(word)) expect(ends(written)).toBe(ends(word));
    }
}

/** Markup may stand inside a word, so its first and last letter tell; an id may be said with a capital. */
function ends(word: string): string {
  return `${word.at(0)}…${word.at(-1)}`.toLowerCase();
}

/** Words that readers put in for signs of a program or of data. */
const TOLD = /^(?:Yes|No|per|month|year|plan|requires|EUR|USD)$/;

describe.each(Object.keys(PIECES))('any text in a .%s', (format) => {
  it('is read or told as unread, and its words are where it says', async () => {
    const piece = fc.oneof(fc.constantFrom(...PIECES[format]!), fc.constantFrom(...WORDS), fc.string({ maxLength: 5 }));
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) =>
        placesHold(`a.${format}`, pieces.join('')),
      ),
      { numRuns: 120 },
    );
  });
});

async function seconds(path: string, text: string): Promise<number> {
  const started = performance.now();
  await readBlocks(path, text);
  return (performance.now() - started) / 1000;
}

const LONG_TEXT = 60_000;
const LONG: readonly [path: string, piece: string][] = [
  ['a.md', '<table>\n\n'],
  ['a.md', '<table><tr><td>Crew</td></tr></table>\n\n'],
  ['a.md', '<A a="'],
  ['a.md', '```\n<A/>\n'],
  ['a.rst', '.. raw:: html\n\n   <table><td>a\n\n'],
  ['a.mdx', 'Crew has **15** boxes {n} '],
  ['a.mdx', '<Badge text="Crew" /> has 15 boxes '],
  ['a.mdx', '<Card title="Crew">\n- 15 boxes\n</Card>\n\n'],
  ['a.html', '<p>Crew has 15 boxes'],
  ['a.html', '<td title="x">Crew &amp; '],
  ['a.html', '<span aria-label="x">'],
  ['a.html', '<'],
  ['a.txt', 'Crew has 15 boxes, '],
  ['a.txt', 'a | b | c\n'],
  ['a.txt', '- Crew has 15 boxes\n'],
  ['a.rst', 'Crew has ``15`` **boxes** '],
  ['a.rst', '**'],
  ['a.rst', '`a <'],
  ['a.rst', ':a:`'],
  ['a.rst', '* Crew has 15 boxes\n\n'],
  ['a.rst', '| '],
  ['a.tsx', '<p>Crew has {n} boxes</p>;\n'],
  ['a.ts', "['Crew has 15 boxes', { name: 'Crew', price: '$5' }];\n"],
  ['a.ts', `\`Crew has \${n} boxes\`;`],
  ['a.ts', "'a' + n + "],
];

describe('time grows with the length alone', () => {
  it.each(LONG)('in a %s of %j', async (path, piece) => {
    const text = (size: number) => piece.repeat(Math.ceil(size / piece.length));
    await readBlocks(path, piece);
    const [small, large] = [await seconds(path, text(LONG_TEXT / 10)), await seconds(path, text(LONG_TEXT))];
    // Ten times the text: a square would take a hundred times as long. A small base for what does not grow.
    expect(large).toBeLessThan(40 * (small + 0.05));
  });
});

const DEPTH = 10_000;
const DEEP: readonly [path: string, text: string][] = [
  ['a.html', `${'<div>'.repeat(DEPTH)}Crew has 15 boxes${'</div>'.repeat(DEPTH)}`],
  ['a.html', `<script type="application/ld+json">${'['.repeat(DEPTH)}${']'.repeat(DEPTH)}</script>`],
  ['a.mdx', `${'<b>'.repeat(DEPTH)}Crew${'</b>'.repeat(DEPTH)}`],
  ['a.md', `${'> '.repeat(DEPTH)}Crew has 15 boxes`],
  ['a.md', `${'- '.repeat(DEPTH)}Crew has 15 boxes`],
  ['a.mdx', `${'1. '.repeat(DEPTH)}Crew has 15 boxes`],
  [
    'a.md',
    Array.from(
      { length: 1_000 },
      (_, n) => `${'  '.repeat(n)}- Crew
`,
    ).join(''),
  ],
  ['a.md', `${'- '.repeat(90)}Crew has 15 boxes`],
  ['a.tsx', `const a = ${'<b>'.repeat(DEPTH)}Crew${'</b>'.repeat(DEPTH)};`],
  ['a.ts', `const a = ${'['.repeat(DEPTH)}${']'.repeat(DEPTH)};`],
  ['a.ts', `const a = ${'{ name: "Crew", a: '.repeat(DEPTH)}1${'}'.repeat(DEPTH)};`],
  ['a.txt', Array.from({ length: 1_000 }, (_, n) => `${' '.repeat(n)}- Crew\n`).join('')],
  ['a.rst', Array.from({ length: 1_000 }, (_, n) => `${' '.repeat(n)}* Crew\n\n`).join('')],
  ['a.rst', `${'* '.repeat(DEPTH)}Crew has 15 boxes`],
];

describe('what nests without end', () => {
  it.each(DEEP)('in a %s is read, or told as unread', async (path, text) => {
    const { blocks, unread } = await readBlocks(path, text);
    expect(blocks.length + unread.length).toBeGreaterThan(0);
    if (unread.length) expect(unread[0]!.reason).toMatch(/nest|deep/);
  });
});

it('a file is known by its ending, in capitals too, and by nothing else', async () => {
  expect(['a.md', 'A.MDX', 'docs/b.Html', 'c.htm', 'llms.txt', 'd.rst', 'e.tsx', 'f.mjs'].map(whyUnread)).toEqual(
    Array(8).fill(undefined),
  );
  expect(['README', 'a.png', 'md', 'a.md.bak', 'constructor', 'a.constructor'].map(whyUnread)).toEqual(
    Array(6).fill('is in a format that no reader here knows'),
  );
  expect(whyUnread('a.adoc')).toContain('AsciiDoc');
  expect(whyUnread('a.vue')).toContain('check the page that it makes');
  expect(await readBlocks('a.adoc', '= Crew')).toEqual({ blocks: [], unread: [{ reason: whyUnread('a.adoc') }] });
});
