/** A session and how a limit is reached go in; the edge that the product has there, and what it was seen by, come out. */
import type { LimitProbeConfig } from '../../config/limits.ts';
import type { Evidence } from '../../types.ts';
import { lookUntil } from '../look-until.ts';
import { meaningOf, type Refusal, tellingRefusals } from '../meaning.ts';
import { noAnswer } from '../no-answer.ts';
import { pointer } from '../pointer.ts';
import type { GuardedSession } from '../requests/guarded-session.ts';
import { askForEdge, countToEdge, type Edge, type Search, type Tried } from './find-edge.ts';
import type { LimitBudget } from './limit-budget.ts';
import { type Listed, listedNow, lostSince } from './lost-since.ts';
import { setToEdge } from './set-to-edge.ts';
import { type Unreadable, usedBefore, usedNow } from './used-before.ts';

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
  /** Before the first action: milliseconds since 1970. */
  began: number;
  /** Beyond its edge, new sessions were let through: what shows that. */
  anew?: Evidence[];
}

const SEARCHES = { count: countToEdge, ask: askForEdge, set: setToEdge } as const;
const MOST_EVIDENCE = 3;

/** What has been seen so far. */
interface Seeing {
  evidence: Evidence[];
  /** How many were in use before, once somebody could count them. */
  used?: number;
}

export async function probeLimit(probe: LimitProbe): Promise<SeenEdge> {
  const seeing: Seeing = { evidence: [] };
  const began = Date.now();
  let there: Listed | undefined;
  let edge: Edge;
  try {
    there = await listedNow(probe);
    edge = await search(probe, seeing);
  } catch (error) {
    edge = { is: 'unclear', reason: noAnswer(error) };
  } finally {
    await probe.session.takeBack();
    await lookForRest(probe, seeing.used);
  }
  const lost = there && (await lostSince(probe, there));
  return {
    edge: lost ? { is: 'unclear', reason: lost } : edge,
    ...(seeing.used !== undefined && { used: seeing.used }),
    evidence: seeing.evidence.slice(-MOST_EVIDENCE),
    began,
  };
}

/** An answer to undoing is no proof: what is counted afterwards is, which may take a moment. What was used in a period stays used. */
async function lookForRest({ session, config, limit }: LimitProbe, before: number | undefined): Promise<void> {
  const { by, undo, used } = config;
  if (by !== 'count' || !undo || !used || limit.per || before === undefined) return;
  const count = () => usedBefore(session, used).catch((error) => ({ reason: noAnswer(error) }));
  const isGone = (counted: Awaited<ReturnType<typeof count>>) => typeof counted === 'number' && counted <= before;
  const counted = await lookUntil(count, isGone);
  if (isGone(counted)) return;
  const told =
    typeof counted === 'number'
      ? `${used.request} counts ${counted}, and ${before} before`
      : `nobody can count it: ${counted.reason}`;
  session.cannotTakeBack(`what the audit made is still there after ${undo.request}: ${told}`);
}

async function search(probe: LimitProbe, seeing: Seeing): Promise<Edge> {
  const { session, config, limit } = probe;
  const used = await usedBefore(session, config.used);
  const isEdge = (refusal: Refusal) => isRefusalOf(limit, refusal);
  const attempt = (amount: number) => attemptOf(probe, amount, seeing);
  if (typeof used === 'object') return lockedOr(probe, used, { try: attempt, isEdge });
  seeing.used = used;
  const recount = async () => {
    const again = await usedBefore(session, config.used);
    return typeof again === 'number' ? again : undefined;
  };
  const counts = config.by === 'count' && config.used;
  return SEARCHES[config.by]({
    ...{ try: attempt, used, budget: limit.budget, isEdge },
    ...(counts && { recount }),
  });
}

/**
 * Where usage cannot be read nothing is done, but for whoever is refused that too: a locked account may be why, and its
 * gate says so.
 */
async function lockedOr(
  { refusals, errorCode }: LimitProbe,
  { reason, answer }: Unreadable,
  { try: attempt, isEdge }: Pick<Search, 'try' | 'isEdge'>,
): Promise<Edge> {
  if (meaningOf(answer, refusals, errorCode).is !== 'refused') return { is: 'unclear', reason };
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
async function attemptOf(probe: LimitProbe, amount: number, { evidence, used }: Seeing): Promise<Tried> {
  const { session, config, refusals, errorCode } = probe;
  const n = { n: String(amount) };
  const telling = tellingRefusals(refusals, probe.limit.refusal);
  if (config.set && used !== undefined) {
    const seeded = await session.set(config.set, { n: String(amount - 1) }, { n: String(used) });
    evidence.push(seeded.evidence);
    const meaning = meaningOf(seeded, telling, errorCode);
    if (meaning.is === 'unclear')
      return { meaning: { is: 'unclear', reason: `${config.set.request} ${meaning.reason}` }, warned: false };
    if (meaning.is === 'refused') return { meaning, warned: false };
    const other = await notSet(probe, amount - 1);
    if (other) return { meaning: { is: 'unclear', reason: other }, warned: false };
  }
  const answer = await session.make(config, n, config.undo);
  evidence.push(answer.evidence);
  const warned = config.warning !== undefined && pointer(answer.json, config.warning) !== undefined;
  const { wait } = answer;
  const meaning = meaningOf(answer, telling, errorCode);
  return { meaning, warned, ...(wait !== undefined && { wait }) };
}

/** Why what was set is not what is in use then, or nothing; also where that is refused, as the act after it will be. */
async function notSet(
  { session, config, refusals, errorCode }: LimitProbe,
  amount: number,
): Promise<string | undefined> {
  const { used, set } = config;
  if (!used) return undefined;
  const look = async () => {
    const seen = await usedNow(session, used);
    if (seen.count === undefined)
      return meaningOf(seen.answer, refusals, errorCode).is === 'refused' ? undefined : `${used.request} has no number`;
    // A list may show a part of all, but not nothing of something.
    const isPart = seen.isList && seen.count > 0 && seen.count < amount;
    return isPart || seen.count === amount ? undefined : `${used.request} shows ${seen.count} then`;
  };
  const wrong = await lookUntil(look, (why) => why === undefined);
  return wrong && `${set!.request} was to bring usage to ${amount}, and ${wrong}`;
}
