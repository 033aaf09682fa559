/** A report of all that was found and what people decided about it go in; the report of what counts comes out. */
import { applyBaseline } from '../baseline/apply-baseline.ts';
import type { ReadEntry } from '../baseline/baseline.ts';
import type { Finding, Report, Waived } from '../types.ts';
import { applyWaivers } from '../waivers/apply-waivers.ts';
import type { Waiver } from '../waivers/waiver.ts';
import { type Changes, isAmong } from './changes.ts';
import { releaseOf } from './release.ts';
import { verdictOf } from './verdict.ts';

export interface Decisions {
  waivers?: readonly Waiver[];
  baseline?: readonly ReadEntry[];
  /** Where only findings in changed files are to be shown. */
  changes?: Changes;
  /** Surfaces of which only a part was asked for: what is missing there may only not have been looked for. */
  partly?: readonly string[];
  /** All surfaces that are configured, and the files beside them. */
  surfaces?: ReadonlySet<string>;
  /** What is wrong with the files that hold decisions. */
  problems?: readonly Finding[];
}

/** Waivers count before the baseline, so that what was decided on is told as decided. */
export function settle(report: Report, decisions: Decisions): Report {
  const { waivers = [], baseline, changes, surfaces, problems = [] } = decisions;
  const looked = lookedAtInFull(report, decisions);
  const { open, waived, wrong } = applyWaivers(report.findings, { waivers, date: report.date, looked, surfaces });
  const {
    open: fresh,
    known,
    wrong: gone,
  } = applyBaseline(open, {
    ...{ entries: baseline ?? [], looked },
    waived: waived.map((one) => one.finding),
  });
  const all = { findings: [...problems, ...wrong, ...gone, ...fresh], waivers: waived, known };
  const shown = changes ? shownOf(all, changes) : all;
  const settled: Report = {
    ...report,
    findings: shown.findings,
    waivers: shown.waivers,
    ...(baseline && { known: shown.known }),
    ...(changes && { scope: scopeOf(changes, count(all) - count(shown)) }),
  };
  return { ...settled, ...verdictOf(settled), ...(report.release && { release: releaseOf(settled) }) };
}

interface Lists {
  findings: Finding[];
  waivers: Waived[];
  known: Finding[];
}

function shownOf({ findings, waivers, known }: Lists, changes: Changes): Lists {
  return {
    findings: findings.filter((one) => isAmong(changes, one)),
    waivers: waivers.filter((one) => isAmong(changes, one.finding)),
    known: known.filter((one) => isAmong(changes, one)),
  };
}

function count({ findings, waivers, known }: Lists): number {
  return findings.length + waivers.length + known.length;
}

function scopeOf({ since, files }: Changes, hidden: number): NonNullable<Report['scope']> {
  return { since, changed: files.size, hidden };
}

function lookedAtInFull({ coverage, findings }: Report, { partly = [] }: Decisions): Set<string> {
  const looked = new Set(coverage.map((one) => one.surface));
  for (const surface of partly) looked.delete(surface);
  for (const { direction, about } of findings) if (direction === 'unread') looked.delete(about.surface);
  return looked;
}
