/** Inputs that are known to break readers of YAML, each with exactly what is said of it, or that it reads. */
import { describe, expect, it } from 'vitest';
import { readMatrix } from '../../../matrix/read/read.ts';
import { largeMatrix } from '../../../scripts/fuzz/large-file.ts';
import { matrixOf } from '../matrix-of.ts';
import { tide } from './told.ts';

type Input = string | Uint8Array;

/** Each problem as `line:column+length found Write: write`; nothing when the file reads. */
function said(input: Input): string[] {
  return readMatrix(input, 'matrix.yaml').problems.map(
    ({ at, found, write }) => `${at.line}:${at.column}+${at.length} ${found} Write: ${write}`,
  );
}

function related(input: Input): string[] {
  return readMatrix(input, 'matrix.yaml').problems.flatMap(({ related = [] }) =>
    related.map(({ at, words }) => `${at.line}:${at.column}+${at.length} ${words}`),
  );
}

function bytes(...parts: (string | number[])[]): Uint8Array {
  return Buffer.concat(parts.map((part) => Buffer.from(part as string)));
}

/** A file with one capability, whose key stands at 4:3. */
const keyed = (key: string) =>
  `planproof: 1\nproduct: Tide\ncapabilities:\n  ${key}: { name: Audit }\nplans: { pro: { name: Pro, version: pro_v1 } }\n`;

const A_KEY = 'a key: small letters, digits and _, starting with a letter.';
const A_DAY = 'a day of the calendar, such as 2027-01-31.';
const TOO_MANY = 'Up to here, the aliases of this file stand for more than 1000000 values.';
const TOO_DEEP = 'Lists and maps stand too deep inside each other here.';

describe('aliases that multiply', () => {
  const letters = [...'abcdefgh'];
  const steps = (step: (before: string) => string, first: string) =>
    letters.map((name, i) => `${name}: &${name} ${i ? step(`*${letters[i - 1]}`) : first}\n`).join('');

  it.each([
    ['lists of nine', steps((one) => `[${Array(9).fill(one).join(', ')}]`, '[lol]'), '7:24+2'],
    [
      'maps of nine',
      steps((one) => `{ ${Array.from({ length: 9 }, (_, i) => `k${i}: ${one}`).join(', ')} }`, 'lol'),
      '7:61+2',
    ],
    ['lists in blocks', steps((one) => `\n${`- ${one}\n`.repeat(9)}`, 'lol'), '64:3+2'],
    [
      'doubled thirty times',
      `a0: &a0 [x]\n${Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]\n`).join('')}`,
      '18:18+4',
    ],
    ['one large list, often', `a: &a [${'x, '.repeat(2000)}]\nb: [${'*a, '.repeat(2000)}]\n`, '2:2001+2'],
  ])('%s are refused where they become too many', (_name, text, place) => {
    const [first, ...others] = said(text);
    expect(first).toBe(`${place} ${TOO_MANY} Write: what each alias stands for, in full; or a bundle.`);
    expect(others).toEqual([]);
  });

  it('of one small list, 5,000 times, read, each with its own place', () => {
    const plans = Array.from(
      { length: 5000 },
      (_, i) => `  plan_${i}: { name: Plan ${i}, version: v${i}, has: *all }\n`,
    );
    const text = `planproof: 1\nproduct: Tide\ncapabilities: { a: { name: A }, b: { name: B } }\nplans:\n  base: { name: Base, version: base, has: &all [a, b] }\n${plans.join('')}`;
    const { versions } = matrixOf(text).matrix;
    expect(Object.keys(versions)).toHaveLength(5001);
    expect(versions.v4999!.capabilities.b).toMatchObject({ value: { kind: 'included' }, at: { line: 5, column: 52 } });
  });

  it('stand for the nearest mark before them', () => {
    const text = tide('    also: &x [Old]\n    summary: &x New\n    badge: *x\n');
    expect(matrixOf(text).matrix.plans.pro).toMatchObject({ also: ['Old'], badge: 'New' });
  });

  it.each([
    [
      'inside what it stands for',
      '    has: &a [*a]\n',
      '7:14+2 `*a` stands inside what it stands for. Write: what it should stand for, in full.',
    ],
    [
      'of nothing',
      '    has: *a\n',
      '7:10+2 Nothing before `*a` is marked `&a`. Write: what it should stand for, in full.',
    ],
    [
      'as a key',
      '    summary: &s price\n    *s : free\n',
      '8:5+2 This key is an alias, not a word. Write: what it stands for, in full.',
    ],
  ])('%s', (_name, more, told) => {
    expect(said(tide(more))).toEqual([told]);
  });

  it('marks on keys read', () => {
    expect(matrixOf(tide('    &k summary: Text\n    badge: *k\n')).matrix.plans.pro!.badge).toBe('summary');
  });
});

describe('large files', () => {
  it('of 50 MB are refused before they are read', () => {
    const started = performance.now();
    const told = said(largeMatrix(50_000_000));
    expect(told).toEqual([
      '1:1+1 The file has 50000000 bytes, which no matrix needs. Write: a matrix of at most 8388608 characters.',
    ]);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('of too many characters in few bytes are refused too', () => {
    expect(said('#'.repeat(8 * 1024 * 1024 + 1))).toEqual([
      '1:1+1 The file has 8388609 characters, which no matrix needs. Write: a matrix of at most 8388608 characters.',
    ]);
  });

  it('of half a megabyte read', () => {
    const { raw } = readMatrix(largeMatrix(500_000), 'matrix.yaml');
    expect(Object.keys(raw!.plans).length).toBeGreaterThan(5000);
  });

  it('of very many mistakes tell the first', () => {
    const unknown = Array.from({ length: 20_000 }, (_, i) => `k${i}: 1\n`).join('');
    expect(said(tide(unknown))).toHaveLength(100);
    const prices = Array.from({ length: 3000 }, (_, i) => `  p${i}: { name: P, version: v${i}, price: 4 }\n`).join('');
    expect(said(`planproof: 1\nproduct: Tide\nplans:\n${prices}`)).toHaveLength(100);
  });

  it.each([
    ['of one long text', tide(`    summary: ${'x'.repeat(1e6)}\n`), []],
    [
      'of one long gap',
      tide(`    has: [${' '.repeat(1e6)}5]\n`),
      [`7:1000011+1 \`plans.pro.has.0\` is \`5\`. Write: text (${A_KEY.slice(0, -1)}).`],
    ],
    [
      'of one long key',
      keyed(`? ${'X'.repeat(1e6)}\n  `),
      [`4:5+1000000 \`capabilities\` has the key \`${'X'.repeat(100)}…\`. Write: ${A_KEY}`],
    ],
    [
      'that end in a byte of no text',
      bytes('a: ', 'é'.repeat(5e5), [0xff]),
      ['1:500004+1 The file is not UTF-8. Write: the same text, saved as UTF-8.'],
    ],
  ])('%s, a megabyte in one line', (_name, text, told) => {
    expect(said(text)).toEqual(told);
  });
});

describe('10,000 levels', () => {
  const N = 10_000;

  it.each([
    ['of lists in one line', `a: ${'['.repeat(N)}${']'.repeat(N)}\n`, 1],
    ['of lists that never end', `a: ${'['.repeat(N)}`, 1],
    ['of maps in one line', `a: ${'{a: '.repeat(N)}${'}'.repeat(N)}\n`, 1],
    ['of lists and maps', `a: ${'[{a: '.repeat(N / 2)}${'}]'.repeat(N / 2)}\n`, 1],
    ['of dashes', `${'- '.repeat(N)}x\n`, 1],
    ['of question marks', `${'? '.repeat(N)}x\n`, 1],
  ])('%s are too many', (_name, text, line) => {
    const [first] = readMatrix(text, 'matrix.yaml').problems;
    expect(first).toMatchObject({ rule: 'matrix/unreadable', found: TOO_DEEP, at: { line, length: 1 } });
    expect(first!.at.column).toBeGreaterThan(100);
  });

  /** Each level is indented by one more, so ten thousand take 50 MB. */
  const inLines = (levels: number) =>
    `${Array.from({ length: levels }, (_, i) => `${' '.repeat(i)}a:`).join('\n')} 1\nb: 1\n`;

  it('of maps in lines are refused for their size', () => {
    expect(said(inLines(N))).toEqual([
      '1:1+1 The file has 50025007 characters, which no matrix needs. Write: a matrix of at most 8388608 characters.',
    ]);
  });

  it.each([
    ['of dashes, and a key after them', `b:\n ${'- '.repeat(N)}x\na: 1\n`, `2:${2 * N + 1}+1`],
    ['of question marks, and a key after them', `b:\n ${'? '.repeat(N)}x\na: 1\n`, `2:${2 * N + 1}+1`],
    ['of maps in lines', inLines(3000), '3000:2999+1'],
  ])('%s are too many at the deepest', (_name, text, place) => {
    expect(said(text)).toEqual([`${place} ${TOO_DEEP} Write: a matrix, which is 6 levels deep.`]);
  });
});

describe('a key that stands twice', () => {
  it.each([
    ['in lines', tide('    name: Professional\n'), '7:5+4', 'name', '5:5+4'],
    ['once quoted', tide('    "name": Professional\n'), '7:5+6', 'name', '5:5+4'],
    ['once escaped', tide('    "n\\u0061me": Professional\n'), '7:5+11', 'name', '5:5+4'],
    ['in one line', tide('    limits: { a: 1, b: 2, a: 3 }\n'), '7:27+1', 'a', '7:15+1'],
    ['at the head', tide('product: Tidal\n'), '7:1+7', 'product', '2:1+7'],
    ['as number and text', keyed('1: { name: A }\n  "1"'), '5:3+3', '1', '4:3+1'],
  ])('%s shows where it stands first', (_name, text, place, key, before) => {
    expect(said(text)).toEqual([`${place} The key \`${key}\` stands twice in one map. Write: each key once.`]);
    expect(related(text)).toEqual([`${before} \`${key}\` stands here first.`]);
  });

  it('is another key where its words differ', () => {
    expect(
      said(
        'planproof: 1\nproduct: Tide\nversion_aliases: { 0x10: [a], 16: [b], 1.0: [c], 1: [d] }\nplans: { pro: { name: Pro, version: pro_v1 } }\n',
      ),
    ).toEqual([]);
  });
});

describe('keys that look like something else', () => {
  it.each(['no', 'yes', 'off', 'y', 'true', 'null', "'true'", 'constructor', 'valueof'])('`%s` is text', (key) => {
    const word = key.replaceAll("'", '');
    expect(Object.keys(matrixOf(keyed(key)).matrix.capabilities)).toEqual([word]);
  });

  it.each([
    '1',
    '1e3',
    '0x10',
    '.nan',
    '.inf',
    '~',
    '1.50',
    '2027-01-31',
    '1_000',
    'A',
    'toString',
    '__proto__',
    '😀',
    'שם',
  ])('`%s` is no key of ours', (key) => {
    expect(said(keyed(key))).toEqual([`4:3+${key.length} \`capabilities\` has the key \`${key}\`. Write: ${A_KEY}`]);
  });

  it.each(['""', "''"])('%s is empty', (key) => {
    expect(said(keyed(key))).toEqual([`4:3+2 \`capabilities\` has an empty key. Write: ${A_KEY}`]);
  });

  it('without a word is empty', () => {
    expect(said(keyed(''))).toEqual([`4:3+1 \`capabilities\` has an empty key. Write: ${A_KEY}`]);
    expect(said(tide(': x\n'))[0]).toMatch(/^7:1\+1 The file has an empty key\. Write: one of `planproof`, /);
    expect(related(tide(': x\n: y\n'))).toEqual(['7:1+1 It stands here first.']);
  });

  it('behind a question mark are keys', () => {
    expect(matrixOf(tide('    ? summary\n    : For teams.\n')).matrix.plans.pro!.summary).toBe('For teams.');
    expect(said(tide('    ? [a]\n    : x\n'))).toEqual([
      '7:7+3 This key is a map or a list, not a word. Write: a plain key; or quotes around text that begins with `{` or `[`.',
    ]);
  });

  it.each(['constructor', 'toString', 'hasOwnProperty', '__proto__', 'valueOf'])(
    '`%s` is no field at any level',
    (key) => {
      const places = [tide(`${key}: 1\n`), tide(`    ${key}: 1\n`), tide(`    price: { USD: { ${key}: 1 } }\n`)];
      expect(places.map((text) => said(text)[0]!.split(' Write: ')[0])).toEqual([
        `7:1+${key.length} The file has an unknown field \`${key}\`.`,
        `7:5+${key.length} \`plans.pro\` has an unknown field \`${key}\`.`,
        `7:21+${key.length} \`plans.pro.price.USD\` has an unknown field \`${key}\`.`,
      ]);
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    },
  );

  it.each([
    ['    <<: { price: free }\n', '7:5+2'],
    ['    <<: *base\n', '7:5+2'],
    ['<<: [{ a: 1 }]\n', '7:1+2'],
  ])('the merge key in %j is named', (more, place) => {
    expect(said(tide(more))[0]).toBe(
      `${place} The merge key \`<<\` is not read here. Write: a bundle, and \`everything_in\` with its name.`,
    );
  });
});

describe('numbers', () => {
  const A_LIMIT = 'a number, unlimited, unknown, on_request, or { advertised: 10, enforced: 12, because: ... }.';
  const MOST = '9007199254740991 or less.';

  it.each([
    ['.nan', A_LIMIT],
    ['.inf', A_LIMIT],
    ['-.inf', A_LIMIT],
    ['1e400', A_LIMIT],
    ['1_000', A_LIMIT],
    ['no', A_LIMIT],
    ['9007199254740992', MOST],
    ['9007199254740993', MOST],
    ['123456789012345678901234567890', MOST],
  ])('%s is no limit', (n, write) => {
    expect(said(tide(`    limits: { n: ${n} }\n`))).toEqual([
      `7:18+${n.length} \`plans.pro.limits.n\` is \`${n}\`. Write: ${write}`,
    ]);
  });

  it.each(['0', '0.5', '9007199254740991', '1e3', '0x10'])('%s is one', (n) => {
    expect(said(tide(`    limits: { n: ${n} }\n`))).toEqual([]);
  });

  it.each([
    ['.nan', 'a number (the last unit of this tier; none in the last tier).'],
    ['1e400', 'a number (the last unit of this tier; none in the last tier).'],
    ['9007199254740992', MOST],
    ['0', 'more than 0.'],
  ])('%s ends no tier', (n, write) => {
    const text = tide(`    price: { USD: { month: { tiers: [{ up_to: ${n}, amount: 1 }, { amount: 2 }] } } }\n`);
    expect(said(text)).toEqual([
      `7:47+${n.length} \`plans.pro.price.USD.month.tiers.0.up_to\` is \`${n}\`. Write: ${write}`,
    ]);
  });

  const COIN = 'such as `{ amount: 2, per: 1000 call }`.';
  it.each([
    [
      'USD',
      '4.999',
      ', and USD has no coin that small.',
      `at most 2 digits after the point; or the price of more at once, ${COIN}`,
    ],
    ['JPY', '4.5', ', and JPY has no coin that small.', `a whole amount; or the price of more at once, ${COIN}`],
    [
      'KWD',
      '4.9999',
      ', and KWD has no coin that small.',
      `at most 3 digits after the point; or the price of more at once, ${COIN}`,
    ],
    ['USD', '90071992547409.92', ', which is more money than can be counted exactly.', 'a smaller amount.'],
    ['USD', '1e3', '.', 'an amount in digits, such as 4.99.'],
    ['USD', '0x10', '.', 'an amount in digits, such as 4.99.'],
    ['USD', '-0', '.', 'an amount in digits, such as 4.99.'],
  ])('%s %s is no price', (currency, amount, found, write) => {
    expect(said(tide(`    price: { ${currency}: { month: ${amount} } }\n`))).toEqual([
      `7:28+${amount.length} \`plans.pro.price.${currency}.month\` is \`${amount}\`${found} Write: ${write}`,
    ]);
  });

  it('of the largest price that can be counted is exact', () => {
    const { matrix } = matrixOf(tide('    price: { USD: { month: 90071992547409.91 } }\n'));
    expect(matrix.versions.pro_v1!.prices[0]!.value).toMatchObject({ minor: Number.MAX_SAFE_INTEGER });
  });
});

describe('days', () => {
  const ended = (day: string) => tide(`past_versions: { old: { of: pro, has: [], limits: {}, sunset_at: ${day} } }\n`);

  it.each(['2027-01-31', '"2027-01-31"', '2028-02-29', '2000-02-29', '2027-04-30', '2027-12-31'])(
    '%s is one',
    (day) => {
      expect(matrixOf(ended(day)).matrix.versions.old!.sunset_at).toBe(day.replaceAll('"', ''));
    },
  );

  it.each([
    ...[
      '2027-02-30',
      '2027-02-29',
      '1900-02-29',
      '2027-04-31',
      '2027-13-01',
      '2027-00-10',
      '2027-01-32',
      '2027-1-1',
      '27-01-31',
    ],
    ...['2027-01-31T00:00:00Z', '31.01.2027'],
  ])('%s is none', (day) => {
    expect(said(ended(day))).toEqual([
      `7:66+${day.length} \`past_versions.old.sunset_at\` is \`${day}\`. Write: ${A_DAY}`,
    ]);
  });

  it('the last day of each month is one, and the day after is none; of February, for 400 years', () => {
    const lasts = Array.from({ length: 400 }, (_, year) => new Date(Date.UTC(2000 + year, 2, 0)));
    const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2027, month + 1, 0)));
    for (const date of [...lasts, ...months]) {
      const last = date.toISOString().slice(0, 10);
      const after = `${last.slice(0, 8)}${date.getUTCDate() + 1}`;
      expect([last, said(ended(last)).length, after, said(ended(after)).length]).toEqual([last, 0, after, 1]);
    }
  });
});

describe('line breaks, tabs and marks', () => {
  it.each([
    [
      'a plan by a tab',
      'planproof: 1\nplans:\n\tpro: {}\n',
      ['3:1+1 A tab indents this line. Write: spaces; YAML allows no tab there.'],
    ],
    [
      'a plan by a tab, between plans by spaces',
      'planproof: 1\nproduct: Tide\nplans:\n  pro:\n\tname: Pro\n    version: pro_v1\n  team:\n    name: Team\n',
      ['5:1+1 A tab indents this line. Write: spaces; YAML allows no tab there.'],
    ],
    [
      'a name with a colon in it',
      'planproof: 1\nproduct: Tide: the app\nplans: {}\n',
      [
        '2:10+1 A second `: ` in this line makes a map of what may be meant as text. Write: text with a colon in quotes, such as "Team: yearly"; or each field in a line of its own.',
      ],
    ],
    [
      'a field further in than the one before',
      'planproof: 1\nproduct: Tide\n  plans: {}\n',
      [
        '2:10+1 The next line stands further in than this field, and reads as part of its value. Write: the fields of one map below each other, with the same spaces before them.',
      ],
    ],
    [
      'a map without a comma',
      'planproof: 1\nproduct: Tide\nplans: { pro: { name: Pro version: pro_v1 } }\n',
      [
        '3:23+20 Between these brackets, a `: ` stands where no new entry has begun. Write: a comma between two entries; text with a colon in quotes.',
      ],
    ],
    [
      'a colon without a space',
      'planproof: 1\nproduct:Tide\nplans: {}\n',
      [
        '2:1+12 This line has no `: `, and so reads as the beginning of the next one. Write: `name: value`, with a space behind the colon.',
      ],
    ],
    [
      'a name that begins with an at sign',
      'planproof: 1\nproduct: @tide\nplans: {}\n',
      ['2:10+1 In YAML, no text begins with `@`. Write: the whole text in quotes.'],
    ],
    ['a value after a tab', tide('    summary:\tText\n'), []],
    ['a comment after a tab', tide('    summary: Text\t# old\n'), []],
    ['two byte order marks', `\uFEFF\uFEFF${tide()}`, []],
    [
      'a byte order mark inside',
      tide('\uFEFFgates: []\n'),
      ['7:1+1 This text holds the character U+FEFF. Write: the text without it.'],
    ],
    [
      'a lone carriage return inside',
      tide('    summary: a\rb\n'),
      ['7:15+1 This text holds the character U+000D. Write: the text without it.'],
    ],
    [
      'blocks with line breaks of Windows',
      tide('    summary: |\n      One.\n      Two.\n').replaceAll('\n', '\r\n'),
      [],
    ],
    ['a line separator of Unicode', tide('    summary: a\u2028b\n'), []],
    ['the end of a document', tide('...\n'), []],
    [
      'text after the end',
      tide('...\nfoo: 1\n'),
      ['8:1+6 A second document begins here. Write: one document, without this line.'],
    ],
    [
      'three documents',
      tide('---\na: 1\n---\nb: 1\n'),
      ['7:1+3 A second document begins here. Write: one document, without this line.'],
    ],
  ])('%s', (_name, text, told) => {
    expect(said(text)).toEqual(told);
  });

  it('lines that end in carriage returns alone are named before all else', () => {
    expect(said(tide().replaceAll('\n', '\r'))[0]).toBe(
      '1:13+1 A carriage return stands here without a line feed, and ends no line. Write: the same text, saved with line breaks of Unix or Windows.',
    );
  });

  it('a line separator moves no place', () => {
    expect(said(tide('    summary: a\u2028b\n    pryce: free\n'))[0]).toMatch(
      /^8:5\+5 `plans\.pro` has an unknown field `pryce`\./,
    );
  });

  it.each([
    ['emoji', '😀 👩‍👩‍👧', '7:25+1'],
    ['Hebrew', 'מנהלת', '7:19+1'],
    ['Arabic', 'سحابة', '7:19+1'],
  ])('columns after %s count code units', (_name, words, place) => {
    expect(said(tide(`    also: [${words}, 5]\n`))).toEqual([
      `${place} \`plans.pro.also.1\` is \`5\`. Write: \`"5"\`, in quotes.`,
    ]);
  });

  it('names of every script read as they are', () => {
    const { matrix } = matrixOf(tide('    also: [潮汐 🌊, סחאב, سحابة]\n'));
    expect(matrix.plans.pro!.also).toEqual(['潮汐 🌊', 'סחאב', 'سحابة']);
  });
});

describe('characters that no page can show', () => {
  it.each([
    ['NUL', 'a\0b', '7:15+1', '0000'],
    ['a bell', 'ab\x07', '7:16+1', '0007'],
    ['a vertical tab', 'a\vb', '7:15+1', '000B'],
    ['delete', 'a\x7F', '7:15+1', '007F'],
    ['no character', 'a\uFFFE', '7:15+1', 'FFFE'],
    ['half a character', 'a\uD83D', '7:15+1', 'D83D'],
    ['NUL, escaped', '"a\\0b"', '7:14+6', '0000'],
    ['a terminal sequence, escaped', '"\\e[31m"', '7:14+8', '001B'],
    ['half a character, escaped', '"\\uD83D"', '7:14+8', 'D83D'],
  ])('%s', (_name, words, place, code) => {
    expect(said(tide(`    summary: ${words}\n`))).toEqual([
      `${place} This text holds the character U+${code}. Write: the text without it.`,
    ]);
  });

  it('stand in no key either', () => {
    expect(said(tide('    su\0mmary: a\n'))).toEqual([
      '7:7+1 This text holds the character U+0000. Write: the text without it.',
    ]);
  });

  it('both halves of one, escaped, are that one', () => {
    expect(matrixOf(tide('    summary: "\\uD83D\\uDE00"\n')).matrix.plans.pro!.summary).toBe('😀');
  });

  it.each([
    ['half a character', [0xed, 0xa0, 0x80]],
    ['a long form of NUL', [0xc0, 0x80]],
    ['more than Unicode has', [0xf4, 0x90, 0x80, 0x80]],
    ['an end without its beginning', [0x80]],
  ])('%s in bytes', (_name, odd) => {
    expect(said(bytes(tide('    summary: a'), odd, 'b\n'))).toEqual([
      '7:15+1 The file is not UTF-8. Write: the same text, saved as UTF-8.',
    ]);
  });
});

describe('tags and directives', () => {
  it.each([
    ...[
      '!foo x',
      '!foo',
      '!<tag:x> x',
      '!!binary aGk=',
      '!!set { a }',
      '!!omap [a: 1]',
      '!!timestamp 2027-01-01',
      '!!merge x',
    ],
    ...[
      '!!python/object:os.system x',
      '!!js/function "x"',
      '!!int x',
      '!!bool no',
      '!!null x',
      '!!seq { a: 1 }',
      '!e!x y',
    ],
  ])('%s is refused at its place', (value) => {
    const [tag = ''] = value.split(' ');
    expect(said(tide(`    summary: ${value}\n`))[0]).toBe(
      `7:14+${tag.length} The tag \`${tag}\` is not read here. Write: the value without it.`,
    );
  });

  it.each([
    ['on a plan', tide().replace('pro:', 'pro: !plan'), '4:8+5', '!plan'],
    ['on a key', tide('    !foo summary: x\n'), '7:5+4', '!foo'],
    ['on the whole', `!foo\n${tide()}`, '1:1+4', '!foo'],
  ])('%s too', (_name, text, place, tag) => {
    expect(said(text)).toEqual([`${place} The tag \`${tag}\` is not read here. Write: the value without it.`]);
  });

  it('of the types that are read anyway change what they say', () => {
    const text = tide(
      '    badge: !!str 5\n    summary: ! x\n    limits: !!map { n: !!int 5 }\n    also: !!seq [!!str yes]\n',
    );
    expect(matrixOf(text).matrix.plans.pro).toMatchObject({ badge: '5', summary: 'x', also: ['yes'] });
  });

  it.each([
    ['%YAML 1.2\n---\n', []],
    ['---\n', []],
    [
      '%YAML 1.1\n---\n',
      [
        '1:1+9 This line asks for YAML 1.1, in which `no` and `12:30` are not text. Write: YAML 1.2, without this line.',
      ],
    ],
    [
      '%YAML 2.0\n---\n',
      ['1:7+3 A line that begins with `%` stands before the document. Write: the file without this line.'],
    ],
    [
      '%FOO x\n---\n',
      ['1:1+6 A line that begins with `%` stands before the document. Write: the file without this line.'],
    ],
  ])('%j', (head, told) => {
    expect(said(`${head}${tide()}`)).toEqual(told);
  });
});
