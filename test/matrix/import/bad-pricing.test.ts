/** What is no pricing is told at its place with what to write instead; no text makes the import throw. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headOf } from '../../../matrix/import/head-of.ts';
import { importPricing2yaml } from '../../../matrix/import/pricing2yaml/import-pricing2yaml.ts';
import { readBack } from '../../../matrix/import/read-back.ts';
import { writeMatrix } from '../../../matrix/import/write-matrix.ts';

const HEAD = 'syntaxVersion: "2.1"\nsaasName: Tide\ncurrency: USD\n';
const FEATURES = 'features:\n  sso: { valueType: BOOLEAN, defaultValue: false }\n';

describe('a pricing', () => {
  it.each<[string, string, string, string]>([
    ['is empty', '', '1:1 import/unreadable The file is empty.', 'a pricing: `syntaxVersion: "2.1"`'],
    ['is no YAML', 'a: [', '1:5 import/unreadable This is not YAML', 'well-formed YAML'],
    ['is a list', '- 1\n', '1:1 import/malformed The file is a list.', 'a map'],
    ['is something else', 'a: 1\n', '1:1 import/malformed The file lacks `syntaxVersion`.', '`syntaxVersion:`'],
    [
      'is of another version',
      `${HEAD.replace('2.1', '1.0')}${FEATURES}plans: { PRO: { price: 1 } }\n`,
      '1:16 import/malformed `syntaxVersion` is `1.0`, which the import does not read.',
      '`"2.1"`, in a file of that version',
    ],
    [
      'has a sign for its currency',
      `${HEAD.replace('USD', '$')}${FEATURES}plans: { PRO: { price: 1 } }\n`,
      '3:11 import/malformed `currency` is `$`.',
      'a currency as ISO 4217 writes it, such as USD.',
    ],
    [
      'has a currency that does not exist',
      `${HEAD.replace('USD', 'XYZ')}${FEATURES}plans: { PRO: { price: 1 } }\n`,
      '3:11 import/malformed There is no currency `XYZ`.',
      'a code of ISO 4217, such as USD.',
    ],
    [
      'sells nothing',
      `${HEAD}${FEATURES}plans: null\n`,
      '6:8 import/malformed There is neither a plan nor an add-on.',
      'what is sold below `plans:` or `addOns:`.',
    ],
    [
      'has a feature without a type',
      `${HEAD}features:\n  sso: { defaultValue: false }\nplans: { PRO: { price: 1 } }\n`,
      '5:3 import/malformed `features.sso` lacks `valueType`.',
      'a `valueType:` line here.',
    ],
    [
      'has a feature of an unknown type',
      `${HEAD}features:\n  sso: { valueType: BOOL, defaultValue: false }\nplans: { PRO: { price: 1 } }\n`,
      '5:21 import/malformed `features.sso.valueType` is `BOOL`, which is none of its words.',
      'one of `BOOLEAN`, `NUMERIC`, `TEXT`.',
    ],
    [
      'has words where a truth value stands',
      `${HEAD}${FEATURES}plans:\n  PRO: { price: 1, features: { sso: { value: maybe } } }\n`,
      '7:46 import/malformed `plans.PRO.features.sso.value` is `maybe`.',
      '`true` or `false`, as its `valueType` is BOOLEAN.',
    ],
    [
      'has a negative limit',
      `${HEAD}${FEATURES}usageLimits:\n  seats: { valueType: NUMERIC, defaultValue: -1, unit: seat }\nplans: { A: { price: 1 }, B: { price: 2 } }\n`,
      '7:46 import/malformed `usageLimits.seats.defaultValue` is `-1`.',
      'a number of 0 or more, or `.inf`, as its `valueType` is NUMERIC.',
    ],
    [
      'has a map for words',
      `${HEAD}features:\n  pay: { valueType: TEXT, defaultValue: { a: 1 } }\nplans: { PRO: { price: 1 } }\n`,
      '5:41 import/malformed `features.pay.defaultValue` is a map.',
      'text, or a list of words, as its `valueType` is TEXT.',
    ],
    [
      'has a share above the whole',
      `${HEAD}billing: { annual: 1.2 }\n${FEATURES}plans: { PRO: { price: 1 } }\n`,
      '4:20 import/malformed `billing.annual` is `1.2`.',
      '1 or less.',
    ],
    [
      'has a key twice',
      `${HEAD}${FEATURES}plans: { PRO: { price: 1 }, PRO: { price: 2 } }\n`,
      '6:29 import/unreadable The key `PRO` stands twice in one map.',
      'each key once.',
    ],
  ])('that %s', (_, text, told, write) => {
    const { imported, problems } = importPricing2yaml(text, 'tide.yml');
    expect(imported).toBeUndefined();
    const [first] = problems;
    expect(`${first!.at.line}:${first!.at.column} ${first!.rule} ${first!.found}`).toContain(told);
    expect(first!.write).toContain(write);
  });

  it('tells each mistake once, however many plans it concerns', () => {
    const limit = 'usageLimits:\n  seats: { valueType: NUMERIC, defaultValue: few, unit: seat }\n';
    const plans = 'plans: { A: { price: 1 }, B: { price: 2 }, C: { price: 3 } }\n';
    expect(importPricing2yaml(HEAD + FEATURES + limit + plans, 'tide.yml').problems).toHaveLength(1);
  });
});

it('whatever stands in one place of a pricing, the import gives a matrix that can be read, or a problem', () => {
  const whole = readFileSync(join(import.meta.dirname, 'fixtures/pricing2yaml/harbour-planner.yml'), 'utf8');
  const spots = [...whole.matchAll(/(?<=: )[^\s{[][^\n,}\]]*/g)];
  const leaf = fc.oneof(
    fc.constantFrom(
      'null',
      '0',
      '-1',
      '1.5',
      '.inf',
      '-.inf',
      '.nan',
      '""',
      '[]',
      '{}',
      'true',
      '1e400',
      '*a',
      '&a 1',
      '"\\0"',
      '<<',
    ),
    fc.string({ unit: 'binary-ascii', maxLength: 8 }).map((text) => JSON.stringify(text)),
  );
  fc.assert(
    fc.property(fc.nat(), leaf, (at, value) => {
      const spot = spots[at % spots.length]!;
      const text = whole.slice(0, spot.index) + value + whole.slice(spot.index + spot[0].length);
      const { imported, problems } = importPricing2yaml(text, 'tide.yml');
      if (!imported) expect(problems.length).toBeGreaterThan(0);
      else {
        const { problems: found } = readBack(writeMatrix(imported, headOf(imported)), 'matrix.yaml');
        expect(found.filter(({ rule }) => /malformed|unreadable/.test(rule))).toEqual([]);
      }
    }),
    { numRuns: 100 },
  );
});
