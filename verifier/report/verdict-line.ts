/** A report goes in; its verdict in one line, without colour, comes out. */
import { belowFloor } from '../audit/below-floor.ts';
import type { Coverage, Finding, Level, Report, Verdict } from '../types.ts';
import { countWords, numberWords } from './count-words.ts';
import { headlineOf } from './headline.ts';
import { labels } from './labels.ts';

const ENDINGS: Record<Verdict, (report: Report) => string> = {
  clean: (report) => `${lookedAt(report)}, ${findingCount(report.findings)}`,
  drift: ({ findings }) => findingCount(findings),
  could_not_look: (report) => `${unseen(report)}; ${findingCount(report.findings, false)}`,
};

/** `planproof: DRIFT — 3 findings (2 errors, 1 warning)`; of an audit of everything, `planproof: NO_GO — …`. */
export function verdictLine(report: Report): string {
  const ending = `${ENDINGS[report.verdict](report)}${apart(report)}${floors(report)}${report.part ? ', only a part was asked for' : ''}`;
  return `planproof: ${headlineOf(report).shout} — ${ending}`.replace(/\s+/g, ' ');
}

/** Where nothing that was seen differs, it is the floors that keep it back. */
function floors({ verdict, release, coverage }: Report): string {
  if (verdict !== 'clean' || release?.verdict !== 'NO_GO') return '';
  const below = coverage.filter((one) => belowFloor(one)).length;
  return below ? `, ${countWords(below, 'surface')} below the floor` : '';
}

/** `, 2 waived, 14 known`: what does not count is counted apart. */
function apart({ waivers, known = [], scope }: Report): string {
  const counts: [number, string][] = [
    [waivers.length, 'waived'],
    [known.length, 'known'],
    [scope?.hidden ?? 0, 'not shown'],
  ];
  return counts.flatMap(([n, words]) => (n ? [`, ${numberWords(n)} ${words}`] : [])).join('');
}

/** `3 findings (2 errors, 1 warning)`; levels that do not occur are left out. */
export function findingCount(findings: readonly Finding[], withLevels = true): string {
  const total = countWords(findings.length, 'finding');
  if (!withLevels || findings.length === 0) return total;
  return `${total} (${levelCounts(findings).join(', ')})`;
}

function levelCounts(findings: readonly Finding[]): string[] {
  return (Object.keys(labels.level) as Level[]).flatMap((level) => {
    const n = findings.filter((one) => one.level === level).length;
    return n ? [countWords(n, labels.level[level].one, labels.level[level].other)] : [];
  });
}

/** `1,243 facts read on 4 surfaces`. */
export function lookedAt({ coverage }: Report): string {
  const read = coverage.reduce((sum, one) => sum + one.read, 0);
  const claims = coverage.reduce((sum, one) => sum + one.claims, 0);
  // Where nothing was asked, what copy claims is all that there was to read.
  const what = read || !claims ? countWords(read, 'fact') : countWords(claims, 'claim');
  return `${what} read on ${countWords(coverage.length, 'surface')}`;
}

function unseen({ coverage, reasons }: Report): string {
  const gaps = coverage.flatMap(gapOf);
  if (gaps.length) return gaps.join(', ');
  return reasons.length ? reasons.map((one) => one.replace(/\.$/, '')).join(', ') : 'nothing was looked at';
}

function gapOf({ surface, asked, unread, read, claims }: Coverage): string[] {
  if (unread > 0) return [`${surface}: ${numberWords(unread)} of ${countWords(asked, 'question')} unread`];
  return asked === 0 && read === 0 && claims === 0 ? [`${surface}: nothing asked and nothing found`] : [];
}
