/** Questions about what another tenant made go in; whether the API gives it away comes out. */
import type { Holder, Question } from '../../../matrix/types.ts';
import type { IsolationConfig } from '../../config/conduct.ts';
import type { LimitProbeConfig } from '../../config/limits.ts';
import { Unanswered } from '../../http/unanswered.ts';
import type { Observation } from '../../types.ts';
import { type Became, withHolder } from '../become-holder.ts';
import { pointer } from '../pointer.ts';
import type { GuardedSession } from '../requests/guarded-session.ts';
import { type ConductProbe, type Seen, seenAs, unread } from './conduct-probe.ts';
import { findIn, reachFor } from './reach-for.ts';

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
  const reason = owner.reason ?? other.reason ?? ofOneTenant(owner, other);
  const out = new Map<Question, Observation>();
  let made: string | undefined;
  const look = async ({ subject }: Question): Promise<Seen> => {
    if (reason) return unread(reason);
    made ??= await makeOne(owner.session, tenants);
    const { config } = tenants;
    const reaching = { config, owner: owner.session, other: other.session, made };
    const list = config.lists?.find((one) => one.request === subject.key);
    const request = config.reach?.find((one) => one.request === subject.key) ?? { request: subject.key };
    const { gone, ...seen } = await (list ? findIn(reaching, list) : reachFor(reaching, request));
    if (gone) made = undefined;
    return seen;
  };
  // What is deleted is there no more for the others.
  const deletes = ({ subject }: Question) => Number(subject.key.startsWith('DELETE '));
  for (const question of questions.toSorted((a, b) => deletes(a) - deletes(b)))
    out.set(question, await seenAs(probe, question, question.subject.key, () => look(question)));
  return questions.map((question) => out.get(question)!);
}

/** What one's own tenant shows is no leak. */
function ofOneTenant(owner: Became, other: Became): string | undefined {
  if (owner.tenant === undefined || owner.tenant !== other.tenant) return undefined;
  return `both customers are of the tenant ${owner.tenant}, and this takes two tenants`;
}

/** Throws `Unanswered` where none was made. */
async function makeOne(session: GuardedSession, { limit }: Tenants): Promise<string> {
  const answer = await session.make(limit, { n: '1' }, limit.undo);
  const made = pointer(answer.json, limit.undo.made);
  if (answer.status < 300 && made !== undefined) return String(made);
  throw new Unanswered(`${limit.request} answered ${answer.status} without ${limit.undo.made}`);
}
