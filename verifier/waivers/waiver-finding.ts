/** A waiver and why it does not hold go in; the finding about it, with both places, comes out. */
import { FILES } from '../audit/file-findings.ts';
import { makeFinding } from '../audit/make-finding.ts';
import { hash } from '../judge/hash.ts';
import { valueWords } from '../report/value-words.ts';
import type { Finding, Side } from '../types.ts';
import { pinnedSides } from './pinned-sides.ts';
import type { Waiver } from './waiver.ts';

/** `unread`: it names what could not be looked at. `repeated`: an earlier waiver covers the same. */
export type Fit =
  | { is: 'holds'; findings: Finding[] }
  | { is: 'outdated' | 'expired' | 'unread'; finding: Finding }
  | { is: 'repeated'; before: Waiver }
  | { is: 'unused'; nowhere?: boolean };

export type Wrong = Exclude<Fit, { is: 'holds' }>;

export function waiverFinding(waiver: Waiver, fit: Wrong, date: string): Finding {
  const { rule, key, at } = waiver;
  const { says, fix, sides } = told(waiver, fit, date);
  const about = { surface: FILES, subject: { kind: 'words' as const, key, facet: rule }, versions: [] };
  return makeFinding(
    { rule: `waiver/${fit.is}`, level: 'error', direction: 'contradiction', about, says, sides, fix },
    at.path,
  );
}

function told(waiver: Waiver, fit: Wrong, date: string): Pick<Finding, 'says' | 'sides' | 'fix'> {
  const { rule, surface, until, owner, at } = waiver;
  const name = `The waiver of ${rule} on ${surface}`;
  const here = (text: string): Side => ({ who: 'waiver', value: { kind: 'words', text }, at: [at] });
  switch (fit.is) {
    case 'unused':
      return {
        says: `${name} is about nothing: ${fit.nowhere ? 'there is no such surface' : 'no such finding is made any more'}.`,
        sides: [here('waived'), { who: surface, value: { kind: 'unknown' }, at: [] }],
        fix: fit.nowhere ? 'Correct `surface:`, or take the entry out of the file.' : 'Take the entry out of the file.',
      };
    case 'repeated':
      return {
        says: `${name} stands twice; the first is on line ${fit.before.at.line}.`,
        sides: [{ who: 'waiver', value: { kind: 'words', text: 'waived' }, at: [fit.before.at] }, here('waived again')],
        fix: 'Take one of the entries out of the file.',
      };
    case 'expired':
      return {
        says: `${name} ended on ${until}, and the finding is still there on ${date}.`,
        sides: [here(`until ${until}`), seenSide(fit.finding)],
        fix: `Mend what was found; or ask ${owner} for a later day.`,
      };
    case 'unread':
      return {
        says: `${name} names what could not be looked at, which nobody can waive.`,
        sides: [here('waived'), seenSide(fit.finding)],
        fix: 'Make it readable; or leave it out in the configuration, with a reason and an owner.',
      };
    case 'outdated': {
      const is = `${fit.finding.rule} on ${fit.finding.about.surface}`;
      if (is !== `${rule} on ${surface}`)
        return {
          says: `${name} bears the key of ${is}.`,
          sides: [here(`${rule} on ${surface}`), seenSide(fit.finding)],
          fix: 'Write rule and surface as the finding has them, or the key of another finding.',
        };
      const { before, now } = changedSide(waiver, fit.finding);
      const changed = before ? `${valueWords(before.value)} for ${before.who}` : 'other values';
      const so = now ? `it is ${valueWords(now.value)} now` : 'something else is found now';
      return {
        says: before && now ? `${name} is for ${changed}, and ${so}.` : `${name} is for others than are concerned now.`,
        sides: [
          before ? { who: 'waiver', value: before.value, at: [at] } : here('waived for others'),
          now ?? seenSide(fit.finding),
        ],
        fix: 'Mend what was found; or decide again, and write what every side says now.',
      };
    }
  }
}

/** The first side that the waiver has otherwise. */
function changedSide({ sides }: Waiver, finding: Finding): { before?: Waiver['sides'][number]; now?: Side } {
  const pinned = pinnedSides(sides);
  const at = pinnedSides(finding.sides).findIndex((side, index) => hash(side) !== hash(pinned[index] ?? null));
  const index = at < 0 && sides.length > finding.sides.length ? finding.sides.length : at;
  const [before, now] = [sides[index], finding.sides[index]];
  return { ...(before && { before }), ...(now && { now }) };
}

function seenSide({ sides, about }: Finding): Side {
  return sides.at(-1) ?? { who: about.surface, value: { kind: 'unknown' }, at: [] };
}
