import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparisonTable, priceTable } from '../../../matrix/print/markdown.ts';
import { printRegions } from '../../../matrix/print/regions.ts';
import { matrixOf, PULSE } from '../matrix-of.ts';

const { matrix } = matrixOf(PULSE);
const BEGIN = '<!-- planproof:begin table msp -->';
const END = '<!-- planproof:end -->';
const TABLE = `${BEGIN}\n\n${comparisonTable(matrix, 'msp')}\n${END}`;

const found = (text: string) => {
  const { text: after, problems } = printRegions(matrix, text);
  expect(after).toBe(text);
  return problems.map(({ line, column, found: words }) => `${line}:${column} ${words}`);
};

describe('a region', () => {
  it('is filled', () => {
    expect(printRegions(matrix, `# Plans\n\n${BEGIN}\n${END}\n`)).toEqual({
      text: `# Plans\n\n${TABLE}\n`,
      regions: 1,
      problems: [],
    });
  });

  it('is printed afresh over what stood in it', () => {
    expect(printRegions(matrix, `${BEGIN}\nMSP Starter: 4 clients\n${END}`).text).toBe(TABLE);
  });

  it('holds prices, too', () => {
    const text = '<!-- planproof:begin prices self_hosted -->\n<!-- planproof:end -->\n';
    expect(printRegions(matrix, text).text).toContain(priceTable(matrix, 'self_hosted'));
  });

  it('may stand twice in one page', () => {
    const twice = printRegions(matrix, `${BEGIN}\n${END}\nand again\n${BEGIN}\n${END}\n`);
    expect(twice).toEqual({ text: `${TABLE}\nand again\n${TABLE}\n`, regions: 2, problems: [] });
  });

  it('printed once more stays as it is', () => {
    expect(printRegions(matrix, TABLE).text).toBe(TABLE);
  });
});

describe('a page without regions', () => {
  it.each([
    ['has none', '# Plans\n'],
    ['is empty', ''],
    ['shows one in a fence', `\`\`\`html\n${BEGIN}\n${END}\n\`\`\`\n`],
    ['shows one in a fence of tildes', `~~~\n${BEGIN}\n~~~\n`],
    ['shows one in a fence around a fence', `\`\`\`\`md\n\`\`\`\n${BEGIN}\n\`\`\`\n\`\`\`\`\n`],
    ['shows one in a line of code', `Write \`${BEGIN}\` where the table belongs.\n`],
    ['shows one in a fence that never ends', `\`\`\`\n${BEGIN}\n`],
  ])('%s', (_name, text) => {
    expect(printRegions(matrix, text)).toEqual({ text, regions: 0, problems: [] });
  });

  it('does not take code within a line for a fence', () => {
    expect(printRegions(matrix, `\`\`\`a\`\`\` is code.\n${BEGIN}\n${END}\n`).regions).toBe(1);
  });

  it('counts again after a fence has ended', () => {
    expect(printRegions(matrix, `\`\`\`\n${BEGIN}\n\`\`\`\n${BEGIN}\n${END}\n`).regions).toBe(1);
  });
});

describe('a region that cannot be printed leaves its page as it is', () => {
  it.each([
    ['never ends', `# Plans\n${BEGIN}\n`, ['2:1 This region never ends.']],
    ['ends and did not begin', `# Plans\n  ${END}\n`, ['2:3 A region ends that did not begin.']],
    ['begins inside another', `${BEGIN}\n${BEGIN}\n${END}\n`, ['2:1 A region begins inside the one of line 1.']],
    [
      'begins inside another that ends, too',
      `${BEGIN}\n${BEGIN}\n${END}\n${END}\n`,
      ['2:1 A region begins inside the one of line 1.', '4:1 A region ends that did not begin.'],
    ],
    ['ends twice', `${BEGIN}\n${END}\n${END}\n`, ['3:1 A region ends that did not begin.']],
    ['ends within a fence only', `${BEGIN}\n\`\`\`\n${END}\n\`\`\`\n`, ['1:1 This region never ends.']],
    ['is of no kind', `<!-- planproof:begin -->\n${END}\n`, ['1:1 No region is called ``.']],
    ['is of an unknown kind', `<!-- planproof:begin chart msp -->\n${END}\n`, ['1:1 No region is called `chart`.']],
    [
      'is of a kind that only JavaScript knows',
      `<!-- planproof:begin constructor msp -->\n${END}\n`,
      ['1:1 No region is called `constructor`.'],
    ],
    [
      'is of an unknown line',
      `<!-- planproof:begin table mps -->\n${END}\n`,
      ['1:1 The matrix has no product line `mps`.'],
    ],
    [
      'is of a line that only JavaScript knows',
      `<!-- planproof:begin table constructor -->\n${END}\n`,
      ['1:1 The matrix has no product line `constructor`.'],
    ],
  ])('%s', (_name, text, problems) => {
    expect(found(text)).toEqual(problems);
  });

  it('even when another region of the page could be', () => {
    expect(found(`${BEGIN}\nold\n${END}\n${BEGIN}\n`)).toEqual(['4:1 This region never ends.']);
  });
});

describe('line breaks', () => {
  it('of Windows are kept, also in what is printed', () => {
    const { text } = printRegions(matrix, `# Plans\r\n${BEGIN}\r\n${END}\r\n`);
    expect(text).toBe(`# Plans\n${TABLE}\n`.replaceAll('\n', '\r\n'));
  });

  it('of both kinds stay where they are', () => {
    const { text } = printRegions(matrix, `one\ntwo\r\n${BEGIN}\r\n${END}\nthree`);
    expect(text.startsWith(`one\ntwo\r\n${BEGIN}\r\n`)).toBe(true);
    expect(text.endsWith(`${END}\nthree`)).toBe(true);
  });
});

describe('everything outside a region', () => {
  /** Lines that neither open a fence nor hold a mark, with any line break. */
  const lines = fc
    .array(fc.tuple(fc.string({ unit: 'binary' }), fc.constantFrom('\n', '\r\n', '\n\n', ' \t\n')))
    .map((parts) => parts.map(([line, end]) => line.replace(/[`~\r\n]|<!--/g, '') + end).join(''));

  it('stays byte for byte what it was', () => {
    fc.assert(
      fc.property(lines, lines, lines, fc.constantFrom('\n', '\r\n'), (before, inside, after, end) => {
        const { text, problems } = printRegions(matrix, `${before}${BEGIN}${end}${inside}${END}${after}`);
        expect(problems).toEqual([]);
        expect(text.slice(0, before.length + BEGIN.length + end.length)).toBe(`${before}${BEGIN}${end}`);
        expect(text.slice(text.lastIndexOf(END))).toBe(`${END}${after}`);
        expect(printRegions(matrix, text).text).toBe(text);
      }),
    );
  });

  it('is the whole text where there is no region', () => {
    fc.assert(fc.property(lines, (text) => printRegions(matrix, text).text === text));
  });
});
