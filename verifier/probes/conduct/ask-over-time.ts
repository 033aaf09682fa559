/** Questions that need time to pass go in; the clock of the sandbox is moved, and what is seen then comes out. */
import type { Question } from '../../../matrix/types.ts';
import { secondsIn } from '../../config/seconds-in.ts';
import type { Observation } from '../../types.ts';
import { gateOutcome, type UsedUp } from '../api.ts';
import { becomeHolder, sessionOf, withHolder } from '../become-holder.ts';
import { inParallel } from '../in-parallel.ts';
import { edgeOutcome, secondsOf } from '../limits/edge-outcome.ts';
import { edgeProbe } from '../limits/edge-probe.ts';
import { meaningOf } from '../meaning.ts';
import { noAnswer } from '../no-answer.ts';
import { GuardedSession } from '../requests/guarded-session.ts';
import { overLimitStages } from './ask-over-limit.ts';
import { askExpired, toldOnce } from './ask-tokens.ts';
import { isOfStartedTrial } from './ask-trial.ts';
import { type ConductProbe, type Seen, seenAs, unread } from './conduct-probe.ts';
import { earlyLooks } from './early-look.ts';
import type { Moment } from './moment.ts';
import { tryTrial } from './try-trial.ts';

export interface OverTime {
  /** Limits whose window has to reset. */
  usedUp: readonly UsedUp[];
  questions: readonly Question[];
}

const AT_ONCE = 8;
/** What is over at that very second is over a little later everywhere. */
const SLACK_SECONDS = 2;

/** Time only runs forward: whatever needs least of it is seen first. */
export async function askOverTime(probe: ConductProbe, { usedUp, questions }: OverTime): Promise<Observation[]> {
  const tokens = await Promise.all(
    questions.filter((one) => one.subject.facet === 'expired_token').map((one) => expiring(probe, one)),
  );
  const stages = overLimitStages(
    probe,
    questions.filter((one) => one.subject.kind === 'limit'),
  );
  const moments = [...earlyLooks(probe, usedUp), ...windowsOf(probe, usedUp), ...stages, ...tokens];
  const out = toldOnce(probe, await asTimeGoes(probe, moments, stages.length > 0));
  // Who starts a trial is not who they were any more: everybody else was asked before.
  const trial = await tryTrial(probe, questions.filter(isOfStartedTrial));
  out.push(...trial.now, ...(await asTimeGoes(probe, trial.later, false)));
  await trial.end();
  return out;
}

/** `settled`: a product may note only as time moves that somebody is above a limit, and from then on it counts. */
async function asTimeGoes(probe: ConductProbe, moments: readonly Moment[], settled: boolean): Promise<Observation[]> {
  const out: Observation[] = [];
  const clock = { passed: 0, stuck: undefined as string | undefined };
  if (settled) {
    clock.stuck = await move(probe, 1);
    clock.passed = 1;
  }
  for (const { after, over, look } of moments.toSorted((a, b) => a.after - b.after)) {
    const by = over?.() ? 0 : after - clock.passed;
    if (by > 0) clock.stuck ??= await move(probe, by);
    clock.passed += Math.max(0, by);
    const seen = await look();
    out.push(...(clock.stuck ? seen.map((one) => notSeen(one, clock.stuck!)) : seen));
  }
  return out;
}

function notSeen(seen: Observation, reason: string): Observation {
  return { ...seen, outcome: { kind: 'unread', reason } };
}

/** Gives the reason why time did not move, or nothing. */
async function move(probe: ConductProbe, seconds: number): Promise<string | undefined> {
  const session = new GuardedSession(sessionOf(probe), undefined, probe.writes);
  const { clock } = probe.surface;
  try {
    const answer = await session.send(clock!, { seconds: String(seconds) });
    return answer.status < 300 ? undefined : `time did not move: ${clock!.request} answered ${answer.status}`;
  } catch (error) {
    return `time did not move: ${clock!.request} ${noAnswer(error)}`;
  }
}

/** All limits with a window of one length at once. */
function windowsOf(probe: ConductProbe, usedUp: readonly UsedUp[]): Moment[] {
  const byLength = new Map<number, UsedUp[]>();
  for (const one of usedUp) {
    const { per } = probe.limits[one.question.subject.key] ?? {};
    const after = ((per && secondsOf(per)) ?? 0) + SLACK_SECONDS;
    byLength.set(after, [...(byLength.get(after) ?? []), one]);
  }
  return [...byLength].map(([after, all]) => ({
    after,
    look: () => inParallel(all, AT_ONCE, (one) => onceMore(probe, one)),
  }));
}

function onceMore(probe: ConductProbe, { question, seen }: UsedUp): Promise<Observation> {
  const { surface, limits, refusals } = probe;
  const { key } = question.subject;
  const limit = limits[key]!;
  return seenAs(probe, question, limit.operation, async (): Promise<Seen> => {
    const config = edgeProbe(surface.limits?.[key]);
    const { edge, evidence } = seen;
    // Nothing was used up: there is no window to wait for.
    if (edge.is === 'none') return { outcome: { kind: 'read', value: { kind: 'included' } }, evidence };
    if (edge.is !== 'found' || !config)
      return { outcome: edgeOutcome({ edge, limit, facet: 'hard', rolling: false }), evidence };
    return withHolder(probe, question.holder!, async ({ session, reason }): Promise<Seen> => {
      if (reason) return unread(reason);
      const answer = await session.make(config, { n: '1' }, config.undo);
      const outcome = gateOutcome(meaningOf(answer, refusals, surface.error_code));
      return { outcome, evidence: [...evidence.slice(-1), answer.evidence] };
    });
  });
}

/** Signed in before time moves, and asked with the same token afterwards. */
async function expiring(probe: ConductProbe, question: Question): Promise<Moment> {
  const { open, reason, end } = await becomeHolder(probe, question.holder!);
  // Nobody else could become anybody meanwhile.
  if (probe.holders?.way.one_at_a_time) await end();
  const after = (secondsIn(probe.surface.tokens?.lasts ?? '') ?? 0) + SLACK_SECONDS;
  const { key } = question.subject;
  return {
    after,
    look: async () => {
      const seen = reason
        ? await seenAs(probe, question, key, async () => unread(reason))
        : await askExpired(probe, { question, open });
      await end();
      return [seen];
    },
  };
}
