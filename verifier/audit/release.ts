/** What an audit of everything found and what people decided goes in; whether it may go out, and why, comes out. */
import type { Condition, Coverage, Finding, Release, Report, Waived } from '../types.ts';
import { belowFloor } from './below-floor.ts';
import { counted, unseenOf } from './verdict.ts';

type Judged = Pick<Report, 'findings' | 'coverage' | 'waivers' | 'excluded' | 'date'> & Partial<Pick<Report, 'known'>>;

/**
 * `GO`: everything was seen, every floor is met, no error is open, and nobody had to waive anything. With waivers that
 * hold on the judging date: `GO_WITH_CONDITIONS`. Otherwise `NO_GO`; so also for errors that only a baseline holds, for
 * which nobody answers.
 */
export function releaseOf(judged: Judged): Release {
  const against = reasonsAgainst(judged);
  const asides = asidesOf(judged);
  if (against.length) return { verdict: 'NO_GO', reasons: [...against, ...asides], conditions: [] };
  const conditions = judged.waivers.map(conditionOf);
  const seen = 'everything that was asked was answered, and every floor is met';
  return conditions.length
    ? {
        verdict: 'GO_WITH_CONDITIONS',
        reasons: [`${seen}; no error is open`, ...conditions.map(conditionWords), ...asides],
        conditions,
      }
    : { verdict: 'GO', reasons: [`${seen}; no error is open, and none is waived`, ...asides], conditions };
}

function reasonsAgainst({ findings, coverage, waivers, known = [], date }: Judged): string[] {
  // Nobody can decide on what was not seen, wherever it is listed.
  const unseen = unseenOf([...findings, ...known, ...waivers.map((one) => one.finding)], coverage);
  const late = waivers.filter((one) => one.until < date).map((one) => `over: ${conditionWords(conditionOf(one))}`);
  return [
    ...unseen,
    ...errorsIn(findings, 'of level error'),
    ...errorsIn(known, 'of level error only known to the baseline, for which nobody answers'),
    ...late,
    ...coverage.flatMap((one) => (toldOf(one, findings) ? [] : (belowFloor(one) ?? []))),
  ];
}

/** What could not be seen is told already, and is why nothing more was answered. */
function toldOf({ surface, floor }: Coverage, findings: readonly Finding[]): boolean {
  return floor === undefined && findings.some((one) => one.direction === 'unread' && one.about.surface === surface);
}

function errorsIn(findings: readonly Finding[], words: string): string[] {
  const errors = findings.filter((one) => one.level === 'error' && one.direction !== 'unread').length;
  return errors ? [`${counted(errors, 'finding')} ${words}`] : [];
}

function asidesOf({ excluded, coverage }: Judged): string[] {
  const left = excluded.reduce((sum, one) => sum + (one.of === 'question' ? one.count : 0), 0);
  const unselected = coverage.reduce((sum, one) => sum + (one.selection?.left_out ?? 0), 0);
  return [
    ...(left ? [`${counted(left, 'question')} excluded with a reason`] : []),
    ...(unselected ? [`${counted(unselected, 'question')} left out by selection`] : []),
  ];
}

function conditionOf({ finding, owner, reason, until }: Waived): Condition {
  return { key: finding.key, rule: finding.rule, surface: finding.about.surface, owner, reason, until };
}

function conditionWords({ key, rule, surface, owner, reason, until }: Condition): string {
  return `${rule} on ${surface} (${key}) waived until ${until} by ${owner}: ${reason}`;
}
