/** A session and how a limit is reached go in; the edge that the product has there, and what it was seen by, come out. */
import type { LimitProbeConfig } from '../../config/limits.ts';
import type { Evidence } from '../../types.ts';
import { meaningOf, type Refusal } from '../meaning.ts';
import { noAnswer } from '../no-answer.ts';
import { pointer } from '../pointer.ts';
import type { GuardedSession } from '../requests/guarded-session.ts';
import { askForEdge, countToEdge, type Edge, type Search, type Tried } from './find-edge.ts';
import type { LimitBudget } from './limit-budget.ts';
import { setToEdge } from './set-to-edge.ts';
import { usedBefore } from './used-before.ts';

export interface LimitProbe {
  session: GuardedSession;
  config: LimitProbeConfig;
  limit: LimitBudget;
  /** All refusals that the matrix knows, and where the product puts the code of an error. */
  refusals: readonly Refusal[];
  errorCode: string | undefined;
}

export interface SeenEdge {
  edge: Edge;
  evidence: Evidence[];
  /** How many were in use before. */
  used?: number;
}

const SEARCHES = { count: countToEdge, ask: askForEdge, set: setToEdge } as const;
const MOST_EVIDENCE = 3;

export async function probeLimit(probe: LimitProbe): Promise<SeenEdge> {
  const evidence: Evidence[] = [];
  try {
    return { ...(await search(probe, evidence)), evidence: evidence.slice(-MOST_EVIDENCE) };
  } catch (error) {
    return { edge: { is: 'unclear', reason: noAnswer(error) }, evidence: evidence.slice(-MOST_EVIDENCE) };
  } finally {
    await probe.session.takeBack();
  }
}

async function search(probe: LimitProbe, evidence: Evidence[]): Promise<Omit<SeenEdge, 'evidence'>> {
  const { session, config, limit } = probe;
  const used = await usedBefore(session, config.used);
  const isEdge = (refusal: Refusal) => isRefusalOf(limit, refusal);
  const before = typeof used === 'object' ? undefined : used;
  const attempt = (amount: number) => attemptOf(probe, { amount, before }, evidence);
  if (typeof used === 'object') return { edge: await lockedOr(used.reason, attempt, isEdge) };
  const recount = async () => {
    const again = await usedBefore(session, config.used);
    return typeof again === 'number' ? again : undefined;
  };
  const counts = config.by === 'count' && config.used;
  const edge = await SEARCHES[config.by]({
    ...{ try: attempt, used, budget: limit.budget, isEdge },
    ...(counts && { recount }),
  });
  return { edge, used };
}

/** Where usage cannot be read, a locked account may be why; anything else is not known. */
async function lockedOr(reason: string, attempt: Search['try'], isEdge: Search['isEdge']): Promise<Edge> {
  const { meaning } = await attempt(1);
  return meaning.is === 'refused' && !isEdge(meaning.refusal)
    ? { is: 'refused', refusal: meaning.refusal }
    : { is: 'unclear', reason };
}

/** Whether a refusal is the limit's own, and not that of a locked account. */
function isRefusalOf({ refusal: own }: LimitBudget, refusal: Refusal): boolean {
  return !own || (refusal.status === own.status && (own.code === undefined || refusal.code === own.code));
}

/** One action that would bring the amount in use to `amount`. Nothing is set where nobody knows what was in use before. */
async function attemptOf(
  probe: LimitProbe,
  { amount, before }: { amount: number; before: number | undefined },
  evidence: Evidence[],
): Promise<Tried> {
  const { session, config, refusals, errorCode } = probe;
  const n = { n: String(amount) };
  if (config.set && before !== undefined) {
    const seeded = await session.set(config.set, { n: String(amount - 1) }, { n: String(before) });
    evidence.push(seeded.evidence);
    const meaning = meaningOf(seeded, refusals, errorCode);
    if (meaning.is === 'unclear')
      return { meaning: { is: 'unclear', reason: `${config.set.request} ${meaning.reason}` }, warned: false };
    if (meaning.is === 'refused') return { meaning, warned: false };
  }
  const answer = await session.make(config, n, config.undo);
  evidence.push(answer.evidence);
  const warned = config.warning !== undefined && pointer(answer.json, config.warning) !== undefined;
  const wait = Number(answer.retryAfter ?? Number.NaN);
  const meaning = meaningOf(answer, refusals, errorCode);
  return { meaning, warned, ...(Number.isFinite(wait) && { wait }) };
}
