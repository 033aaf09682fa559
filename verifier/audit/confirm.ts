/** Observations and a way to ask again go in; what stayed the same, with what stands behind it, and what did not, as unread, come out. */
import type { Matrix } from '../../matrix/types.ts';
import { hash } from '../judge/hash.ts';
import { pair } from '../pair/pair.ts';
import { valueWords } from '../report/value-words.ts';
import type { Observation, Outcome } from '../types.ts';

export interface Again {
  /** Whether asking twice is the same as asking once. */
  can(seen: Observation): boolean;
  /** Whether that takes much: then only what would make a finding is asked twice. */
  costly?(seen: Observation): boolean;
  /** Why what would make a finding is not asked twice, where whoever reads of it has to know. */
  once?(seen: Observation): string | undefined;
  /** With fresh sessions. It is told what to look at, and no value. */
  look(suspects: readonly Observation[]): Promise<readonly Observation[]>;
}

/**
 * What would make a finding is asked a second time. Of the rest a small sample is: at every gate the first holder who got in
 * and the first who did not, which shows a product that answers now so, now so, without asking everything twice.
 */
export async function confirm(
  matrix: Matrix,
  observations: readonly Observation[],
  again: Again,
): Promise<Observation[]> {
  const read = observations.filter((one) => one.outcome.kind === 'read');
  const wrong = new Set(read.filter((one) => pair(matrix, one).some(({ comparison }) => comparison?.is === 'differs')));
  const askable = read.filter((one) => again.can(one));
  const others = askable.filter((one) => !wrong.has(one) && !again.costly?.(one));
  const twice = new Set([...askable.filter((one) => wrong.has(one)), ...sampleOf(others)]);
  const seconds = byId(twice.size ? await again.look([...twice]) : []);
  return observations.map((one) => {
    if (twice.has(one)) return settled(one, seconds.get(idOf(one)) ?? [], wrong.has(one));
    return wrong.has(one) ? askedOnce(one, again.once?.(one)) : one;
  });
}

/** The answer stands, and why nobody asked again stands beside it. */
function askedOnce(seen: Observation, why: string | undefined): Observation {
  if (why === undefined) return seen;
  return { ...seen, evidence: [...(seen.evidence ?? []), { answer: `asked once: ${why}` }] };
}

function byId(seconds: readonly Observation[]): Map<string, Observation[]> {
  const out = new Map<string, Observation[]>();
  for (const one of seconds) out.set(idOf(one), [...(out.get(idOf(one)) ?? []), one]);
  return out;
}

function sampleOf(observations: readonly Observation[]): Observation[] {
  const firsts = new Map<string, Observation>();
  for (const one of observations) {
    if (!('holder' in one.about) || one.outcome.kind !== 'read') continue;
    const { subject } = one.about;
    const id = hash([one.surface, subject, subject.kind === 'limit' ? '' : one.outcome.value.kind]);
    if (!firsts.has(id)) firsts.set(id, one);
  }
  return [...firsts.values()];
}

/** A second look that could not be taken says no more than that; the first answer is not known to be true. */
function settled(first: Observation, seconds: readonly Observation[], isSuspect: boolean): Observation {
  const same = seconds.find((one) => answerOf(one.outcome) === answerOf(first.outcome));
  if (same) return isSuspect && same.evidence ? { ...first, evidence: same.evidence } : first;
  const then = [...new Set(seconds.map((one) => answerOf(one.outcome)))].join(' and ') || 'nothing';
  return {
    ...first,
    outcome: { kind: 'unread', reason: `unstable: answered ${answerOf(first.outcome)}, then ${then}` },
  };
}

function answerOf(outcome: Outcome): string {
  if (outcome.kind === 'read') return valueWords(outcome.value);
  return outcome.kind === 'absent' ? 'nothing' : `could not be looked at (${outcome.reason})`;
}

/** What is asked, by whom, or what is said of which plans on which page: never what the answer is. */
export function idOf({ about, at, by }: Observation): string {
  if (!('words' in about)) return hash([about.holder ?? null, about.subject, at[0]?.kind === 'page' ? at[0].url : '']);
  const [place] = at;
  const where = place?.kind === 'page' ? place.url : '';
  return hash([where, about.subject, about.plans, about.relation ?? null, about.offer ?? null, by ?? null]);
}
