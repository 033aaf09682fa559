import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparisonTable, priceTable } from '../../../matrix/print/markdown.ts';
import { codeRanges } from '../../../matrix/print/regions/code-ranges.ts';
import { printPage } from '../../../matrix/print/regions/print-page.ts';
import { type PrintedRegions, printRegions as print } from '../../../matrix/print/regions/print-regions.ts';
import { matrixOf, PULSE } from '../matrix-of.ts';

const { matrix } = matrixOf(PULSE);
/** As a page is printed, with its code. */
const printRegions = (_: typeof matrix, text: string, mdx = false): PrintedRegions =>
  print(matrix, text, { mdx, code: codeRanges(text, mdx) });
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
    ['is of an unknown kind', `<!-- planproof:begin chart msp -->\n${END}\n`, ['1:22 No region is called `chart`.']],
    [
      'is of a kind that only JavaScript knows',
      `<!-- planproof:begin constructor msp -->\n${END}\n`,
      ['1:22 No region is called `constructor`.'],
    ],
    [
      'is of an unknown line',
      `<!-- planproof:begin table mps -->\n${END}\n`,
      ['1:28 The matrix has no product line `mps`.'],
    ],
    [
      'is of a line that only JavaScript knows',
      `<!-- planproof:begin table constructor -->\n${END}\n`,
      ['1:28 The matrix has no product line `constructor`.'],
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

const region = (asked: string, inside = '') => `<!-- planproof:begin ${asked} -->${inside}<!-- planproof:end -->`;
const inMdx = (asked: string, inside = '') => `{/* planproof:begin ${asked} */}${inside}{/* planproof:end */}`;
const within = (asked: string) => {
  const { text, problems } = printRegions(matrix, `Relay keeps ${region(asked, 'old words')} for you.\n`);
  expect(problems).toEqual([]);
  return /-->(.*)<!--/s.exec(text)?.[1];
};

describe('a region within a sentence', () => {
  it.each([
    ['value plan=relay key=history', '14 days'],
    ['value plan=pro key=manual_patrol_runs', 'unlimited'],
    ['value plan=community key=manual_patrol_runs', '1 per hour'],
    ['value plan=msp_scale key=workspaces', '40 client workspaces'],
    ['value plan=pro key=audit_logging', 'included'],
    ['value plan=relay key=audit_logging', 'not included'],
    ['price plan=pro interval=month', '$8.99 per month'],
    ['price plan=pro', '$8.99 per month or $79 per year'],
    ['price plan=community', 'Free'],
    ['plans key=push_notifications', 'Relay, Pro, MSP Evaluation, MSP Starter, MSP Growth and MSP Scale'],
    ['plans key=white_label', 'no plan'],
  ])('says %s', (asked, words) => {
    expect(within(asked)).toBe(words);
  });

  it('prints a table, a list of features or chosen rows on lines of their own', () => {
    const text = `${BEGIN.replace('table msp', 'table plans=relay,pro keys=history,audit_logging')}\n${END}\n`;
    expect(printRegions(matrix, text).text.split('\n').slice(2, -2)).toEqual([
      '|  | Relay | Pro |',
      '| --- | --- | --- |',
      '| Metric history | 14 days | 90 days |',
      '| Audit Logging | Not included | Included |',
      '',
    ]);
    const list = printRegions(matrix, `${region('features plan=relay').replace('--><', '-->\n<')}\n`).text;
    expect(list).toContain('\n\n- Metric history: 14 days\n');
    expect(list).toContain('\n- Push Notifications\n');
    expect(list).not.toContain('Audit');
  });

  it('escapes what Markdown, and what MDX, would read as its own', () => {
    const odd = matrixOf(
      'planproof: 1\nproduct: X\ncapabilities: { a: { name: A } }\nplans:\n  b: { name: "B|*{x}_y", version: b1, has: [a] }\n',
    ).matrix;
    expect(print(odd, region('plans key=a')).text).toBe(region('plans key=a', 'B\\|\\*{x}\\_y'));
    expect(print(odd, inMdx('plans key=a'), { mdx: true }).text).toBe(inMdx('plans key=a', 'B\\|\\*\\{x\\}\\_y'));
  });
});

describe('in MDX', () => {
  it('a region is marked by comments of JSX', () => {
    expect(printRegions(matrix, `Keeps ${inMdx('value plan=pro key=history')}.`, true).text).toBe(
      `Keeps ${inMdx('value plan=pro key=history', '90 days')}.`,
    );
  });

  it('a comment of HTML is told, and in Markdown one of JSX', () => {
    const told = (text: string, mdx: boolean) =>
      printRegions(matrix, text, mdx).problems.map(({ column, found, write }) => [column, found, write]);
    expect(told(`a ${region('value plan=pro key=history')}`, true)[0]).toEqual([
      3,
      'MDX has no comments of HTML.',
      '`{/* planproof:begin */}`.',
    ]);
    expect(told(`a ${inMdx('value plan=pro key=history')}`, false)[0]).toEqual([
      3,
      'Markdown shows this comment to its reader.',
      '`<!-- planproof:begin -->`.',
    ]);
  });
});

describe('what a region asks for and the matrix does not have is told where it stands', () => {
  it.each([
    ['value plan=pros key=history', 33, 4, 'The matrix has no plan `pros`.', '`pro`.'],
    ['value plan=pro key=histroy', 41, 7, 'The matrix has no capability or limit `histroy`.', '`history`.'],
    ['value plan=pro keys=history', 37, 4, 'The matrix has no field of `value` `keys`.', '`key`.'],
    ['value plan=pro plan=relay', 37, 10, '`plan` stands twice.', 'one of the two.'],
    ['value plan=pro', 1, 39, '`value` does not say which `key`.', '`value plan=PLAN key=KEY`.'],
    ['value pro key=history', 28, 3, '`pro` says nothing here.', '`value plan=PLAN key=KEY`.'],
    ['valeu plan=pro', 22, 5, 'No region is called `valeu`.', '`value`.'],
    ['price plan=pro interval=monht', 46, 5, 'The matrix has no interval `monht`.', '`month`.'],
    [
      'price plan=pro_plus interval=month',
      51,
      5,
      'The matrix does not say a price of `pro_plus` per month.',
      'it in the matrix, or leave the region out.',
    ],
    [
      'value plan=relay key=workspaces',
      43,
      10,
      'The matrix does not say what `relay` has of `workspaces`.',
      'it in the matrix, or leave the region out.',
    ],
    ['plans key=history', 32, 7, 'The matrix has no capability `history`.', undefined],
    ['table plans=pro,realy keys=history', 38, 5, 'The matrix has no plan `realy`.', '`relay`.'],
  ])('%s', (asked, column, length, found, write) => {
    const { problems } = printRegions(matrix, region(asked));
    expect(problems).toEqual([{ line: 1, column, length, found, write: write ?? expect.any(String) }]);
  });
});

describe('code', () => {
  it.each([
    ['in a list', `- one\n\n    \`\`\`md\n    ${BEGIN}\n    \`\`\`\n`],
    ['in a quotation', `> \`\`\`md\n> ${BEGIN}\n> \`\`\`\n`],
    ['that is indented', `Write:\n\n    ${BEGIN}\n`],
    ['over two lines of a sentence', `Write \`a\nand ${BEGIN}\` here.\n`],
    ['behind a byte order mark', `\uFEFF\`${BEGIN}\`\n`],
  ])('%s holds no region', async (_, text) => {
    expect(await printPage(matrix, text, false)).toEqual({ text, regions: 0, problems: [] });
  });

  it('beside a region leaves it one', async () => {
    const page = `Use \`x\`: ${region('value plan=pro key=history')}\n\n- point\n\n    ${region('value plan=pro key=history')}\n`;
    expect((await printPage(matrix, page, false)).text).toBe(page.replaceAll('--><', '-->90 days<'));
  });
});

it('a byte order mark stays, and does not count as a column', async () => {
  const page = `\uFEFF${region('value plan=pro key=history')}\r\n`;
  expect((await printPage(matrix, page, false)).text).toBe(page.replace('--><', '-->90 days<'));
  expect((await printPage(matrix, `\uFEFF${END}`, false)).problems).toMatchObject([{ line: 1, column: 1 }]);
});

it('everything outside regions within sentences stays, too', () => {
  const words = fc.string({ unit: 'binary' }).map((text) => text.replace(/[`~<{>]/g, ''));
  fc.assert(
    fc.property(words, words, words, fc.boolean(), (before, inside, after, mdx) => {
      const [open, close] = (mdx ? inMdx : region)('value plan=pro key=history', '|').split('|') as [string, string];
      const page = `${before}x${open}${inside}${close}y${after}`;
      const done = print(matrix, page, { mdx });
      expect(done.problems).toEqual([]);
      expect(done.text).toBe(`${before}x${open}90 days${close}y${after}`);
      expect(print(matrix, done.text, { mdx }).text).toBe(done.text);
    }),
  );
});
