import { describe, expect, it } from 'vitest';
import { foundIn, matrixOf, unreadIn } from '../matrix-of.ts';
import { tide, told } from './told.ts';

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
    expect(unreadIn(lines.join('\n'))).toEqual(['7:8 matrix/unreadable']);
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
gates: [{ key: ${NAME}, app: / }]
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
