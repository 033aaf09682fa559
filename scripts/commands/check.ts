/** `planproof check`: matrix, generated files and docs in one go; no server, no network. */
import { assemble } from '../../verifier/audit/assemble.ts';
import { printedFindings, problemFindings } from '../../verifier/audit/file-findings.ts';
import { unreadableMatrix } from '../../verifier/audit/unreadable-matrix.ts';
import { EXIT_CODES } from '../../verifier/audit/verdict.ts';
import { jsonReport } from '../../verifier/report/json.ts';
import { terminalReport } from '../../verifier/report/terminal.ts';
import type { Report } from '../../verifier/types.ts';
import { allFiles } from '../files/find-files.ts';
import { differences } from '../generate/compare.ts';
import { printAll } from '../generate/print-all.ts';
import { reportProblems } from '../report-problems.ts';
import { lookAtDocs } from '../surfaces/look-at-docs.ts';
import { today } from '../today.ts';
import { openWorkspace, type Workspace } from '../workspace.ts';

export interface CheckOptions {
  root: string;
  json: boolean;
  date?: string;
}

/** Gives the exit code; 2 wins over 1. */
export async function check({ root, json, date }: CheckOptions): Promise<0 | 1 | 2> {
  const started = Date.now();
  const judged = today(date);
  const workspace = openWorkspace(root, judged);
  const run = () => ({
    took_ms: Date.now() - started,
    started: new Date(started).toISOString(),
    base_urls: {},
    versions: {},
  });
  if (!workspace.matrix) {
    if (json)
      process.stdout.write(jsonReport(unreadableMatrix(workspace.problems, workspace.config.matrix, judged, run())));
    else reportProblems(root, workspace.problems);
    return 1;
  }
  const report = { ...(await lookAtFiles(workspace, judged)), run: run() };
  if (json) process.stdout.write(jsonReport(report));
  else {
    reportProblems(root, workspace.problems);
    process.stdout.write(terminalReport(report, { color: process.stdout.isTTY && !process.env.NO_COLOR }));
  }
  return EXIT_CODES[report.verdict];
}

async function lookAtFiles({ root, config, matrix, problems }: Workspace, date: string): Promise<Omit<Report, 'run'>> {
  const files = allFiles(root);
  const { printed, problems: unprintable } = await printAll(root, config, matrix!, files);
  const different = unprintable.length ? [] : differences(root, printed, files);
  const findings = [...problemFindings([...problems, ...unprintable]), ...printedFindings(different, config.matrix)];
  const docs = config.surfaces.filter((surface) => surface.kind === 'docs');
  const surfaces = await Promise.all(docs.map((surface) => lookAtDocs(root, matrix!, surface, files)));
  const run = { took_ms: 0, started: '', base_urls: {}, versions: {} };
  return assemble({
    matrix: matrix!,
    matrixPath: config.matrix,
    date,
    surfaces,
    files: { count: 1 + printed.length, findings },
    run,
  });
}
