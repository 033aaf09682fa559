/** The JSON of a report: canonical, and described by its schema. */
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { jsonReport } from '../../../verifier/report/json.ts';
import type { Report } from '../../../verifier/types.ts';
import { largeReport, sampleReport } from './sample-report.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../../verifier/report/report.schema.json', import.meta.url), 'utf8'),
);
const validate = new Ajv({ strict: true, strictTypes: false, allErrors: true }).compile(schema);

function accepts(report: unknown): boolean {
  return validate(JSON.parse(JSON.stringify(report)));
}

function backwards(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(backwards);
  if (data === null || typeof data !== 'object') return data;
  return Object.fromEntries(
    Object.entries(data)
      .reverse()
      .map(([name, value]) => [name, backwards(value)]),
  );
}

describe('jsonReport', () => {
  it('gives the same bytes whatever the order of names', () => {
    const report = sampleReport('drift');
    expect(jsonReport(backwards(report) as Report)).toBe(jsonReport(report));
  });
  it('keeps everything, indents by two and ends with one line feed', () => {
    const report = sampleReport('could_not_look');
    const text = jsonReport(report);
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(report)));
    expect(text).toMatch(/^\{\n {2}"\$schema"/);
    expect(text).toMatch(/[^\n]\n$/);
  });
});

describe('report.schema.json', () => {
  it.each(['clean', 'drift', 'could_not_look'] as const)('accepts a report: %s', (verdict) => {
    accepts(sampleReport(verdict));
    expect(validate.errors).toBeNull();
  });
  it('accepts a large one', () => {
    expect(accepts(largeReport(500))).toBe(true);
  });

  it('accepts what people decided, and what is not shown', () => {
    const { findings, ...rest } = sampleReport('drift');
    const at = { kind: 'file' as const, path: 'planproof.waivers.yaml', line: 3, column: 10, length: 16 };
    const waivers = [{ finding: findings[0]!, owner: 'Ada', reason: 'why', until: '2027-01-31', at }];
    const scope = { since: 'abc1234', changed: 2, hidden: 3 };
    accepts({ ...rest, findings: [], waivers, known: findings.slice(1), scope });
    expect(validate.errors).toBeNull();
    expect(accepts({ ...rest, findings: [], waivers: [{ ...waivers[0], until: 'soon' }] })).toBe(false);
  });

  const wrong: [string, (report: Report) => unknown][] = [
    ['a verdict that does not exist', (report) => ({ ...report, verdict: 'fine' })],
    ['a name nobody knows', (report) => ({ ...report, score: 97 })],
    ['no coverage', ({ coverage: _, ...rest }) => rest],
    ['a short digest', (report) => ({ ...report, matrix: { ...report.matrix, digest: 'sha256-12' } })],
    ['a date with a time', (report) => ({ ...report, date: `${report.date}T00:00Z` })],
    ['unlimited as a number', (report) => withValue(report, { kind: 'unlimited', n: -1 })],
    ['null as a value', (report) => withValue(report, null)],
    ['half a cent', (report) => withValue(report, { kind: 'money', minor: 4.5, currency: 'USD' })],
    [
      'a line that counts from 0',
      (report) => withPlace(report, { kind: 'file', path: 'a', line: 0, column: 1, length: 1 }),
    ],
    ['evidence under another name', (report) => ({ ...report, evidence: { latest: [] } })],
    ['a waiver', (report) => ({ ...report, waivers: [{}] })],
  ];
  it.each(wrong)('rejects %s', (_, spoil) => {
    expect(accepts(spoil(sampleReport('drift')))).toBe(false);
  });
});

function withValue(report: Report, value: unknown): unknown {
  return { ...report, findings: [{ ...report.findings[0], sides: [{ who: 'matrix', value, at: [] }] }] };
}

function withPlace(report: Report, place: unknown): unknown {
  return {
    ...report,
    findings: [{ ...report.findings[0], sides: [{ who: 'matrix', value: { kind: 'included' }, at: [place] }] }],
  };
}
