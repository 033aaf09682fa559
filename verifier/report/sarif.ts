/** A report goes in; a SARIF 2.1.0 log comes out, within what GitHub takes of one, with all that was left out stated in it. */
import { gzipSync } from 'node:zlib';
import { exitCodeOf } from '../audit/exit-code.ts';
import type { Report } from '../types.ts';
import { countWords } from './count-words.ts';
import type { FormatOptions } from './format.ts';
import { headlineOf } from './headline.ts';
import { leftOutWords } from './left-out-words.ts';
import { type SarifResult, sarifResults } from './sarif/results.ts';
import { sarifRules } from './sarif/rules.ts';
import { text } from './sarif/text.ts';
import { verdictLine } from './verdict-line.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** A log with more is refused. Of these, GitHub shows the 5,000 that are most severe. */
const MOST_RESULTS = 25_000;
/** Of the compressed file: 10 MB, with room for another compressor. */
const MOST_BYTES = 9_500_000;

/** Same report and options, same bytes. Paths are relative to the root of the repository: none is absolute. */
export function sarifReport(report: Report, options: FormatOptions = {}): string {
  const results = sarifResults(report, options);
  const most = Math.min(options.bytes ?? MOST_BYTES, MOST_BYTES);
  let kept = Math.min(results.length, MOST_RESULTS);
  for (;;) {
    const log = printed(report, options, results.slice(0, kept), results.length - kept);
    const bytes = log.length < most ? 0 : gzipSync(log).length;
    if (kept === 0 || bytes <= most) return log;
    kept = Math.floor(kept * (most / bytes) * 0.97);
  }
}

function printed(report: Report, options: FormatOptions, results: readonly SarifResult[], left: number): string {
  const rules = sarifRules(report, options);
  const { planproof } = report.run.versions;
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Planproof', ...(planproof && { semanticVersion: planproof }), rules } },
        automationDetails: { id: `planproof/${options.command ?? 'check'}/` },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
        invocations: [invocation(report, left)],
        results,
        properties: {
          verdict: report.verdict,
          ...(report.release && { release: report.release.verdict }),
          date: report.date,
          matrixDigest: report.matrix.digest,
        },
      },
    ],
  };
  return `${JSON.stringify(log, null, 1)}\n`;
}

interface Notification {
  level: 'error' | 'warning' | 'note';
  message: { text: string };
}

function invocation(report: Report, left: number): object {
  const blind = report.verdict === 'could_not_look';
  return {
    executionSuccessful: !blind,
    exitCode: exitCodeOf(report),
    exitCodeDescription: text(verdictLine(report)),
    toolExecutionNotifications: [
      ...(left
        ? [told('warning', `${countWords(left, 'finding')} left out: a log may hold ${MOST_RESULTS} and 10 MB`)]
        : []),
      ...headlineOf(report).reasons.map((reason) => told(blind ? 'error' : 'note', reason)),
      ...leftOutWords(report).map((words) => told('note', words)),
    ],
  };
}

function told(level: Notification['level'], words: string): Notification {
  return { level, message: { text: text(words) } };
}
