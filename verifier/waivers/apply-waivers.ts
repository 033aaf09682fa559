/** Findings and waivers go in; what is still open, what is waived, and what is wrong with the waivers come out. */
import { hash } from '../judge/hash.ts';
import type { Finding, Waived } from '../types.ts';
import { pinnedSides } from './pinned-sides.ts';
import type { Waiver } from './waiver.ts';
import { type Fit, waiverFinding } from './waiver-finding.ts';

export interface Waiving {
  waivers: readonly Waiver[];
  /** Judging date, `YYYY-MM-DD`. */
  date: string;
  /** Surfaces that were looked at in full: only there a finding that is missing is gone. */
  looked: ReadonlySet<string>;
  /** All surfaces that there are; any may be where left out. */
  surfaces?: ReadonlySet<string> | undefined;
}

export interface WaivedApart {
  open: Finding[];
  waived: Waived[];
  /** About waivers that are outdated, lapsed, obsolete or impossible. */
  wrong: Finding[];
}

/** A waiver never covers what could not be looked at: nobody knows what it would let be. */
export function applyWaivers(findings: readonly Finding[], { waivers, date, looked, surfaces }: Waiving): WaivedApart {
  const covering = new Map<Finding, Waiver>();
  const wrong = waivers.flatMap((waiver) => {
    const fit = fitOf(waiver, findings, { date, looked, covering });
    if (fit.is === 'holds') for (const finding of fit.findings) covering.set(finding, waiver);
    if (fit.is === 'holds') return [];
    if (fit.is !== 'unused') return [waiverFinding(waiver, fit, date)];
    const nowhere = surfaces !== undefined && !surfaces.has(waiver.surface);
    return nowhere || sawAll(waiver, looked) ? [waiverFinding(waiver, { ...fit, nowhere }, date)] : [];
  });
  const waived = findings.flatMap((finding) => {
    const waiver = covering.get(finding);
    return waiver ? [waivedBy(finding, waiver)] : [];
  });
  return { open: findings.filter((one) => !covering.has(one)), waived, wrong };
}

interface Fitting {
  date: string;
  looked: ReadonlySet<string>;
  covering: ReadonlyMap<Finding, Waiver>;
}

function fitOf(waiver: Waiver, findings: readonly Finding[], { date, looked, covering }: Fitting): Fit {
  const same = findings.filter((one) => one.key === waiver.key);
  const unread = same.find((one) => one.direction === 'unread');
  if (unread) return { is: 'unread', finding: unread };
  const meant = same.filter((one) => saysTheSame(waiver, one, looked));
  const [first] = meant;
  if (!first) return same[0] ? { is: 'outdated', finding: same[0] } : { is: 'unused' };
  if (waiver.until < date) return { is: 'expired', finding: first };
  const before = covering.get(first);
  return before ? { is: 'repeated', before } : { is: 'holds', findings: meant };
}

function saysTheSame(
  { rule, surface, sides, fingerprint }: Waiver,
  finding: Finding,
  looked: Waiving['looked'],
): boolean {
  if (rule !== finding.rule || surface !== finding.about.surface) return false;
  // Of a part nobody can say whom else it concerns; the whole decides.
  if (fingerprint !== undefined && fingerprint !== finding.fingerprint && looked.has(surface)) return false;
  return hash(pinnedSides(sides)) === hash(pinnedSides(finding.sides));
}

/** Two documents that contradict each other may stand on two surfaces. */
function sawAll({ surface, sides }: Waiver, looked: ReadonlySet<string>): boolean {
  const others = sides.map((side) => side.who).filter((who) => who !== 'matrix' && who !== 'expected');
  return [surface, ...others].every((one) => looked.has(one));
}

function waivedBy(finding: Finding, { owner, reason, until, at }: Waiver): Waived {
  return { finding, owner, reason, until, at };
}
