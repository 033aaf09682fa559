import { describe, expect, it } from 'vitest';
import { describeProblem } from '../../../matrix/problem.ts';
import { readMatrix } from '../../../matrix/read/read.ts';
import { foundIn, matrixOf, unreadIn } from '../matrix-of.ts';

/** A readable file of six lines; `more` follows from line 7, inside the plan when it is indented by four. */
const tide = (more = '') => `planproof: 1\nproduct: Tide\nplans:\n  pro:\n    name: Pro\n    version: pro_v1\n${more}`;

function told(text: string | Uint8Array): string {
  const { problems, source } = readMatrix(text, 'matrix.yaml');
  return `\n${problems.map((problem) => describeProblem(problem, () => source.text)).join('\n')}\n`;
}

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
          |     ^
        Write: each key once.
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
    expect(unreadIn(`a: ${'['.repeat(3000)}`)).toHaveLength(1);
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

describe('a file of another shape', () => {
  it('is a list', () => {
    expect(told('- planproof\n')).toContain('The file is a list.');
  });

  it('has an unknown field that is near to a known one', () => {
    expect(told(tide('    pryce: free\n'))).toMatchInlineSnapshot(`
      "
      matrix.yaml:7:5 error matrix/malformed
        \`plans.pro\` has an unknown field \`pryce\`.
        7 |     pryce: free
          |     ^^^^^
        Write: \`price\`, if that is what you meant.
      "
    `);
  });

  it('has an unknown field that is near to nothing', () => {
    expect(told(tide('colour: blue\n'))).toContain('Write: one of `planproof`, `level`, `product`');
  });

  it('lacks fields', () => {
    expect(told('planproof: 1\nplans:\n  pro: { name: Pro }\n')).toMatchInlineSnapshot(`
      "
      matrix.yaml:1:1 error matrix/malformed
        The file lacks \`product\`.
        1 | planproof: 1
          | ^^^^^^^^^^^^
        Write: a \`product:\` line here.
      matrix.yaml:3:3 error matrix/malformed
        \`plans.pro\` lacks \`version\`.
        3 |   pro: { name: Pro }
          |   ^^^
        Write: a \`version:\` line here.
      "
    `);
  });

  it('has text where a list belongs', () => {
    expect(told(tide('    has: audit_logging\n'))).toMatchInlineSnapshot(`
      "
      matrix.yaml:7:10 error matrix/malformed
        \`plans.pro.has\` is \`audit_logging\`.
        7 |     has: audit_logging
          |          ^^^^^^^^^^^^^
        Write: a list.
      "
    `);
  });

  it('has numbers where text belongs', () => {
    expect(told('planproof: 1\nproduct: 1.50\nplans:\n  pro: { name: Pro, version: 6 }\n')).toMatchInlineSnapshot(`
      "
      matrix.yaml:2:10 error matrix/malformed
        \`product\` is \`1.50\`.
        2 | product: 1.50
          |          ^^^^
        Write: \`"1.50"\`, in quotes.
      matrix.yaml:4:30 error matrix/malformed
        \`plans.pro.version\` is \`6\`.
        4 |   pro: { name: Pro, version: 6 }
          |                              ^
        Write: \`"6"\`, in quotes.
      "
    `);
  });

  it('has nothing where something belongs', () => {
    expect(told('planproof: 1\nproduct: ~\nplans:\n  pro:\n')).toMatchInlineSnapshot(`
      "
      matrix.yaml:2:10 error matrix/malformed
        \`product\` is empty.
        2 | product: ~
          |          ^
        Write: text (the product's name as customers read it).
      matrix.yaml:4:7 error matrix/malformed
        \`plans.pro\` is empty.
        4 |   pro:
          |       ^
        Write: a map.
      "
    `);
  });

  it('has no plans', () => {
    expect(told('planproof: 1\nproduct: Tide\nplans: {}\n')).toContain('`plans` is empty.');
  });

  it('has a word that is none of the known ones', () => {
    expect(told(tide('    sale: onsale\n'))).toMatchInlineSnapshot(`
      "
      matrix.yaml:7:11 error matrix/malformed
        \`plans.pro.sale\` is \`onsale\`, which is none of its words.
        7 |     sale: onsale
          |           ^^^^^^
        Write: \`on_sale\`.
      "
    `);
  });

  it('lists one capability twice', () => {
    expect(unreadIn(tide('    has: [audit, relay, audit]\n'))).toEqual(['7:25 matrix/malformed']);
  });

  it('falls back to nothing', () => {
    expect(told(tide('states:\n  expired: { keeps: fallback }\n'))).toMatchInlineSnapshot(`
      "
      matrix.yaml:8:3 error matrix/malformed
        \`states.expired\` lacks \`falls_back_to\`.
        8 |   expired: { keeps: fallback }
          |   ^^^^^^^
        Write: a \`falls_back_to:\` line here.
      "
    `);
  });

  it('states a hard edge that nothing would enforce', () => {
    expect(told(tide('limits: { span: { name: Span, unit: day, hard: 90% } }\n'))).toContain('Write: `100%`.');
  });

  it.each(['14', '0 days', 'fourteen days', '14 fortnights', '-3 days', '1.5 days'])(
    'states a trial of %s',
    (length) => {
      expect(unreadIn(tide(`trials:\n  one: { length: ${length} }\n`))).toEqual(['8:18 matrix/malformed']);
      expect(told(tide(`trials:\n  one: { length: ${length} }\n`))).toContain(
        'Write: a length such as 14 days, or none.',
      );
    },
  );

  it.each(['-1', '2.5', 'lots', '~', '.inf', '.nan', '[5]', '"5"'])('states a limit of %s', (value) => {
    expect(unreadIn(tide(`    limits: { span: ${value} }\n`))).toEqual(['7:21 matrix/malformed']);
    expect(told(tide(`    limits: { span: ${value} }\n`))).toContain('Write: a whole number, unlimited or unknown.');
  });
});

describe('a price that cannot be', () => {
  it.each([
    ['cheap', 12, 'free, on_request, or amounts by currency: { USD: { month: 4.99, year: 39 } }.'],
    ['4.99', 12, 'free, on_request, or amounts by currency: { USD: { month: 4.99, year: 39 } }.'],
    ['~', 12, 'free, on_request, or amounts by currency: { USD: { month: 4.99, year: 39 } }.'],
    ['{}', 12, 'amounts by currency: { USD: { month: 4.99, year: 39 } }.'],
    ['{ USD: 4.99 }', 19, 'a map (amounts by interval: { month: 4.99, year: 39 }).'],
    ['{ USD: {} }', 19, 'amounts by interval: { month: 4.99, year: 39 }.'],
    ['{ usd: { month: 4 } }', 14, 'a currency as ISO 4217 writes it, such as USD.'],
    ['{ UDS: { month: 4 } }', 14, '`USD`, or another code of ISO 4217.'],
    ['{ USD: { mnth: 4 } }', 21, '`month`, if that is what you meant.'],
    ['{ USD: { month: "4.99" } }', 28, 'an amount such as 4.99, or { amount: 19, note: legacy }.'],
    ['{ USD: { month: -4 } }', 28, 'an amount such as 4.99, or { amount: 19, note: legacy }.'],
    ['{ USD: { month: .inf } }', 28, 'an amount such as 4.99, or { amount: 19, note: legacy }.'],
    ['{ USD: { month: [4, free] } }', 32, 'an amount such as 4.99, or { amount: 19, note: legacy }.'],
    ['{ USD: { month: { amount: -4 } } }', 38, '0 or more.'],
    ['{ USD: { month: { amuont: 4 } } }', 30, '`amount`, if that is what you meant.'],
    ['{ USD: { month: 1e3 } }', 28, 'an amount in digits, such as 4.99.'],
    ['{ USD: { month: 0x10 } }', 28, 'an amount in digits, such as 4.99.'],
    ['{ USD: { month: 4.999 } }', 28, 'at most 2 digits after the point.'],
    ['{ USD: { month: [4, { amount: 4.999 }] } }', 42, 'at most 2 digits after the point.'],
    ['{ JPY: { month: 4.5 } }', 28, 'a whole amount.'],
    ['{ USD: { month: 99999999999999999 } }', 28, 'a smaller amount.'],
  ])('%s', (price, column, write) => {
    const { problems } = readMatrix(tide(`    price: ${price}\n`), 'matrix.yaml');
    expect(problems.find((problem) => problem.write === write)?.at).toMatchObject({ line: 7, column });
    expect(problems.every((problem) => problem.at.line === 7)).toBe(true);
  });

  it.each([
    '{ USD: { month: 4.990 } }',
    '{ KWD: { month: 4.999 } }',
    '{ JPY: { month: 400.0 } }',
    '{ USD: { month: 0 } }',
  ])('%s is one', (price) => {
    expect(unreadIn(tide(`    price: ${price}\n`))).toEqual([]);
  });

  it('is told once, and about the branch that was meant', () => {
    expect(told(tide('    price: { USD: { month: { amount: 4, nte: x } } }\n'))).toMatchInlineSnapshot(`
      "
      matrix.yaml:7:41 error matrix/malformed
        \`plans.pro.price.USD.month\` has an unknown field \`nte\`.
        7 |     price: { USD: { month: { amount: 4, nte: x } } }
          |                                         ^^^
        Write: \`note\`, if that is what you meant.
      "
    `);
  });
});

describe('aliases', () => {
  it('stand for what they are an alias of, money too', () => {
    const text = tide('    price: { USD: { month: &four 4.99, year: [*four, { amount: 40, note: old }] } }\n');
    expect(matrixOf(text).matrix.versions.pro_v1!.prices.map((price) => price.value)).toMatchObject([
      { minor: 499 },
      { minor: 499 },
      { minor: 4000 },
    ]);
  });

  it('that follow no anchor are named', () => {
    expect(told(tide('    has: *v5\n'))).toMatchInlineSnapshot(`
      "
      matrix.yaml:7:10 error matrix/unreadable
        Nothing before \`*v5\` is marked \`&v5\`.
        7 |     has: *v5
          |          ^^^
        Write: what it should stand for, in full.
      "
    `);
  });

  it('cannot stand inside what they stand for', () => {
    expect(told(tide('    has: &all [audit, *all]\n'))).toContain('`*all` stands inside what it stands for.');
  });

  it('that multiply without end are refused at once', () => {
    const letters = [...'abcdefghijklmnop'];
    const lines = letters.map(
      (one, i) =>
        `${one}: &${one} [${Array(9)
          .fill(i ? `*${letters[i - 1]}` : 'lol')
          .join(', ')}]`,
    );
    expect(unreadIn(lines.join('\n'))).toEqual(['1:1 matrix/unreadable']);
  });
});

describe('names that every object of JavaScript has', () => {
  const NAME = 'constructor';

  it('are keys like any other', () => {
    const { matrix } = matrixOf(`planproof: 1
product: Tide
units: { ${NAME}: { one: builder, other: builders } }
lines: { ${NAME}: { name: Builders } }
capabilities: { ${NAME}: { name: Building } }
limits: { ${NAME}: { name: Builders, unit: ${NAME}, soft: 80%, hard: 100% } }
bundles: { base: { has: [${NAME}] } }
plans:
  ${NAME}: { name: Builder, version: ${NAME}, line: ${NAME}, everything_in: base, limits: { ${NAME}: 5 } }
  plain: { name: Plain, version: plain_v1, line: ${NAME}, has: [] }
trials: { ${NAME}: { length: 14 days } }
gates: [{ key: ${NAME}, api: GET /build }]
`);
    expect(matrix.versions[NAME]!.capabilities[NAME]!.value.kind).toBe('included');
    expect(matrix.versions[NAME]!.limits[NAME]!.value).toMatchObject({ n: 5, unit: NAME });
    expect(matrix.versions.plain_v1!.capabilities[NAME]!.value.kind).toBe('excluded');
    expect(matrix.versions.plain_v1!.limits[NAME]!.value).toEqual({ kind: 'unknown' });
  });

  it('are unknown until somebody declares them', () => {
    const text = `planproof: 1
product: Tide
plans: { pro: { name: Pro, version: pro_v1, line: ${NAME}, everything_in: ${NAME}, has: [${NAME}], limits: { ${NAME}: 1 } } }
gates: [{ key: ${NAME} }]
`;
    expect(foundIn(text)).toEqual(
      ['3:51', '3:79', '3:98', '3:122', '4:16'].map((place) => `${place} reference/unknown`),
    );
    expect(matrixOf(text).matrix.versions[NAME]).toBeUndefined();
  });

  it.each([
    'units',
    'lines',
    'capabilities',
    'limits',
    'bundles',
    'plans',
    'past_versions',
    'version_aliases',
    'states',
    'trials',
  ])('__proto__ is no key of %s, and changes nothing', (part) => {
    const rest = part === 'plans' ? 'planproof: 1\nproduct: Tide\n' : tide();
    const found = unreadIn(`${rest}${part}:\n  __proto__: { polluted: true }\n`);
    expect(found[0]).toBe(`${rest.split('\n').length + 1}:3 matrix/malformed`);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('__proto__ is no field either', () => {
    expect(unreadIn(tide('__proto__: { polluted: true }\n'))).toEqual(['7:1 matrix/malformed']);
    expect(unreadIn(tide('    __proto__: { polluted: true }\n'))).toEqual(['7:5 matrix/malformed']);
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
