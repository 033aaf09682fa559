/** Why nothing was looked at goes in; files that would still tell of an earlier run tell that instead. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { nothingSeen, unreadableMatrix } from '../../verifier/audit/unreadable-matrix.ts';
import { htmlReport } from '../../verifier/report/html.ts';
import { jsonReport } from '../../verifier/report/json.ts';
import type { Report } from '../../verifier/types.ts';
import { sentenceOf } from '../failure.ts';
import { openReportFolder, type ReportFolder } from '../files/report-folder.ts';
import { SEAL } from '../files/report-names.ts';
import { printReport } from './print-report.ts';
import type { Wanted } from './wanted-formats.ts';

export interface Unseen {
  root: string;
  command: 'check' | 'audit';
  date: string;
  wanted: readonly Wanted[];
  reason: string;
  /** Of the matrix, where the configuration says. */
  matrix?: string;
  /** Of reports. */
  folder?: string;
  /** Where this run holds that folder. */
  reports?: ReportFolder | undefined;
}

const NO_RUN = { took_ms: 0, started: '', base_urls: {}, versions: {} };

/** Never throws: what kept it from looking is told by whoever calls. */
export async function tellUnseen({ matrix = '', reason, ...unseen }: Unseen): Promise<void> {
  const seen = nothingSeen(unreadableMatrix([], matrix, unseen.date, NO_RUN), reason.replace(/\.$/, ''));
  const report: Report = {
    ...seen,
    coverage: [],
    ...(unseen.command === 'audit' && { release: { verdict: 'NO_GO', reasons: seen.reasons, conditions: [] } }),
  };
  if (unseen.folder !== undefined) replaceReport(report, { ...unseen, folder: unseen.folder });
  const files = unseen.wanted.filter((one) => one.file !== undefined);
  await printReport(report, files, unseen).catch(say);
}

/** Where none was, none is left. What another audit holds is that audit's. */
export function replaceReport(
  report: Report,
  { root, folder, reports }: Pick<Unseen, 'root' | 'reports'> & { folder: string },
): void {
  if (!existsSync(join(root, folder, SEAL))) return;
  try {
    const open = reports ?? openReportFolder(root, folder);
    try {
      open.write({ [SEAL]: jsonReport(report), 'report.html': htmlReport(report, {}) });
    } finally {
      if (!reports) open.release();
    }
  } catch (error) {
    say(error);
  }
}

function say(error: unknown): void {
  console.error(`planproof: ${sentenceOf(error)}`);
}
