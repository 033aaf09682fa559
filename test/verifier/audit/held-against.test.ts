/** What each thing that was seen is held against: prices their own currency, a payload the matrix where its gate does not tell, a page only where it was looked at. */
import { expect, it } from 'vitest';
import type { Holder, Value } from '../../../matrix/types.ts';
import { vocabulary } from '../../../matrix/vocabulary.ts';
import { assemble, type LookedAt } from '../../../verifier/audit/assemble.ts';
import { probeDocs } from '../../../verifier/probes/docs.ts';
import { unreadable } from '../../../verifier/probes/look.ts';
import { declaredFacts } from '../../../verifier/questions/declared.ts';
import { sidesOf } from '../../../verifier/report/finding-lines.ts';
import type { Observation } from '../../../verifier/types.ts';
import { matrixOf } from '../../matrix/matrix-of.ts';

const { matrix } = matrixOf(`planproof: 1
level: lifecycle
product: Harbour
units: { seat: { one: seat, other: seats } }
limits: { seats: { name: Seats, unit: seat } }
plans:
  small: { name: Small, version: small_1, price: free, limits: { seats: 3 } }
  large: { name: Large, version: large_1, price: { USD: { month: 12 }, EUR: { month: 37 } }, limits: { seats: unlimited } }
states: { active: { keeps: paid } }
gates:
  - { key: seats, api: POST /seats, refusal: { status: 409, code: full } }
`);

const run = { took_ms: 0, started: '', base_urls: {}, versions: {} };
const audited = (surfaces: LookedAt[]) => assemble({ matrix, matrixPath: 'm.yaml', date: '2026-11-21', surfaces, run });

it.each([
  ['Large costs $13 a month.', 'under_promise', '$12 per month (matrix)', '$13 per month (docs)'],
  ['Large costs $11 a month.', 'over_promise', '$12 per month (matrix)', '$11 per month (docs)'],
  ['Large costs €38 a month.', 'under_promise', '€37 per month (matrix)', '€38 per month (docs)'],
])('%s: %s, and no other currency is told', async (words, direction, expected, seen) => {
  const files = [{ path: 'a.md', bytes: new TextEncoder().encode(words) }];
  const look = await probeDocs({ surface: 'docs', vocabulary: vocabulary(matrix), files });
  const { findings } = audited([{ id: 'docs', kind: 'docs', declared: [], ...look }]);
  expect(findings.map((one) => [one.rule, one.direction])).toEqual([['price/differs', direction]]);
  expect(sidesOf(findings[0]!).map((side) => `${side.label} ${side.words}`)).toEqual([
    `expected ${expected}`,
    `seen ${seen}`,
  ]);
});

const seats = (n: number, bound: 'exactly' | 'at_least' = 'exactly'): Value => ({
  ...{ kind: 'amount', n, unit: 'seat' },
  bound,
});

function answers(version: string, gate: Value, payload: Value): LookedAt {
  const holder = { version, state: 'active' } as Holder;
  const seen = (facet: string, value: Value): Observation => ({
    ...{ surface: 'api', about: { holder, subject: { kind: 'limit', key: 'seats', facet } } },
    ...{ outcome: { kind: 'read', value }, at: [{ kind: 'call', method: 'GET', path: `/${facet}`, pointer: '' }] },
  });
  const observations = [seen('hard', gate), seen('payload', payload)];
  return { id: 'api', kind: 'api', declared: [], observations, documents: 1, excluded: [] };
}

it.each<[string, string, Value, Value, string[]]>([
  [
    'that says less than what its gate was seen to let through for ever',
    'large_1',
    seats(21, 'at_least'),
    seats(30),
    ['limit/falls-short payload'],
  ],
  ['that says what was promised and met', 'small_1', seats(3), seats(3), []],
  ['that disagrees with a gate that is right', 'small_1', seats(3), seats(5), ['payload/disagrees payload']],
  ['that says what a wrong gate does', 'small_1', seats(5), seats(5), ['limit/exceeds hard']],
])('a payload %s is told once', (_, version, gate, payload, expected) => {
  const { findings } = audited([answers(version, gate, payload)]);
  expect(findings.map(({ rule, about }) => `${rule} ${about.subject.facet}`)).toEqual(expected);
});

it('a page that could not be looked at is told, and not each fact that it has to state', () => {
  const must = [{ plans: ['small', 'large'], keys: ['seats'], on: ['/pricing/'] }];
  const { facts } = declaredFacts(matrix, 'site', must);
  expect(facts).toHaveLength(2);
  const site = (observations: Observation[]): LookedAt => ({
    ...{ id: 'site', kind: 'site', declared: facts, observations, documents: 0, excluded: [] },
  });
  const at = (selector: string) => [{ kind: 'page' as const, url: '/pricing/', selector, words: '' }];
  const gone = audited([site([unreadable('site', 'answered 404', at('html'), '/pricing/')])]);
  expect(gone.findings.map(({ rule }) => rule)).toEqual(['surface/unread']);
  expect(gone.coverage[0]).toMatchObject({ asked: 2, read: 0, absent: 0 });
  // What is only a part of it leaves the rest known.
  const part = audited([site([unreadable('site', 'holds no data', at('script'), '/pricing/')])]);
  expect(part.findings.map(({ rule }) => rule).sort()).toEqual([
    'fact/unpublished',
    'fact/unpublished',
    'surface/unread',
  ]);
});

it.each<[string, string[]]>([
  ['Small is free. Large costs $12 a month.', ['The price of Large in EUR (€37 per month)']],
  ['Small is free. Large costs €37 a month.', ['The price of Large in USD ($12 per month)']],
  ['Small is free. Large costs $12 a month. Large costs €38 a month.', []],
  ['Small is free. Large costs $12 a month, or €37 a month in Europe.', []],
  ['Small is free.', ['The price of Large in EUR (€37 per month)', 'The price of Large in USD ($12 per month)']],
])('where prices have to be stated, each currency has one: %s', async (words, missing) => {
  const files = [{ path: 'a.md', bytes: new TextEncoder().encode(words.replaceAll('. ', '.\n\n')) }];
  const look = await probeDocs({ surface: 'docs', vocabulary: vocabulary(matrix), files });
  for (const on of [{}, { on: ['a.md'] }]) {
    const declared = declaredFacts(matrix, 'docs', [{ plans: 'offered', prices: true, ...on }]).facts;
    const { findings } = audited([{ id: 'docs', kind: 'docs', ...look, declared }]);
    const told = findings.filter(({ rule }) => rule === 'fact/unpublished');
    expect(told.map(({ says }) => says.replace(/ stands nowhere .*/, ''))).toEqual(missing);
    expect(new Set(told.map(({ key }) => key)).size).toBe(missing.length);
  }
});
