/** An audit means the same in every format: what it decides, why, and of which findings; however odd, and however many. */
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largeReport } from '../../../scripts/bench/report/large-report.ts';
import { exitCodeOf } from '../../../verifier/audit/exit-code.ts';
import { releaseOf } from '../../../verifier/audit/release.ts';
import { verdictOf } from '../../../verifier/audit/verdict.ts';
import { FORMATS, type FormatName } from '../../../verifier/report/formats.ts';
import type { Report } from '../../../verifier/types.ts';
import { drawnReport } from './drawn-report.ts';
import { fromGithub, fromHtml, fromJunit, fromSarif, fromSummary, fromTerminal, rowsOf } from './read-back.ts';

const NAMES = Object.keys(FORMATS) as FormatName[];

async function printed(report: Report): Promise<Record<FormatName, string>> {
  const texts = await Promise.all(NAMES.map(async (name) => (await FORMATS[name]())(report, { width: 100_000 })));
  return Object.fromEntries(NAMES.map((name, at) => [name, texts[at]])) as Record<FormatName, string>;
}

/** Evidence is what was sent and answered: a masked token stands in it, and whatever a server may have said. */
const evidence = { request: 'GET /api/me\nauthorization: Bearer ***', answer: '200 {"token":"***"} \u001b[31m\u202e' };

/** Random findings, judged as an audit of everything. */
const audit = drawnReport(5).map((report): Report => {
  const all = [...report.findings, ...report.waivers.map((one) => one.finding), ...(report.known ?? [])];
  const judged = { ...report, evidence: Object.fromEntries(all.map((one) => [one.fingerprint, [evidence]])) };
  return { ...judged, ...verdictOf(judged), release: releaseOf(judged) };
});

function keysIn(texts: Record<FormatName, string>): Record<FormatName, string[]> {
  const rows = {
    json: rowsOf(JSON.parse(texts.json)),
    sarif: fromSarif(texts.sarif),
    junit: fromJunit(texts.junit),
    html: fromHtml(texts.html),
    summary: fromSummary(texts.summary),
    github: fromGithub(texts.github),
    terminal: fromTerminal(texts.terminal),
  };
  const keys = Object.entries(rows).map(([name, all]) => [name, all.map((one) => one.key).sort()]);
  return Object.fromEntries(keys) as Record<FormatName, string[]>;
}

/** Where a format names values, and not only facts. */
const FINGERPRINTS: Partial<Record<FormatName, (text: string) => string[]>> = {
  json: (text) => {
    const { findings, waivers, known = [] } = JSON.parse(text) as Report;
    return [...findings, ...waivers.map((one) => one.finding), ...known].map((one) => one.fingerprint);
  },
  sarif: (text) =>
    JSON.parse(text).runs[0].results.map(
      (one: { partialFingerprints: Record<string, string> }) => one.partialFingerprints['planproofValues/v1'],
    ),
  junit: (text) => [...text.matchAll(/name="fingerprint" value="(\w+)"/g)].map(([, one = '']) => one),
  html: (text) => [...text.matchAll(/ id=\\?"finding-([0-9a-f]{16})\\?"/g)].map(([, one = '']) => one),
};

const DECIDES: Record<FormatName, (text: string) => string | undefined> = {
  json: (text) => JSON.parse(text).release.verdict,
  sarif: (text) => JSON.parse(text).runs[0].properties.release,
  html: (text) => /<h1>(.*?)<\/h1>/.exec(text)?.[1]?.toUpperCase().replace(/,? /g, '_'),
  junit: (text) => /planproof: (\w+) —/.exec(text)?.[1],
  summary: (text) => /planproof: ([\w\\]+) —/.exec(text)?.[1]?.replaceAll('\\', ''),
  github: (text) => /planproof: (\w+) — [^\n]*\n$/.exec(text)?.[1],
  terminal: (text) => /planproof: (\w+) — [^\n]*\n$/.exec(text)?.[1],
};

/** What moves a cursor, rings, hides, or turns the order of words around. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are looked for
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029]/;

describe('random audits', () => {
  it('have the same findings and the same verdict in every format, and no character that plays tricks', async () => {
    const met = new Set<string>();
    await fc.assert(
      fc.asyncProperty(audit, async (report) => {
        met.add(report.release!.verdict);
        const texts = await printed(report);
        const keys = keysIn(texts);
        // A terminal lists what is known on lines of their own.
        const known = new Set((report.known ?? []).map((one) => one.key));
        for (const name of NAMES)
          expect(keys[name], name).toEqual(
            name === 'terminal' ? keys.json.filter((one) => !known.has(one)) : keys.json,
          );
        const fingerprints = FINGERPRINTS.json!(texts.json).sort();
        for (const name of ['sarif', 'junit', 'html'] as const)
          expect(FINGERPRINTS[name]!(texts[name]).sort(), name).toEqual(fingerprints);
        for (const name of NAMES) {
          expect(DECIDES[name](texts[name]), name).toBe(report.release!.verdict);
          expect(CONTROL.exec(texts[name])?.[0].codePointAt(0), name).toBeUndefined();
        }
      }),
      { numRuns: 25 },
    );
    expect(met.size).toBeGreaterThan(1);
  });
});

describe('an audit with 5,000 findings', () => {
  it.each([
    ['that differ', 0],
    ['of which most could not be looked at', 4000],
  ])('%s is cut where a format has to be, says so, and decides the same', async (_, unread) => {
    const report = largeReport(5000, unread);
    const texts = await printed({ ...report, cells: [] });
    expect(Buffer.byteLength(texts.summary)).toBeLessThanOrEqual(1024 * 1024);
    expect(gzipSync(texts.sarif).length).toBeLessThan(10_000_000);
    for (const name of NAMES) expect(DECIDES[name](texts[name]), name).toBe('NO_GO');
    expect(JSON.parse(texts.sarif).runs[0].invocations[0].exitCode).toBe(exitCodeOf(report));
    expect(exitCodeOf(report)).toBe(unread ? 2 : 1);
    const shown = texts.summary.match(/^ {2}- key: /gm)!.length;
    const [, more = '0'] = /\*\*([\d,]+) more findings/.exec(texts.summary) ?? [];
    expect(shown + Number(more.replace(',', ''))).toBe(5000);
    expect(shown).toBeGreaterThan(500);
    // A person reads the reasons, however many findings there are.
    expect(report.release!.reasons.length).toBeLessThan(30);
  });
});
