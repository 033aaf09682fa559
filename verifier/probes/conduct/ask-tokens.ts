/** Questions about tokens that are none go in; what the API answers to each comes out. */
import type { Holder, Question } from '../../../matrix/types.ts';
import type { Observation } from '../../types.ts';
import { type Became, sessionOf, withHolder } from '../become-holder.ts';
import { GuardedSession } from '../requests/guarded-session.ts';
import type { Session } from '../session.ts';
import { type ConductProbe, refusedOr, type Seen, seenAs, unread } from './conduct-probe.ts';
import { limitRequest } from './limit-request.ts';
import { spoiltToken } from './spoilt-token.ts';

/** Nobody is signed in, or nobody any more. */
const REFUSALS = [401, 403];

export async function askTokens(probe: ConductProbe, questions: readonly Question[]): Promise<Observation[]> {
  const [first] = questions;
  // Who says yes to everybody was not seen to know anybody.
  const known = first && (await withHolder(probe, first.holder!, async ({ reason }) => ({ reason })));
  const seen = await Promise.all(
    questions.map((question) =>
      seenAs(probe, question, question.subject.key, async () => {
        if (known?.reason) return unread(known.reason);
        return question.subject.facet === 'no_token' ? withoutToken(probe, question) : withSpoilt(probe, question);
      }),
    ),
  );
  return toldOnce(probe, seen);
}

/** A token that who-am-I takes is taken elsewhere for the same reason: that is told once. */
export function toldOnce({ surface }: Pick<ConductProbe, 'surface'>, seen: readonly Observation[]): Observation[] {
  const whoAmI = surface.session.who_am_i.request;
  const isTaken = ({ about: { subject }, outcome }: Observation) =>
    /^(?!no_)\w+_token$/.test(subject.facet ?? '') && outcome.kind === 'read' && outcome.value.kind === 'included';
  const taken = seen.filter((one) => isTaken(one) && one.about.subject.key === whoAmI);
  const facets = new Set(taken.map(({ about }) => about.subject.facet));
  return seen.filter((one) => !isTaken(one) || taken.includes(one) || !facets.has(one.about.subject.facet));
}

async function withoutToken(probe: ConductProbe, { holder, subject }: Question): Promise<Seen> {
  const { surface, writes } = probe;
  const { version, state } = holder!;
  const session = new GuardedSession(sessionOf(probe, surface.session, { version, state }), undefined, writes);
  const gate = Object.entries(probe.limits).find(([, limit]) => limit.operation === subject.key);
  const { request } = (gate && limitRequest(surface, gate[0], subject.key)) ?? { request: { request: subject.key } };
  return refusedOr(await session.send(request, { n: '1' }, false), REFUSALS);
}

function withSpoilt(probe: ConductProbe, question: Question): Promise<Seen> {
  return withHolder(probe, question.holder!, (became) => spoiltOf(probe, became, question));
}

async function spoiltOf(
  probe: ConductProbe,
  { open, session, reason }: Became,
  { holder, subject }: Question,
): Promise<Seen> {
  if (reason) return unread(reason);
  const { facet = '', key: request } = subject;
  const { revoke } = probe.surface.tokens ?? {};
  // Kept apart: a session that is told of its end may forget its token by itself.
  const kept = open.changed((secret) => secret);
  if (facet === 'revoked_token') {
    const ended = await session.send({ request: revoke ?? '' });
    if (ended.status >= 300) return unread(`${revoke} answered ${ended.status}, so nothing was revoked`);
    return ask(probe, holder!, kept, request);
  }
  if (!open.secret) return unread('signing in gave neither a token nor a cookie');
  if (spoiltToken(facet, open.secret) === undefined)
    return unread(`the token has no form that can be ${facet.replace('_token', '')}`);
  return ask(
    probe,
    holder!,
    open.changed((secret) => spoiltToken(facet, secret) ?? secret),
    request,
  );
}

/** The token as it is, once its time is over. */
export async function askExpired(
  probe: ConductProbe,
  { question, open }: { question: Question; open: Session },
): Promise<Observation> {
  return seenAs(probe, question, question.subject.key, () => ask(probe, question.holder!, open, question.subject.key));
}

async function ask({ writes }: ConductProbe, holder: Holder, session: Session, request: string): Promise<Seen> {
  return refusedOr(await new GuardedSession(session, holder, writes).send({ request }), REFUSALS);
}
