/** Questions about what another tenant made go in; whether the API gives it away comes out. */
import type { Holder, Question } from '../../../matrix/types.ts';
import type { IsolationConfig } from '../../config/conduct.ts';
import type { LimitProbeConfig } from '../../config/limits.ts';
import type { Evidence, Observation } from '../../types.ts';
import { type Became, withHolder } from '../become-holder.ts';
import { noAnswer } from '../no-answer.ts';
import { pointer } from '../pointer.ts';
import type { GuardedSession } from '../requests/guarded-session.ts';
import { type ConductProbe, refusedOr, type Seen, seenAs, unread } from './conduct-probe.ts';

/** What is not one's own is forbidden, or not there. */
const REFUSALS = [401, 403, 404];

interface Tenants {
  config: IsolationConfig;
  limit: LimitProbeConfig & { undo: NonNullable<LimitProbeConfig['undo']> };
  owner: Holder;
  other: Holder;
}

/** `owner` makes one, the holder of the questions reaches for it, and it is taken back. */
export async function askIsolation(
  probe: ConductProbe,
  tenants: Tenants,
  questions: readonly Question[],
): Promise<Observation[]> {
  if (probe.holders?.way.one_at_a_time) return notTwo(probe, questions);
  const [own, foreign] = [tenants.owner, tenants.other];
  return withHolder(probe, own, (owner) =>
    withHolder(probe, foreign, (other) => askBetween(probe, tenants, questions, { owner, other })),
  );
}

/** Whoever becomes the other is the owner no more. */
function notTwo(probe: ConductProbe, questions: readonly Question[]): Promise<Observation[]> {
  const why = async () => unread('the way to become customers has one account for all, and this takes two tenants');
  return Promise.all(questions.map((question) => seenAs(probe, question, question.subject.key, why)));
}

async function askBetween(
  probe: ConductProbe,
  tenants: Tenants,
  questions: readonly Question[],
  { owner, other }: { owner: Became; other: Became },
): Promise<Observation[]> {
  const ofOne = ofOneTenant(owner, other);
  const made = owner.reason || other.reason || ofOne ? undefined : await makeOne(owner.session, tenants);
  const reason = owner.reason ?? other.reason ?? ofOne ?? (typeof made === 'object' ? made.reason : undefined);
  const out: Observation[] = [];
  for (const question of questions)
    out.push(
      await seenAs(probe, question, question.subject.key, async () =>
        reason
          ? unread(reason)
          : reach({ ...tenants, session: other.session, own: owner.session }, question, String(made)),
      ),
    );
  return out;
}

/** What one's own tenant shows is no leak. */
function ofOneTenant(owner: Became, other: Became): string | undefined {
  if (owner.tenant === undefined || owner.tenant !== other.tenant) return undefined;
  return `both customers are of the tenant ${owner.tenant}, and this takes two tenants`;
}

async function makeOne(session: GuardedSession, { limit }: Tenants): Promise<string | { reason: string }> {
  try {
    const answer = await session.make(limit, { n: '1' }, limit.undo);
    const made = pointer(answer.json, limit.undo.made);
    if (answer.status < 300 && made !== undefined) return String(made);
    return { reason: `${limit.request} answered ${answer.status} without ${limit.undo.made}` };
  } catch (error) {
    return { reason: noAnswer(error) };
  }
}

interface Reaching extends Tenants {
  session: GuardedSession;
  own: GuardedSession;
}

async function reach({ config, session, own }: Reaching, { subject }: Question, made: string): Promise<Seen> {
  const list = config.lists?.find((one) => one.request === subject.key);
  if (list) return isListed(session, list, made);
  const request = config.reach?.find((one) => one.request === subject.key);
  const seen = refusedOr(await session.send(request ?? { request: subject.key }, { made }), REFUSALS);
  const [first] = config.lists ?? [];
  if (seen.outcome.kind !== 'read' || seen.outcome.value.kind !== 'refusal' || !first) return seen;
  // Refused, and done all the same: then it is gone from its owner's own list.
  const still = await isListed(own, first, made);
  const gone = still.outcome.kind === 'read' && still.outcome.value.kind === 'excluded';
  const evidence: Evidence[] = [...(seen.evidence ?? []), ...(still.evidence ?? [])];
  return gone ? { outcome: { kind: 'read', value: { kind: 'included' } }, evidence } : seen;
}

async function isListed(
  session: GuardedSession,
  { request, items, id = '/id' }: NonNullable<IsolationConfig['lists']>[number],
  made: string,
): Promise<Seen> {
  const answer = await session.send({ request });
  const list = pointer(answer.json, items);
  if (answer.status >= 300 || !Array.isArray(list))
    return { ...unread(`${request} answered ${answer.status} without ${items}`), evidence: [answer.evidence] };
  const held = list.some((one) => String(pointer(one, id)) === made);
  return { outcome: { kind: 'read', value: { kind: held ? 'included' : 'excluded' } }, evidence: [answer.evidence] };
}
