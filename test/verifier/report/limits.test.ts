/** What a format's reader takes at most: cut between findings, and what was left out is said. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import type { Place } from '../../../matrix/types.ts';
import { githubReport } from '../../../verifier/report/github.ts';
import { junitReport } from '../../../verifier/report/junit.ts';
import { sarifReport } from '../../../verifier/report/sarif.ts';
import { summaryReport } from '../../../verifier/report/summary.ts';
import type { Report } from '../../../verifier/types.ts';
import { drawnReport } from './drawn-report.ts';
import { fromGithub } from './read-back.ts';
import { finding, largeReport, sampleReport } from './sample-report.ts';

const MIB = 1024 * 1024;

describe('SARIF', () => {
  const runOf = (text: string) => JSON.parse(text).runs[0];

  it('holds at most 25,000 results, the most severe, and says how many it leaves out', () => {
    const about = { surface: 'docs', subject: { kind: 'words' as const, key: 'x' }, versions: [] };
    const note = finding({ rule: 'a/b', about, says: 'x', sides: [], level: 'note' });
    const findings = [...Array(25_009).fill(note), { ...note, level: 'error' }];
    const run = runOf(sarifReport({ ...sampleReport('drift'), findings }));
    expect(run.results).toHaveLength(25_000);
    expect(run.results[0].level).toBe('error');
    expect(run.invocations[0].toolExecutionNotifications[0]).toMatchObject({
      level: 'warning',
      message: { text: expect.stringContaining('10 findings left out') },
    });
  });

  it('is cut to the bytes that it may have when it is compressed, and not much below', () => {
    const [model] = sampleReport('drift').findings;
    const findings = Array.from({ length: 200 }, (_, at) => {
      const value = (side: number) => ({ kind: 'words' as const, text: noise(`${at} ${side}`) });
      const sides = [0, 1, 2].map((side) => ({ who: 'docs', value: value(side), at: [] }));
      return { ...model!, says: noise(`${at}`), sides };
    });
    const text = sarifReport({ ...sampleReport('drift'), findings }, { bytes: 400_000 });
    const bytes = gzipSync(text).length;
    expect(bytes).toBeLessThanOrEqual(400_000);
    expect(bytes).toBeGreaterThan(350_000);
    const { results, invocations } = runOf(text);
    const left = (findings.length - results.length).toLocaleString('en');
    expect(invocations[0].toolExecutionNotifications[0].message.text).toContain(`${left} findings left out`);
  });

  it('names at most 100 places of a result, and words of at most 1,024 characters', () => {
    const report = withPlaces(300);
    const [result] = runOf(sarifReport(report)).results;
    expect(result.locations).toHaveLength(100);
    expect(result.message.text).toHaveLength(1024);
  });

  it('follows a finding by its key, and tells two with one key apart', () => {
    const [one] = sampleReport('drift').findings;
    const { results } = runOf(
      sarifReport({ ...sampleReport('drift'), findings: [one!, { ...one!, fingerprint: 'f'.repeat(16) }] }),
    );
    expect(results.map((two: Hashed) => two.partialFingerprints.primaryLocationLineHash)).toEqual([
      `${one!.key}:1`,
      `${one!.key}:2`,
    ]);
  });

  it('stands in with the line of the matrix for what is no file, so that GitHub takes it', () => {
    const { results } = runOf(sarifReport(sampleReport('drift'), { prefix: 'packages/a b/' }));
    const price = results.find((one: { ruleId: string }) => one.ruleId === 'price/differs');
    expect(price.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'packages/a%20b/matrix/entitlements.yaml', uriBaseId: '%SRCROOT%' },
          region: { startLine: 172, startColumn: 5, endColumn: 17 },
        },
        logicalLocations: [{ fullyQualifiedName: '/pricing/ #pro .price', kind: 'page' }],
        message: { text: '$12.99 per month (site)' },
        properties: { side: 1, standsIn: true },
      },
    ]);
  });

  it('names the version of the tool, where the run tells it', () => {
    const report = sampleReport('drift');
    const driverOf = (run: Report['run']) => runOf(sarifReport({ ...report, run })).tool.driver;
    expect(driverOf(report.run)).toMatchObject({ semanticVersion: '0.1.0' });
    expect(driverOf({ ...report.run, versions: {} })).not.toHaveProperty('semanticVersion');
  });

  it('has for every rule what it finds and how to mend it, and few tags', () => {
    const pageOf = (rule: string) =>
      rule === 'trial/contradicts'
        ? '# `trial/contradicts`\n\nFinds two lengths.\n\nA note.\n\nWrite one.\n'
        : undefined;
    const { rules } = runOf(sarifReport(sampleReport('drift'), { pageOf })).tool.driver;
    for (const { shortDescription, help, properties } of rules) {
      expect(shortDescription.text.length).toBeGreaterThan(5);
      expect(help.text).toContain(shortDescription.text);
      expect(properties.tags.length).toBeLessThanOrEqual(10);
    }
    expect(rules.find((one: { id: string }) => one.id === 'trial/contradicts').shortDescription.text).toBe(
      'Finds two lengths.',
    );
  });

  const schema = officialSchema();
  it.skipIf(!schema)('is what the official schema describes, whatever was found', () => {
    const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema!);
    fc.assert(
      fc.property(drawnReport(6), (report) => {
        expect(validate(JSON.parse(sarifReport(report))), JSON.stringify(validate.errors)).toBe(true);
      }),
      { numRuns: 30 },
    );
    expect(validate({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false);
  });
});

/** 1,000 characters that hardly get shorter. */
function noise(seed: string): string {
  const parts = Array.from({ length: 12 }, (_, n) => createHash('sha512').update(`${seed} ${n}`).digest('base64'));
  return parts.join('').slice(0, 1000);
}

interface Hashed {
  partialFingerprints: { primaryLocationLineHash: string };
}

/** Of JSON Schema's fourth draft: what of it this validator reads otherwise is its own name. */
function officialSchema(): object | undefined {
  try {
    const path = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
    const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(path, 'utf8'));
    return schema;
  } catch {
    return undefined;
  }
}

function withPlaces(n: number): Report {
  const at = Array.from(
    { length: n },
    (_, line): Place => ({ kind: 'file', path: 'a.md', line: line + 1, column: 1, length: 1 }),
  );
  const about = { surface: 'docs', subject: { kind: 'words' as const, key: 'x' }, versions: [] };
  const sides = [
    { who: 'matrix', value: { kind: 'included' as const }, at: [] },
    { who: 'docs', value: { kind: 'excluded' as const }, at },
  ];
  return {
    ...sampleReport('drift'),
    findings: [finding({ rule: 'limit/differs', about, says: 'long '.repeat(400), sides })],
  };
}

describe('annotations', () => {
  const commands = (text: string) => text.split('\n').flatMap((line) => /^::(\w+) /.exec(line)?.[1] ?? []);
  const count = (text: string, command: string) => commands(text).filter((one) => one === command).length;

  it('are at most ten of a kind, with one that says how many more there are', () => {
    const text = githubReport(largeReport(120));
    expect([count(text, 'error'), count(text, 'warning'), count(text, 'notice')]).toEqual([10, 10, 10]);
    expect(text).toContain('::notice title=planproof::91 more findings: GitHub shows 10 of a kind.');
    expect(fromGithub(text)).toHaveLength(120);
  });

  it('are all there are where ten of a kind suffice', () => {
    const text = githubReport(sampleReport('drift'));
    expect(commands(text)).toEqual(['error', 'error', 'error', 'warning', 'notice']);
    expect(text).not.toContain('::group::');
  });

  it('stand at the place that was seen, escaped as the runner undoes it', () => {
    const about = { surface: 'docs', subject: { kind: 'words' as const, key: 'x' }, versions: [] };
    const at: Place[] = [{ kind: 'file', path: 'a,b:c%.md', line: 3, column: 7, length: 5 }];
    const sides = [{ who: 'docs', value: { kind: 'included' as const }, at }];
    const text = githubReport(
      { ...sampleReport('drift'), findings: [finding({ rule: 'a/b', about, says: '100%\n::error::x', sides })] },
      { prefix: 'p/' },
    );
    expect(text).toContain(
      '::error file=p/a%2Cb%3Ac%25.md,line=3,endLine=3,col=7,endColumn=12,title=a/b::100%25 ::error::x%0A',
    );
  });
});

describe('the summary', () => {
  it('is at most one MiB, cut between findings, and says how many more there are', () => {
    const text = summaryReport(largeReport(6000));
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MIB);
    expect(Buffer.byteLength(text)).toBeGreaterThan(MIB * 0.99);
    const [, more = ''] = /\*\*([\d,]+) more findings/.exec(text)!;
    expect(Number(more.replace(',', '')) + text.match(/^ {2}- key: /gm)!.length).toBe(6000);
  });

  it('leaves room for what the step said before', () => {
    expect(Buffer.byteLength(summaryReport(largeReport(500), { bytes: 40_000 }))).toBeLessThanOrEqual(40_000);
    expect(summaryReport(largeReport(500), { bytes: 0 })).toContain('500 more findings');
  });
});

/** What a careless page might hold. */
const HOSTILE = `"'<x a="1"/>]]>&amp; $12.99 or $8-$9 \u001b[0m \ufffe \ud800 end`;

it('words are words in XML, in attributes too, and prices are no formulas in Markdown', () => {
  const about = { surface: HOSTILE, subject: { kind: 'words' as const, key: HOSTILE }, versions: [] };
  const sides = [{ who: 'docs', value: { kind: 'words' as const, text: HOSTILE }, at: [] }];
  const report = { ...sampleReport('drift'), findings: [finding({ rule: 'a/b', about, says: HOSTILE, sides })] };
  const xml = junitReport(report);
  const shown = `"'<x a="1"/>]]>&amp; $12.99 or $8-$9 ‹U+001B›[0m \ufffd \ufffd end`;
  const failure = elementsOf(xml).find((one) => one.name === 'failure')!;
  expect([failure.attribs?.message, Object.keys(failure.attribs ?? {})]).toEqual([shown, ['message', 'type']]);
  expect(elementsOf(xml).map((one) => one.name)).not.toContain('x');
  for (const unwritable of ['\ud800', '\ufffe', '\u001b', ']]>']) expect(xml).not.toContain(unwritable);
  expect(summaryReport(report)).not.toContain('$');
});

interface XmlNode {
  name?: string;
  attribs?: Record<string, string>;
  children?: XmlNode[];
}

function elementsOf(xml: string): XmlNode[] {
  const all = (node: XmlNode): XmlNode[] => [node, ...(node.children ?? []).flatMap(all)];
  return all(parseDocument(xml, { xmlMode: true, decodeEntities: true }) as XmlNode).filter((one) => one.name);
}

describe('JUnit XML', () => {
  const cases = (report: Report) =>
    [
      ...junitReport(report).matchAll(
        /<testcase name="([^"]*)" classname="([^"]*)".*?<(failure|error|skipped|system-out)/g,
      ),
    ].map(
      ([, name = '', suite = '', outcome = '']) =>
        `${suite.replace('planproof.', '')} ${name.replace(/ \[.*/, '')}: ${outcome}`,
    );

  it('fails on errors, errs on what was not seen, skips what was decided, and passes what was looked at', () => {
    const { findings, ...rest } = sampleReport('drift');
    const [first, second, , warning] = findings;
    const at: Place = { kind: 'file', path: 'w.yaml', line: 1, column: 1, length: 1 };
    const told = cases({
      ...rest,
      findings: [first!, warning!],
      waivers: [{ finding: second!, owner: 'Ada', reason: 'why', until: '2027-01-01', at }],
      coverage: rest.coverage.slice(0, 2),
    });
    expect(told).toEqual([
      'docs was looked at: system-out',
      'docs limit/exceeds: Metric history of relay_v6: failure',
      'docs capability/unpublished: Multi-Tenant Mode of msp_starter: system-out',
      'docs left out: sso on plans for MSPs (4 facts): skipped',
      'site was looked at: system-out',
      'site price/differs: Price per month of pro_v6: skipped',
      'app left out: manual_patrol_runs (21 facts): skipped',
      'verdict could look: system-out',
    ]);
    expect(cases(sampleReport('could_not_look')).filter((one) => one.endsWith('error'))).toEqual([
      'api was looked at: error',
      'api surface/unread: Pulse Relay (Remote Access), GET /api/relay of relay_v6: error',
      'verdict could look: error',
    ]);
  });
});
