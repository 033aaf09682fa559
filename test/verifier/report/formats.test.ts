/** Every format of a report holds the same findings: keys, rules, levels, how each counts, what both sides say and where. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../../verifier/report/formats.ts';
import { githubReport } from '../../../verifier/report/github.ts';
import { htmlReport } from '../../../verifier/report/html.ts';
import { jsonReport } from '../../../verifier/report/json.ts';
import { junitReport } from '../../../verifier/report/junit.ts';
import { listed } from '../../../verifier/report/listed.ts';
import { placeLine } from '../../../verifier/report/place-words.ts';
import { sarifReport } from '../../../verifier/report/sarif.ts';
import { summaryReport } from '../../../verifier/report/summary.ts';
import { terminalReport } from '../../../verifier/report/terminal.ts';
import type { Report } from '../../../verifier/types.ts';
import { drawnReport } from './drawn-report.ts';
import {
  fromGithub,
  fromHtml,
  fromJunit,
  fromSarif,
  fromSummary,
  fromTerminal,
  type Row,
  rowsOf,
  sorted,
} from './read-back.ts';
import { sampleReport } from './sample-report.ts';

const report = drawnReport(8);

function holds(read: (report: Report) => Row[], expected: (report: Report) => Row[] = rowsOf): void {
  fc.assert(
    fc.property(report, (one) => {
      expect(sorted(read(one))).toEqual(sorted(expected(one)));
    }),
    { numRuns: 30 },
  );
}

describe('the same findings stand in', () => {
  it('JSON', () => holds((one) => rowsOf(JSON.parse(jsonReport(one)) as Report)));
  it('JUnit XML', () => holds((one) => fromJunit(junitReport(one))));
  it('annotations, of which the log holds what GitHub would not show', () =>
    holds((one) => fromGithub(githubReport(one))));
  it('the summary of a job', () => holds((one) => fromSummary(summaryReport(one))));
  it('HTML', () => holds((one) => fromHtml(htmlReport(one))));
  it('SARIF, where no words make a link', () => {
    const unlinked = (words: string) => words.replaceAll('](', '] (');
    holds(
      (one) => fromSarif(sarifReport(one)),
      (one) =>
        rowsOf(one).map((row) => ({
          ...row,
          sides: row.sides.map(({ words, at }) => ({ words: unlinked(words), at: at.map(unlinked) })),
        })),
    );
  });
  it('a terminal', () => {
    const open = (one: Report) => rowsOf(one, placeLine).filter((row) => row.standing !== 'known');
    holds((one) => fromTerminal(terminalReport(one, { width: 100_000 })), open);
  });
  it('a terminal, known ones on a line each', () => {
    fc.assert(
      fc.property(report, (one) => {
        const lines = new Set(terminalReport(one, { width: 100_000 }).split('\n'));
        for (const { standing, level, rule, key, sides } of rowsOf(one)) {
          const told = sides.map(({ words, at }) => `${words}${at.length ? ` at ${at.join(', ')}` : ''}`).join('; ');
          if (standing === 'known') expect(lines).toContain(`  ${level} ${rule} ${key}: ${told}`);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('every format', () => {
  it.each(Object.keys(FORMATS) as (keyof typeof FORMATS)[])(
    '%s: same report, same bytes, and a line feed at the end',
    async (name) => {
      const format = await FORMATS[name]();
      const text = format(sampleReport('drift'), {});
      expect(format(sampleReport('drift'), {})).toBe(text);
      expect(text).toMatch(/\n$/);
    },
  );
});

it('what matters most comes first', () => {
  const all = listed({
    ...sampleReport('drift'),
    findings: [...sampleReport('drift').findings, ...sampleReport('could_not_look').findings],
  });
  expect(all.map(({ finding }) => (finding.direction === 'unread' ? 'unread' : finding.level))).toEqual([
    'unread',
    'error',
    'error',
    'error',
    'warning',
    'note',
  ]);
});
