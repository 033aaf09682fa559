/** What keeps a matrix from being read goes in; every format but the terminal's is printed, so that programs which wait for a file get one. */
import type { Problem } from '../../matrix/problem.ts';
import { nothingSeen, unreadableMatrix } from '../../verifier/audit/unreadable-matrix.ts';
import type { Config } from '../../verifier/config/types.ts';
import type { Report } from '../../verifier/types.ts';
import { printReport } from './print-report.ts';
import { replaceReport } from './tell-unseen.ts';
import type { Wanted } from './wanted-formats.ts';

export interface Unreadable {
  root: string;
  problems: readonly Problem[];
  config: Config;
  date: string;
  wanted: readonly Wanted[];
}

const NOTHING = 'matrix or configuration have errors, so nothing was looked at';

/** Of an audit, which could not look at anything. Gives its exit code. */
export async function tellUnreadable({ root, problems, config, date, wanted }: Unreadable): Promise<2> {
  const run = { took_ms: 0, started: '', base_urls: {}, versions: {} };
  const report: Report = {
    ...nothingSeen(unreadableMatrix(problems, config.matrix, date, run), NOTHING),
    release: { verdict: 'NO_GO', reasons: [NOTHING], conditions: [] },
  };
  replaceReport(report, { root, folder: config.report ?? 'report' });
  const files = wanted.filter((one) => one.name !== 'terminal');
  await printReport(report, files, { root, command: 'audit' });
  return 2;
}
