/** Findings and coverage go in; the verdict with its reasons comes out. What could not be looked at outranks drift. */
import type { Coverage, Finding, Report } from '../types.ts';

export function verdictOf(
  findings: readonly Finding[],
  coverage: readonly Coverage[],
): Pick<Report, 'verdict' | 'reasons'> {
  const reasons: string[] = [];
  const unread = findings.filter((one) => one.direction === 'unread');
  for (const { about, says } of unread) reasons.push(`${about.surface}: ${says}`);
  if (!coverage.length) reasons.push('no surface was looked at');
  for (const one of coverage)
    if (!one.read && !one.claims && !unread.some((finding) => finding.about.surface === one.surface))
      reasons.push(`${one.surface}: nothing was read there`);
  if (reasons.length) return { verdict: 'could_not_look', reasons };
  const errors = findings.filter((one) => one.level === 'error').length;
  if (errors)
    return { verdict: 'drift', reasons: [`${errors} ${errors === 1 ? 'finding' : 'findings'} of level error`] };
  return { verdict: 'clean', reasons: ['everything that had to be looked at was read, and nothing differs'] };
}

export const EXIT_CODES = { clean: 0, drift: 1, could_not_look: 2 } as const;
