/** What was found, what was looked at and what was decided go in; the verdict with its reasons comes out. What could not be looked at outranks drift. */
import type { Coverage, Finding, Part, Report } from '../types.ts';

/** Of a surface, in the verdict. */
const MOST_REASONS = 5;

export type Judged = Pick<Report, 'findings' | 'coverage'> &
  Partial<Pick<Report, 'waivers' | 'known' | 'scope' | 'part'>>;

export function verdictOf(judged: Judged): Pick<Report, 'verdict' | 'reasons'> {
  const { findings, coverage } = judged;
  const asides = asidesOf(judged);
  const unseen = unseenOf(findings, coverage);
  if (unseen.length) return { verdict: 'could_not_look', reasons: [...unseen, ...asides] };
  const errors = findings.filter((one) => one.level === 'error').length;
  if (errors) return { verdict: 'drift', reasons: [`${counted(errors, 'finding')} of level error`, ...asides] };
  const apart = Boolean(judged.waivers?.length || judged.known?.length || judged.scope?.hidden);
  const nothing = apart ? 'nothing else differs' : 'nothing differs';
  return {
    verdict: 'clean',
    reasons: [
      `everything that ${judged.part ? 'was asked for' : 'had to be looked at'} was read, and ${nothing}`,
      ...asides,
    ],
  };
}

/** Why part of it was not seen: no reason where all of it was. */
export function unseenOf(findings: readonly Finding[], coverage: readonly Coverage[]): string[] {
  const unread = findings.filter((one) => one.direction === 'unread');
  const told = new Set(unread.map((one) => one.about.surface));
  const reasons = [...told].flatMap((surface) => whyUnread(surface, unread));
  if (!coverage.length) reasons.push('no surface was looked at');
  for (const one of coverage) {
    if (told.has(one.surface)) continue;
    if (!one.read && !one.claims) reasons.push(`${one.surface}: nothing was read there`);
    else if (one.unread) reasons.push(`${one.surface}: ${counted(one.unread, 'question')} unread`);
  }
  return reasons;
}

/** Each is a finding of its own: beyond the first, that many are a number. */
function whyUnread(surface: string, unread: readonly Finding[]): string[] {
  const here = unread.filter((one) => one.about.surface === surface);
  const more = here.length - MOST_REASONS;
  return [
    ...here.slice(0, MOST_REASONS).map(({ says }) => `${surface}: ${says}`),
    ...(more > 0 ? [`${surface}: could not be looked at for ${counted(more, 'further reason')}`] : []),
  ];
}

function asidesOf({ waivers = [], known = [], scope, part }: Judged): string[] {
  return [
    ...(part ? [partWords(part)] : []),
    ...(waivers.length ? [`${counted(waivers.length, 'finding')} waived`] : []),
    ...(known.length ? [`${counted(known.length, 'finding')} known to the baseline`] : []),
    ...(scope ? [scopeWords(scope)] : []),
  ];
}

function partWords({ said, surfaces }: Part): string {
  const unseen = surfaces.length ? `; not looked at: ${surfaces.join(', ')}` : '';
  return `only a part was asked for (${said}), which decides nothing about a release${unseen}`;
}

function scopeWords({ since, changed, hidden }: NonNullable<Report['scope']>): string {
  return `findings in unchanged files are not shown: ${hidden}; ${counted(changed, 'file')} changed since ${since}`;
}

export function counted(n: number, one: string): string {
  return `${n} ${n === 1 ? one : `${one}s`}`;
}
