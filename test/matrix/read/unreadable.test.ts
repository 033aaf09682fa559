import { describe, expect, it } from 'vitest';
import { describeProblem } from '../../../matrix/problem.ts';
import { readMatrix } from '../../../matrix/read/read.ts';
import { foundIn, matrixOf, unreadIn } from '../matrix-of.ts';
import { tide, told } from './told.ts';

describe('a file that cannot be read at all', () => {
  it.each([
    ['', 'empty'],
    ['\n\n', 'only empty lines'],
    ['# Plans of Tide, to be written\n', 'only a comment'],
    ['---\n', 'only a document mark'],
    ['\uFEFF', 'only a byte order mark'],
  ])('%j: %s', (text) => {
    expect(told(text)).toContain('The file is empty.');
    expect(told(text)).toContain('Write: `planproof: 1`');
  });

  it('is not YAML', () => {
    expect(told('planproof: 1\nproduct: [Tide\nplans: {}\n')).toMatchInlineSnapshot(`
      "
      matrix.yaml:3:1 error matrix/unreadable
        This is not YAML: Flow sequence in block collection must be sufficiently indented and end with a ].
        3 | plans: {}
          | ^
        Write: well-formed YAML; the mark shows where reading stopped.
      "
    `);
  });

  it('is indented by a tab', () => {
    expect(told('planproof: 1\nplans:\n\tpro: 1\n')).toMatchInlineSnapshot(`
      "
      matrix.yaml:3:1 error matrix/unreadable
        A tab indents this line.
        3 |  pro: 1
          | ^
        Write: spaces; YAML allows no tab there.
      "
    `);
  });

  it('has a key twice', () => {
    expect(told(tide('    name: Professional\n'))).toMatchInlineSnapshot(`
      "
      matrix.yaml:7:5 error matrix/unreadable
        The key \`name\` stands twice in one map.
        7 |     name: Professional
          |     ^^^^
        Write: each key once.
        matrix.yaml:5:5 \`name\` stands here first.
        5 |     name: Pro
          |     ^^^^
      "
    `);
  });

  it('holds two documents', () => {
    expect(told(`${tide()}---\n${tide()}`)).toMatchInlineSnapshot(`
      "
      matrix.yaml:7:1 error matrix/unreadable
        A second document begins here.
        7 | ---
          | ^^^
        Write: one document, without this line.
      "
    `);
  });

  it('is a template that nobody filled in', () => {
    expect(told(tide('    price: {{ price }}\n'))).toMatchInlineSnapshot(`
      "
      matrix.yaml:7:13 error matrix/unreadable
        This key is a map or a list, not a word.
        7 |     price: {{ price }}
          |             ^^^^^^^^^
        Write: a plain key; or quotes around text that begins with \`{\` or \`[\`.
      "
    `);
  });

  it('reports one mistake once, and never more than ten', () => {
    // How deep is too deep is a matter of the stack: told once, from wherever the file is read.
    for (const around of [0, 2000, 4000])
      expect(within(around, () => unreadIn(`a: ${'['.repeat(3000)}`))).toHaveLength(1);
    expect(unreadIn('a: 1\n'.repeat(50))).toHaveLength(10);
  });
});

describe('a file that is not UTF-8', () => {
  const bytes = (...parts: (string | number[])[]) =>
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

  it('shows the first byte that cannot be read', () => {
    expect(told(bytes('planproof: 1\nproduct: caf', [0xe9], '\n'))).toMatchInlineSnapshot(`
      "
      matrix.yaml:2:13 error matrix/unreadable
        The file is not UTF-8.
        2 | product: caf�
          |             ^
        Write: the same text, saved as UTF-8.
      "
    `);
  });

  it.each([
    ['a replacement character before it is no mistake', bytes('a: \uFFFD\nb: ', [0xff]), 2, 4],
    ['lines end in CRLF', bytes('a: 1\r\nb: ', [0xff], '\r\n'), 2, 4],
    ['wider characters stand before it', bytes('name: 日本語 🙂 ', [0xc0], '\n'), 1, 14],
    ['the last character is cut off', bytes('a: 1\nb: ', [0xe2, 0x82]), 2, 4],
    ['a character is cut off by the end of its line', bytes('a: ', [0xe2, 0x82], '\nb: 1\n'), 1, 4],
    ['a byte order mark opens the file', bytes('\uFEFFa: ', [0xff]), 1, 4],
    ['the file is UTF-16', Buffer.from('\uFEFFplanproof: 1\n', 'utf16le'), 1, 1],
  ])('%s', (_name, text, line, column) => {
    expect(unreadIn(text)).toEqual([`${line}:${column} matrix/unreadable`]);
  });
});

describe('line breaks and byte order marks', () => {
  const faulty = tide('    sale: onsale\n    has:\n      audit\n    price: {}\n');

  it('of Windows change no place and no word', () => {
    expect(told(faulty.replaceAll('\n', '\r\n'))).toBe(told(faulty));
    expect(readMatrix(faulty.replaceAll('\n', '\r\n'), 'm').problems).toEqual(readMatrix(faulty, 'm').problems);
  });

  it('of Windows change nothing that is compiled', () => {
    const text = tide('    price: { USD: { month: 4.99 } }\n    summary: For teams.\n');
    expect(matrixOf(text.replaceAll('\n', '\r\n')).matrix).toEqual(matrixOf(text).matrix);
  });

  it('at the head of a file count as nothing', () => {
    expect(told(`\uFEFF${faulty}`)).toBe(told(faulty));
    expect(told(new TextEncoder().encode(`\uFEFF${faulty}`))).toBe(told(faulty));
  });
});

describe('a code frame', () => {
  it('keeps its mark under the fault in a long line', () => {
    const [, found, line = '', mark = ''] = told(
      tide(`    summary: ${'tide '.repeat(60)}\n    limits: { ${'x'.repeat(90)}: 1, ebb: -2 }\n`),
    )
      .trim()
      .split('\n');
    expect(found).toContain('`-2`');
    expect(line.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1)).toBe('-2');
  });

  it('is left out when the text is gone', () => {
    const [problem] = readMatrix(tide('    sale: onsale\n'), 'matrix.yaml').problems;
    expect(describeProblem(problem!, () => undefined).split('\n')).toHaveLength(3);
  });
});

describe('a file of ten thousand lines', () => {
  it('is read, compiled and checked', () => {
    const plans = Array.from(
      { length: 2000 },
      (_, i) =>
        `  plan_${i}:\n    name: Plan ${i}\n    version: plan_${i}_v1\n    has: *all\n    limits: { span: ${i} }`,
    );
    const head = 'planproof: 1\nproduct: Tide\nlimits: { span: { name: Span, unit: day } }\n';
    const keys = Array.from({ length: 20 }, (_, i) => `key_${i}`);
    const capabilities = `capabilities:\n${keys.map((key) => `  ${key}: { name: Key ${key} }\n`).join('')}`;
    const text =
      `${head}${capabilities}plans:\n${plans.join('\n').replace('*all', `&all [${keys.join(', ')}]`)}\n`.replaceAll(
        '*all',
        `[${keys.join(', ')}]`,
      );
    expect(text.split('\n').length).toBeGreaterThan(10_000);
    expect(foundIn(text)).toEqual([]);
  });
});

/** What comes of `work`, so many calls deep. */
function within<T>(calls: number, work: () => T): T {
  return calls ? within(calls - 1, work) : work();
}
