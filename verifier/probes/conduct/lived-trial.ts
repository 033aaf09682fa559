/** A trial that was started goes in; looks before and after each whole unit of time, until it does not run any more, come out. */
import type { Evidence } from '../../types.ts';
import { secondsOf } from '../limits/edge-outcome.ts';
import { noAnswer } from '../no-answer.ts';
import type { GuardedSession } from '../requests/guarded-session.ts';
import { type ConductProbe, type Seen, unread } from './conduct-probe.ts';
import type { Moment } from './moment.ts';
import { shownHolder } from './shown-holder.ts';

/** How far to look for the end of a trial, the same for every product; never how long one is. */
export interface TrialBudget {
  unit: 'hour' | 'day';
  budget: number;
}

export interface RunningTrial {
  probe: ConductProbe;
  session: GuardedSession;
  /** Milliseconds since 1970, by this machine. */
  began: number;
}

export interface LivedTrial {
  looks: Moment[];
  /** Seconds after which nobody looks any further. */
  end: number;
  /** Once it was over, or at the end of the budget. */
  seen(): Seen | undefined;
}

const SLACK_SECONDS = 2;
/** So long before a whole unit it has to run still; the audit itself takes some of it. */
const MARGIN_SECONDS = { hour: 300, day: 3600 } as const;

export function livedTrial(running: RunningTrial, { unit, budget }: TrialBudget): LivedTrial {
  const one = secondsOf({ n: 1, unit })!;
  let seen: Seen | undefined;
  const at = (after: number, look: () => Promise<Seen | undefined>): Moment => ({
    ...{ after, over: () => seen !== undefined },
    look: async () => {
      seen ??= await look().catch((error) => unread(noAnswer(error)));
      return [];
    },
  });
  const looks = Array.from({ length: budget }, (_, nth) => nth + 1).flatMap((n) => [
    at(n * one - MARGIN_SECONDS[unit], () => lookBefore(running, { unit, n })),
    at(n * one + SLACK_SECONDS, () => lookAfter(running, { unit, n, last: n === budget })),
  ]);
  return { looks, end: budget * one + SLACK_SECONDS, seen: () => seen };
}

interface Unit extends Pick<TrialBudget, 'unit'> {
  n: number;
}

/** Nothing as long as it runs. */
async function lookBefore(running: RunningTrial, { unit, n }: Unit): Promise<Seen | undefined> {
  const took = (Date.now() - running.began) / 1000;
  const { runs, evidence } = await isRunning(running);
  if (runs) return undefined;
  if (runs === undefined) return { ...unread('who-am-I shows no state'), evidence };
  if (took > MARGIN_SECONDS[unit] / 2) return unread('the audit itself took too long to tell when it ended');
  // Somewhere within this unit: nobody can look back, so the middle stands for it.
  return { outcome: { kind: 'read', value: { kind: 'duration', n: n - 0.5, unit } }, evidence };
}

async function lookAfter(
  running: RunningTrial,
  { unit, n, last }: Unit & { last: boolean },
): Promise<Seen | undefined> {
  const { runs, evidence } = await isRunning(running);
  if (runs === undefined) return { ...unread('who-am-I shows no state'), evidence };
  if (!runs) return { outcome: { kind: 'read', value: { kind: 'duration', n, unit } }, evidence };
  if (!last) return undefined;
  return { outcome: { kind: 'read', value: { kind: 'amount', n, unit, bound: 'at_least' } }, evidence };
}

async function isRunning({ probe, session }: RunningTrial): Promise<{ runs?: boolean; evidence: Evidence[] }> {
  const { answer, state } = await shownHolder(session, probe.surface.session);
  return { ...(state !== undefined && { runs: state === 'trial' }), evidence: [answer.evidence] };
}
