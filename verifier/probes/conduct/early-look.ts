/** Rates that were used up and say nowhere how long to wait go in; looks shortly before their windows are over come out. */
import type { Question } from '../../../matrix/types.ts';
import type { Observation, Outcome } from '../../types.ts';
import { gateOutcome, type UsedUp } from '../api.ts';
import { withHolder } from '../become-holder.ts';
import { inParallel } from '../in-parallel.ts';
import { secondsOf } from '../limits/edge-outcome.ts';
import { edgeProbe } from '../limits/edge-probe.ts';
import { windowShown } from '../limits/window-shown.ts';
import { meaningOf } from '../meaning.ts';
import { type ConductProbe, type Seen, seenAs, unread } from './conduct-probe.ts';
import type { Moment } from './moment.ts';

const AT_ONCE = 8;
/** The audit itself goes on for as long, between moving time and looking. */
const MARGIN_SECONDS = 180;

/** Whoever used it up is still refused then; only what differs, or is not known, is told. */
export function earlyLooks(probe: ConductProbe, usedUp: readonly UsedUp[]): Moment[] {
  const byLength = new Map<number, UsedUp[]>();
  for (const one of usedUp) {
    const seconds = lengthByClock(probe, one);
    if (seconds !== undefined) byLength.set(seconds, [...(byLength.get(seconds) ?? []), one]);
  }
  return [...byLength].map(([seconds, all]) => {
    const after = Math.max(0, seconds - MARGIN_SECONDS - sinceFirst(all));
    return {
      after,
      look: async () => (await inParallel(all, AT_ONCE, (one) => lookEarly(probe, one, { seconds, after }))).flat(),
    };
  });
}

function lengthByClock({ surface, limits }: ConductProbe, { question, seen }: UsedUp): number | undefined {
  const { key } = question.subject;
  const { per } = limits[key] ?? {};
  const rolling = edgeProbe(surface.limits?.[key])?.window === 'rolling';
  const by = windowShown({ edge: seen.edge, per, rolling, clock: surface.clock !== undefined });
  return by === 'clock' && per ? secondsOf(per) : undefined;
}

/** Seconds since the first of them began to act. */
function sinceFirst(all: readonly UsedUp[]): number {
  return Math.ceil((Date.now() - Math.min(...all.map(({ seen }) => seen.began))) / 1000);
}

interface Early {
  seconds: number;
  /** How far time was moved. */
  after: number;
}

async function lookEarly(probe: ConductProbe, { question, seen }: UsedUp, early: Early): Promise<Observation[]> {
  const { key } = question.subject;
  const hard: Question = { ...question, subject: { ...question.subject, facet: 'hard' } };
  const looked = await seenAs(probe, hard, probe.limits[key]!.operation, () =>
    withHolder(probe, question.holder!, async ({ session, reason }): Promise<Seen> => {
      if (reason) return unread(reason);
      const config = edgeProbe(probe.surface.limits?.[key])!;
      const answer = await session.make(config, { n: '1' }, config.undo);
      const outcome = gateOutcome(meaningOf(answer, probe.refusals, probe.surface.error_code));
      const evidence = [...seen.evidence.slice(-1), answer.evidence];
      if (outcome.kind !== 'read' || outcome.value.kind !== 'included') return { outcome, evidence };
      return { outcome: letThrough(probe, { question, seen }, early), evidence };
    }),
  );
  const refused = looked.outcome.kind === 'read' && looked.outcome.value.kind === 'refusal';
  return refused ? [] : [looked];
}

/** Its window is no longer than the time that went by. */
function letThrough({ limits }: ConductProbe, { question, seen }: UsedUp, { seconds, after }: Early): Outcome {
  const passed = after + (Date.now() - seen.began) / 1000;
  if (passed >= seconds || seen.edge.is !== 'found')
    return { kind: 'unread', reason: 'the audit itself took too long to tell how long its window is' };
  const { unit } = limits[question.subject.key]!;
  const per = { n: Math.ceil(passed / 60), unit: 'minute' as const };
  return { kind: 'read', value: { kind: 'amount', n: seen.edge.hard, unit, per, bound: 'exactly' } };
}
