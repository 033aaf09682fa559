/** Words that are passed over, because they name nothing: in no text do they hold a name or a claim. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Vocabulary, vocabulary } from '../../../matrix/vocabulary.ts';
import { type Item, itemsOf, namingItems } from '../../../verifier/claims/items.ts';
import { mayNameOf } from '../../../verifier/claims/may-name.ts';
import { nameFinder } from '../../../verifier/claims/names.ts';
import { newReading } from '../../../verifier/claims/new-reading.ts';
import { grammarClaims, sentenceClaims } from '../../../verifier/claims/sentence-claims.ts';
import { tokensOf } from '../../../verifier/claims/tokens.ts';
import { MATRICES, matrixAt } from './claims-of.ts';

const VOCABULARIES: Record<string, Vocabulary> = {
  pulse: vocabulary(MATRICES.pulse),
  kestrel: vocabulary(matrixAt('test/verifier/claims/products/kestrel.matrix.yaml')),
  odd: {
    ...vocabulary(MATRICES.pulse),
    names: [
      { words: 'free', named: { kind: 'line', line: 'x' } },
      { words: "Teams' seats", named: { kind: 'unit', unit: 'seat' } },
      { words: 'the `audit_log` flag', named: { kind: 'key', subject: { kind: 'capability', key: 'flag' } } },
      { words: '`roles`', named: { kind: 'key', subject: { kind: 'capability', key: 'roles' } } },
      { words: '2FA policies', named: { kind: 'key', subject: { kind: 'limit', key: 'history' } } },
      { words: 'fly', named: { kind: 'key', subject: { kind: 'capability', key: 'fly' } } },
      { words: 'Pro+', named: { kind: 'plan', versions: ['pro_plus'] } },
      { words: 'Grüße', named: { kind: 'key', subject: { kind: 'capability', key: 'grüße' } } },
    ],
  },
};

const ENDINGS = ['', '', '', 's', "'s", '’s', "'", '+', '++', 'ies', 'es', '_', '-'];
const WORDS =
  'the a of one six dozen every all any plan no not never limit without free trial grace period on request contact us get quote as many and above only requires include audit log role policy policies team seats status is its boss flies Cities `roles` `x` ` `` `a\nb` $ 4.99 90 ½ é K \n'.split(
    ' ',
  );

function texts(words: Vocabulary): fc.Arbitrary<string> {
  const names = words.names.map((one) => one.words);
  const part = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...names.flatMap((name) => [name, ...name.split(/[\s_-]/)])) },
    { weight: 6, arbitrary: fc.constantFrom(...WORDS) },
    { weight: 1, arbitrary: fc.string({ maxLength: 3 }) },
  );
  const cased = fc.tuple(part, fc.constantFrom('as is', 'lower', 'UPPER'), fc.constantFrom(...ENDINGS)).map(put);
  const gap = fc.constantFrom(' ', ' ', ' ', '', '-', '/', '. ', '`');
  const soup = fc.array(fc.tuple(cased, gap), { maxLength: 6 }).map((all) => all.flat().join(''));
  const name = fc.constantFrom(...names);
  const sentence = fc
    .tuple(name, fc.constantFrom(...VERBS), name, fc.constantFrom('', '14 ', '$4.99 ', 'unlimited '))
    .map(([a, verb, b, amount]) => `${a} ${verb} ${amount}${b}.`);
  return fc.oneof({ weight: 3, arbitrary: soup }, { weight: 1, arbitrary: sentence });
}

const VERBS = ['includes', 'has no', 'costs', 'is part of', 'requires', 'keeps', 'and', 'is one of', 'trial of'];

function put([word, how, ending]: [string, string, string]): string {
  return (how === 'lower' ? word.toLowerCase() : how === 'UPPER' ? word.toUpperCase() : word) + ending;
}

function isName(item: Item): boolean {
  return item.kind !== 'word' || item.class === 'trial' || item.class === 'grace';
}

describe.each(Object.keys(VOCABULARIES))('words of %s that are passed over', (product) => {
  const words = VOCABULARIES[product]!;
  const reading = newReading(words);

  it('hold no name, and claim nothing', () => {
    let passed = 0;
    let claimed = 0;
    fc.assert(
      fc.property(texts(words), (text) => {
        const items = itemsOf(reading, text);
        if (!reading.mayName(text)) {
          passed += 1;
          expect(items.filter(isName)).toEqual([]);
        } else expect(namingItems(reading, text)).toBe(items);
        if (!reading.mayNamePlan(text))
          expect(items.filter(({ kind }) => kind === 'plans' || kind === 'line' || kind === 'base')).toEqual([]);
        const claims = grammarClaims(reading, text, {});
        claimed += claims.length;
        expect(sentenceClaims(reading, text, {})).toEqual(claims);
        const feature = { feature: { kind: 'capability', key: 'audit_logging' } as const };
        expect(sentenceClaims(reading, text, feature)).toEqual(grammarClaims(reading, text, feature));
      }),
      { numRuns: 4_000 },
    );
    // Neither of the two may hold for want of a case.
    expect(passed).toBeGreaterThan(200);
    expect(claimed).toBeGreaterThan(product === 'odd' ? -1 : 50);
  });

  it('are most words of a text, but where a name is begun by an everyday one', () => {
    const plain = 'Charts can be zoomed, compared and shared, and the dashboard shows what has changed since then.';
    expect(reading.mayName(plain)).toBe(product === 'odd');
    for (const { words: name } of words.names)
      expect([name, reading.mayName(`See ${name} there`)]).toEqual([name, true]);
  });
});

it('follows the tokens that the grammar reads', () => {
  const find = nameFinder({ names: [{ words: 'audit policies', named: { kind: 'unit', unit: 'x' } }] });
  const may = mayNameOf(find);
  expect(tokensOf('Audit-policy').map(({ folded }) => folded)).toEqual(['audit', 'policy']);
  expect(['Audit-policy', 'audits policy', 'audit `policy`', 'audit the policy', 'auditpolicy'].map(may)).toEqual([
    ...[true, true, false, false, false],
  ]);
});
