/** Findings: one for each fact and document, with a key that survives a change of words and lines. */
import { describe, expect, it } from 'vitest';
import { compileMatrix } from '../../matrix/compile/compile.ts';
import { readMatrix } from '../../matrix/read/read.ts';
import type { Matrix } from '../../matrix/types.ts';
import { vocabulary } from '../../matrix/vocabulary.ts';
import { assemble } from '../../verifier/audit/assemble.ts';
import { probeDocs } from '../../verifier/probes/docs.ts';
import type { Finding, Observation, Report } from '../../verifier/types.ts';

const MATRIX = `
planproof: 1
product: Harbour
units: { seat: { one: seat, other: seats } }
capabilities: { audit: { name: Audit log }, roles: { name: Roles } }
limits: { seats: { name: Seats, unit: seat } }
plans:
  small: { name: Small, version: small_1, price: free, has: [roles], limits: { seats: 3 } }
  large: { name: Large, version: large_1, everything_in: small, price: { USD: { month: 12 } }, has: [audit], limits: { seats: 30 } }
  huge: { name: Huge, version: huge_1, everything_in: large, has: [] }
gates:
  - { key: audit, api: GET /audit, refusal: { status: 402, code: no } }
`;

function compiled(): Matrix {
  const { raw, source } = readMatrix(MATRIX, 'matrix.yaml');
  return compileMatrix(raw!, source);
}

const matrix = compiled();

function reportOn(observations: Observation[], kind: 'docs' | 'api' = 'docs'): Report {
  const run = { took_ms: 0, started: '', base_urls: {}, versions: {} };
  const surface = { id: kind, kind, observations, declared: [], documents: 1, excluded: [] };
  return assemble({ matrix, matrixPath: 'matrix.yaml', date: '2026-11-21', surfaces: [surface], run });
}

async function findings(files: Record<string, string>): Promise<Finding[]> {
  const bytes = Object.entries(files).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }));
  const look = await probeDocs({ surface: 'docs', vocabulary: vocabulary(matrix), files: bytes });
  return reportOn(look.observations).findings;
}

const gist = (all: Finding[]) => all.map(({ rule, about }) => `${rule} ${about.versions.join('+')}`);

describe('copy', () => {
  it('that agrees has no finding', async () => {
    expect(
      await findings({
        'a.md': 'Small includes 3 seats. Large costs $12 a month. The audit log is available on Large and above.',
      }),
    ).toEqual([]);
  });

  it('that is wrong three times about one fact is one finding with three places', async () => {
    const [finding, ...others] = await findings({
      'a.md': 'Small includes 4 seats.\n\nAgain: Small has 4 seats.\n\nSmall comes with 4 seats, always.',
    });
    expect(others).toEqual([]);
    expect(finding!.sides[1]!.at.map((place) => place.kind === 'file' && place.line)).toEqual([1, 3, 5]);
  });

  it('is shown in the words that were read, and the matrix without any', async () => {
    const [finding] = await findings({ 'a.md': 'It is known that **Small** includes\n4 seats.' });
    const words = finding!.sides.map(({ at }) => at.map((place) => place.kind === 'file' && place.words));
    expect(words).toEqual([[undefined], ['Small includes 4 seats']]);
  });

  it('that contradicts itself where the matrix says nothing is shown in both its words', async () => {
    const [finding] = await findings({ 'a.md': 'Huge costs $20 a month.', 'b.md': 'Huge costs $25 a month.' });
    expect(finding!.rule).toBe('copy/contradicts');
    const words = finding!.sides.map(({ at }) => at.map((place) => place.kind === 'file' && place.words));
    expect(words).toEqual([['Huge costs $20 a month'], ['Huge costs $25 a month']]);
  });

  it('in two documents is two findings', async () => {
    expect(gist(await findings({ 'a.md': 'Small includes 4 seats.', 'b.md': 'Small includes 4 seats.' }))).toEqual([
      'limit/differs small_1',
      'limit/differs small_1',
    ]);
  });

  it('keeps its key when words and lines change, and its fingerprint only while the values stay', async () => {
    const [first] = await findings({ 'a.md': 'Small includes 4 seats.' });
    const [moved] = await findings({ 'a.md': '# Plans\n\nWith Small you get four seats.' });
    const [other] = await findings({ 'a.md': 'Small includes 5 seats.' });
    expect([moved!.key, moved!.fingerprint]).toEqual([first!.key, first!.fingerprint]);
    expect(other!.key).toBe(first!.key);
    expect(other!.fingerprint).not.toBe(first!.fingerprint);
  });

  it('that is wrong about two plans in one sentence is one finding that names both', async () => {
    expect(gist(await findings({ 'a.md': 'The audit log is not part of Large and Huge.' }))).toEqual([
      'capability/differs huge_1+large_1',
    ]);
  });

  it('"and above" speaks of what is built on a plan, "requires" also of everybody else', async () => {
    expect(gist(await findings({ 'a.md': 'The audit log is available on Small and above.' }))).toEqual([
      'capability/differs small_1',
    ]);
    expect(gist(await findings({ 'a.md': 'Roles require Large.' }))).toEqual(['capability/differs small_1']);
    expect(await findings({ 'a.md': 'The audit log requires Large.' })).toEqual([]);
  });

  it('that says everything in another plan is held to it', async () => {
    expect(await findings({ 'a.md': 'Large has everything in Small.' })).toEqual([]);
    expect(gist(await findings({ 'a.md': 'Small has everything in Large.' }))).toEqual(['plan/differs small_1']);
  });

  it('that contradicts itself where the matrix is silent is a finding, and alone it is none', async () => {
    expect(await findings({ 'a.md': 'Huge costs $40 a month.' })).toEqual([]);
    expect(gist(await findings({ 'a.md': 'Huge costs $40 a month.', 'b.md': 'Huge costs $50 a month.' }))).toEqual([
      'copy/contradicts huge_1',
    ]);
  });
});

describe('the product', () => {
  const answer = (version: string, value: Observation['outcome']): Observation => ({
    surface: 'api',
    about: { holder: { version, state: 'active' }, subject: { kind: 'capability', key: 'audit', facet: 'GET /audit' } },
    outcome: value,
    at: [{ kind: 'call', method: 'GET', path: '/audit', pointer: '' }],
  });
  const open = { kind: 'read', value: { kind: 'included' } } as const;
  const shut = { kind: 'read', value: { kind: 'refusal', status: 402, code: 'no' } } as const;

  it('as promised has no finding', () => {
    expect(reportOn([answer('small_1', shut), answer('large_1', open)], 'api')).toMatchObject({
      verdict: 'clean',
      findings: [],
    });
  });

  it('that treats two holders alike is one finding, whose key names no holder', () => {
    const both = reportOn([answer('large_1', shut), answer('huge_1', shut)], 'api').findings;
    const one = reportOn([answer('large_1', shut), answer('huge_1', open)], 'api').findings;
    expect(gist(both)).toEqual(['capability/withheld huge_1+large_1']);
    expect(one[0]!.key).toBe(both[0]!.key);
    expect(one[0]!.fingerprint).not.toBe(both[0]!.fingerprint);
  });

  it('of which one answer is missing was not looked at, whatever else is clean or not', () => {
    const report = reportOn(
      [answer('small_1', open), answer('large_1', { kind: 'unread', reason: 'answered 500' })],
      'api',
    );
    expect(report.verdict).toBe('could_not_look');
    expect(gist(report.findings)).toEqual(['capability/unenforced small_1', 'surface/unread ']);
    expect(report.coverage).toMatchObject([{ asked: 2, read: 1, unread: 1 }]);
  });

  it('that nobody asked was not looked at', () => {
    expect(reportOn([], 'api').verdict).toBe('could_not_look');
  });
});
