/** A report goes in; all its findings in one list, with how each counts, the most important first, come out. */
import type { Finding, Report, Waived } from '../types.ts';

export interface Listed {
  finding: Finding;
  /** `open` counts; `waived` and `known` are listed and do not. */
  standing: 'open' | 'waived' | 'known';
  waived?: Waived;
}

const LEVELS = ['error', 'warning', 'note'];

/** Open ones first, of these what could not be looked at, then by level; otherwise the order of the report. */
export function listed({ findings, waivers, known = [] }: Report): Listed[] {
  return [
    ...findings.toSorted((a, b) => rank(a) - rank(b)).map((finding): Listed => ({ finding, standing: 'open' })),
    ...waivers.map((waived): Listed => ({ finding: waived.finding, standing: 'waived', waived })),
    ...known.map((finding): Listed => ({ finding, standing: 'known' })),
  ];
}

/** `waived until 2027-01-31 by docs team: …`; nothing for what counts. */
export function standingWords({ standing, waived }: Listed): string | undefined {
  if (waived) return `waived until ${waived.until} by ${waived.owner}: ${waived.reason}`;
  return standing === 'known' ? 'known to the baseline' : undefined;
}

function rank({ level, direction }: Finding): number {
  return direction === 'unread' ? -1 : LEVELS.indexOf(level);
}
