/** `planproof check`: matrix, generated files and docs in one go; no server, no network. */
import { assemble } from '../../verifier/audit/assemble.ts';
import { EXIT_CODES } from '../../verifier/audit/verdict.ts';
import { jsonReport } from '../../verifier/report/json.ts';
import { terminalReport } from '../../verifier/report/terminal.ts';
import { allFiles } from '../files/find-files.ts';
import { differences } from '../generate/compare.ts';
import { printAll } from '../generate/print-all.ts';
import { reportProblems } from '../report-problems.ts';
import { lookAtDocs } from '../surfaces/look-at-docs.ts';
import { today } from '../today.ts';
import { openWorkspace } from '../workspace.ts';

export interface CheckOptions {
  root: string;
  json: boolean;
  date?: string;
}

/** Gives the exit code; 2 wins over 1. */
export function check({ root, json, date }: CheckOptions): 0 | 1 | 2 {
  const started = Date.now();
  const { config, matrix, problems } = openWorkspace(root);
  if (!matrix) return reportProblems(root, problems);
  reportProblems(root, problems);
  const files = allFiles(root);
  const { printed, problems: unprintable } = printAll(root, config, matrix, files);
  const different = unprintable.length ? [] : differences(root, printed, files);
  const docs = config.surfaces.flatMap((surface) => (surface.kind === 'docs' ? [lookAtDocs(root, matrix, surface, files)] : []));
  const run = { took_ms: Date.now() - started, started: new Date(started).toISOString(), base_urls: {}, versions: {} };
  const report = assemble({ matrix, matrixPath: config.matrix, date: today(date), surfaces: docs, run });
  if (json) process.stdout.write(jsonReport(report));
  else {
    reportProblems(root, unprintable);
    for (const { path, how, line } of different) console.log(`${path}:${line} ${how}: run \`planproof generate\``);
    process.stdout.write(terminalReport(report, { color: process.stdout.isTTY && !process.env.NO_COLOR }));
  }
  if (different.length || unprintable.length) console.error(`planproof: ${different.length + unprintable.length} generated files are not as printed`);
  const code = docs.length ? EXIT_CODES[report.verdict] : 0;
  return code === 2 ? 2 : different.length || unprintable.length ? 1 : code;
}
