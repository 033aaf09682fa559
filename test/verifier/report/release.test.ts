/** Every format says what an audit decides, why, and what was asked only in part. */
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../../verifier/audit/verdict.ts';
import { FORMATS, type FormatName } from '../../../verifier/report/formats.ts';
import type { OneWay, Part, Release, ReleaseVerdict, Report, Verdict } from '../../../verifier/types.ts';
import { sampleReport } from './sample-report.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../../verifier/report/report.schema.json', import.meta.url), 'utf8'),
);
const validate = new Ajv({ strict: true, strictTypes: false, allErrors: true }).compile(schema);

const ONE_WAY: OneWay = { surface: 'api', key: 'sso', gate: 'GET /api/sso', asked: 'may', because: 'matrix' };

function decided(release: ReleaseVerdict, verdict: Verdict = 'clean'): Report {
  const { coverage, ...rest } = sampleReport(verdict);
  const conditions: Release['conditions'] =
    release === 'GO_WITH_CONDITIONS'
      ? [{ key: '0'.repeat(16), rule: 'a/b', surface: 'docs', owner: 'Ada', reason: 'agreed', until: '2027-01-31' }]
      : [];
  const [first, ...others] = coverage;
  return {
    ...rest,
    coverage: [{ ...first!, possible: 4242, floor: 97, selection: { left_out: 3131, keeps: 'pairs' } }, ...others],
    release: { verdict: release, reasons: ['because the moon is full'], conditions },
    one_way: [ONE_WAY],
  };
}

const NAMES = Object.keys(FORMATS) as FormatName[];
const printed = async (name: FormatName, report: Report) => (await FORMATS[name]())(report, {});

describe.each(['GO', 'GO_WITH_CONDITIONS', 'NO_GO'] as const)('%s', (verdict) => {
  it.each(NAMES)('is what %s says first', async (name) => {
    const titles = { GO: 'Go', GO_WITH_CONDITIONS: 'Go, with conditions', NO_GO: 'No go' };
    const text = (await printed(name, decided(verdict))).replaceAll('\\_', '_');
    expect(text).toContain(name === 'html' ? `<h1>${titles[verdict]}</h1>` : verdict);
    expect(text).not.toContain(name === 'html' ? '<h1>Clean' : 'CLEAN');
    expect(text).toContain('because the moon is full');
  });

  it('follows the schema', () => {
    validate(JSON.parse(JSON.stringify(decided(verdict))));
    expect(validate.errors).toBeNull();
  });
});

describe('what was not asked', () => {
  it.each(NAMES)('is told by %s', async (name) => {
    const text = (await printed(name, decided('GO'))).replace(/\s+/g, ' ').replaceAll('\\_', '_');
    const says =
      name === 'json'
        ? ['"left_out": 3131', '"asked": "may"', 'manual_patrol_runs']
        : ['3,131 were left out', 'asked only by holders who may', 'manual_patrol_runs'];
    for (const words of says) expect(text).toContain(words);
  });

  it.each(['terminal', 'summary', 'html'] as const)('has its columns in the table of %s', async (name) => {
    const text = await printed(name, decided('GO'));
    expect([/possible/i.test(text), text.includes('4,242'), text.includes('97 %')]).toEqual([true, true, true]);
    const without = await printed(name, sampleReport('clean'));
    expect(/possible/i.test(without)).toBe(false);
  });
});

describe('an audit of a part', () => {
  const part: Part = { said: '--only docs --key sso', surfaces: ['app', 'site'] };
  const left = {
    surface: 'site',
    what: 'everything there',
    count: 0,
    reason: 'it said --only docs',
    owner: 'command line',
  };
  const { findings, coverage, ...rest } = sampleReport('clean');
  const report = { ...rest, findings, coverage, part, excluded: [left], ...verdictOf({ findings, coverage, part }) };

  it.each(NAMES)('does not look whole in %s', async (name) => {
    const text = (await printed(name, report)).replace(/\s+/g, ' ');
    expect(text).toContain('only a part was asked for (--only docs --key sso)');
    expect(text).toContain('not looked at: app, site');
    expect(text).toContain('everything that was asked for was read, and nothing differs');
    for (const words of ['everything there', 'it said --only docs', 'command line']) expect(text).toContain(words);
    expect(text).not.toMatch(/>Clean<|everything there ?\(0|0 facts|: CLEAN — (?!.*, only a part was asked for)/);
  });

  it('follows the schema', () => {
    validate(JSON.parse(JSON.stringify(report)));
    expect(validate.errors).toBeNull();
  });
});

it('a check decides nothing, and says so by saying nothing', async () => {
  const texts = await Promise.all(NAMES.map((name) => printed(name, sampleReport('clean'))));
  const words = /: (NO_)?GO\b|"release"|>No go<|>Go<|may go out/;
  expect(texts.filter((text) => words.test(text)).length).toBe(0);
});

it('SARIF and JUnit fail a run that must not go out, though nothing differs', async () => {
  const [run] = JSON.parse(await printed('sarif', decided('NO_GO'))).runs;
  expect([run.properties.release, run.invocations[0].exitCode]).toEqual(['NO_GO', 1]);
  expect(await printed('junit', decided('NO_GO'))).toMatch(/name="may go out"[^>]*><failure message="planproof: NO_GO/);
  expect(await printed('junit', decided('GO'))).toMatch(/name="may go out"[^>]*><system-out>/);
  const blind = JSON.parse(await printed('sarif', decided('NO_GO', 'could_not_look'))).runs[0];
  expect(blind.invocations[0].exitCode).toBe(2);
});
