/** Stories of what is said of a claim itself: that nothing enforces it, or that it is only likely to be one. */
import { describe, expect, it } from 'vitest';
import { compileMatrix } from '../../../matrix/compile/compile.ts';
import { readMatrix } from '../../../matrix/read/read.ts';
import type { Matrix } from '../../../matrix/types.ts';
import { vocabulary } from '../../../matrix/vocabulary.ts';
import { assemble } from '../../../verifier/audit/assemble.ts';
import { readClaims } from '../../../verifier/claims/read-claims.ts';
import { readMarkdown } from '../../../verifier/readers/markdown.ts';
import type { Finding } from '../../../verifier/types.ts';

const MATRIX = `planproof: 1
level: gates
product: Tidewell
currency: USD
units: { vault: { one: vault, other: vaults }, seat: { one: seat, other: seats } }
capabilities:
  saml: { name: SAML login }
  hold: { name: Legal hold, ungated: Our lawyers set it up by hand. }
  alerts: { name: E-mail alerts }
  vpn: { name: Private tunnel }
limits:
  vaults: { name: Vaults, unit: vault }
  seats: { name: Seats, unit: seat }
plans:
  basic: { name: Basic, version: basic, price: { USD: { month: 5 } }, has: [alerts], limits: { vaults: 2, seats: 1 } }
  team: { name: Team, version: team, everything_in: basic, price: { USD: { month: 12 } }, has: [saml, hold, vpn], limits: { vaults: 10, seats: 5 } }
gates:
  - { key: vpn, api: GET /tunnel, refusal: { status: 402 } }
  - { key: seats, api: POST /seats, refusal: { status: 402 } }
`;

function matrixOf(text: string): Matrix {
  const { raw, source, problems } = readMatrix(new TextEncoder().encode(text), 'm.yaml');
  if (!raw) throw new Error(JSON.stringify(problems));
  return compileMatrix(raw, source);
}

function findings(text: string, { matrix = MATRIX, guesses = false } = {}): Finding[] {
  const compiled = matrixOf(matrix);
  const observations = readClaims(readMarkdown(text, 'docs/a.md'), {
    surface: 'docs',
    vocabulary: vocabulary(compiled),
  });
  const report = assemble({
    matrix: compiled,
    matrixPath: 'm.yaml',
    date: '2026-01-01',
    surfaces: [{ id: 'docs', kind: 'docs', observations, declared: [], documents: 1, excluded: [] }],
    guesses,
    run: { took_ms: 0, started: '', base_urls: {}, versions: {} },
  });
  return report.findings.filter((one) => one.direction !== 'unread');
}

const told = (all: readonly Finding[]) =>
  all.map(({ rule, level, about }) => `${rule} ${level} ${about.subject.key}`).sort();

describe('a claim about a key that nothing gates', () => {
  it('is one warning for each key, at the copy and at the key', () => {
    const all = findings('Team has SAML login and 10 vaults.\n\nBasic does not have SAML login.');
    expect(told(all)).toEqual(['claim/ungated warning saml', 'claim/ungated warning vaults']);
    const [saml] = all.filter(({ about }) => about.subject.key === 'saml');
    expect(saml!.direction).toBe('unenforced');
    expect(saml!.sides.map(({ at }) => at.map((one) => one.kind === 'file' && `${one.path}:${one.line}`))).toEqual([
      ['m.yaml:7'],
      ['docs/a.md:1', 'docs/a.md:3'],
    ]);
  });
  it('is none where a gate stands, where everybody has it, or where it is said why there is none', () => {
    expect(told(findings('Team has private tunnel and 5 seats. Team has e-mail alerts and legal hold.'))).toEqual([]);
  });
  it('is none about what is kept for old contracts alone', () => {
    const kept = MATRIX.replace('{ name: SAML login }', '{ name: SAML login, audience: compatibility }');
    expect(told(findings('Team has SAML login.', { matrix: kept }))).toEqual([]);
  });
  it('is none where a matrix states no gates', () => {
    const copy = MATRIX.replace('level: gates', 'level: copy').replace(/gates:[\s\S]*$/, '');
    expect(told(findings('Team has SAML login.', { matrix: copy }))).toEqual([]);
  });
});

describe('a claim that is only likely', () => {
  const matrix = MATRIX.replace('level: gates', 'level: copy').replace(/gates:[\s\S]*$/, '');
  it('is a note when one asks for it, and nothing when one does not', () => {
    const text = 'Snapshots wait in your 99 vaults.';
    expect(told(findings(text, { matrix }))).toEqual([]);
    expect(told(findings(text, { matrix, guesses: true }))).toEqual(['claim/guessed note vaults']);
  });
  it('is nothing where one plan agrees', () => {
    expect(told(findings('Snapshots wait in your 10 vaults.', { matrix, guesses: true }))).toEqual([]);
  });
  it('leaves what is certain as it is', () => {
    expect(told(findings('Team has 11 vaults.', { matrix, guesses: true }))).toEqual(['limit/differs error vaults']);
  });
});

describe('a price by the month that is paid once a year', () => {
  const matrix = MATRIX.replace('level: gates', 'level: copy')
    .replace(/gates:[\s\S]*$/, '')
    .replace('{ USD: { month: 12 } }', '{ USD: { month: 12, year: 98 } }');
  it.each([
    ['Team is $8.17 per month, billed annually.', []],
    ['Team is $9 per month, billed annually.', ['price/differs error price']],
    ['Team is $7 per month, billed annually.', ['price/differs error price']],
    ['Team is $12 per month.', []],
    ['Team is $8.17 per month.', ['price/differs error price']],
  ])('%s', (text, rules) => {
    expect(told(findings(text, { matrix }))).toEqual(rules);
  });
  it('is held against such a price where the matrix states one', () => {
    const stated = matrix.replace('month: 12,', 'month: [{ amount: 12 }, { amount: 10, billed: year, note: yearly }],');
    expect(told(findings('Team is $10 per month, billed annually.', { matrix: stated }))).toEqual([]);
    expect(told(findings('Team is $12 per month, billed annually.', { matrix: stated }))).toEqual([
      'price/differs error price',
    ]);
  });
  it('is nothing that can be judged where no yearly price is stated', () => {
    const monthly = matrix.replace('month: 12, year: 98', 'month: 12');
    expect(told(findings('Team is $9 per month, billed annually.', { matrix: monthly }))).toEqual([]);
  });
});

describe('a range', () => {
  const matrix = MATRIX.replace('level: gates', 'level: copy').replace(/gates:[\s\S]*$/, '');
  it.each([
    ['Team has 5–10 vaults.', []],
    ['Team has 5 to 8 vaults.', ['limit/differs error vaults']],
    ['Team has 11–20 vaults.', ['limit/differs error vaults']],
  ])('%s', (text, rules) => {
    expect(told(findings(text, { matrix }))).toEqual(rules);
  });
});
