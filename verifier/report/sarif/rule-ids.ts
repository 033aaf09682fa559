/** A report goes in; the ids of the rules of all its findings, sorted, come out. */
import type { Report } from '../../types.ts';
import { listed } from '../listed.ts';

/** Whether a finding fits into the log or not, so that the index of a rule never moves. */
export function ruleIds(report: Report): string[] {
  return [...new Set(listed(report).map(({ finding }) => finding.rule))].sort();
}
