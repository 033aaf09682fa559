/** Problems that keep a matrix from being compiled go in; a report that holds them, and nothing else, comes out. */
import { createHash } from 'node:crypto';
import type { Problem } from '../../matrix/problem.ts';
import type { Report } from '../types.ts';
import { fileCoverage, REPORT_SCHEMA } from './assemble.ts';
import { problemFindings } from './file-findings.ts';
import { verdictOf } from './verdict.ts';

/** The digest names the problems, since there is no matrix to name. */
export function unreadableMatrix(problems: readonly Problem[], path: string, date: string, run: Report['run']): Report {
  const findings = problemFindings(problems);
  const coverage = [fileCoverage(1)];
  const digest = `sha256-${createHash('sha256').update(JSON.stringify(problems)).digest('hex')}`;
  const parts = { plans: [], keys: [], cells: [], excluded: [], waivers: [], evidence: {} };
  return {
    $schema: REPORT_SCHEMA,
    planproof: 1,
    product: '',
    matrix: { path, digest },
    date,
    ...verdictOf({ findings, coverage }),
    ...parts,
    findings,
    coverage,
    run,
  };
}

/** Of a run that could look at nothing, for a reason. */
export function nothingSeen(report: Report, reason: string): Report {
  return { ...report, verdict: 'could_not_look', reasons: [reason] };
}
