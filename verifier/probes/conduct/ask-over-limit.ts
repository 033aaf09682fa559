/** Questions where somebody above a limit stands go in; what they are shown and may do at each stage comes out. */
import type { Question } from '../../../matrix/types.ts';
import type { OverLimitConfig } from '../../config/conduct.ts';
import type { UndoConfig } from '../../config/limits.ts';
import type { RequestConfig } from '../../config/requests.ts';
import { secondsIn } from '../../config/seconds-in.ts';
import type { Observation } from '../../types.ts';
import { gateOutcome } from '../api.ts';
import { type Became, withHolder } from '../become-holder.ts';
import { edgeProbe } from '../limits/edge-probe.ts';
import { meaningOf } from '../meaning.ts';
import { pointer } from '../pointer.ts';
import type { GuardedSession } from '../requests/guarded-session.ts';
import { type ConductProbe, type Seen, seenAs, unread } from './conduct-probe.ts';
import type { Moment } from './moment.ts';
import { type Act, readOverLimitFacet } from './over-limit-facet.ts';

/** All that is asked at one stage is asked by one session. */
export function overLimitStages(probe: ConductProbe, questions: readonly Question[]): Moment[] {
  const byStage = new Map<string, Question[]>();
  for (const question of questions) {
    const { after } = readOverLimitFacet(question.subject.facet);
    byStage.set(after, [...(byStage.get(after) ?? []), question]);
  }
  return [...byStage].map(([after, asked]) => ({
    after: secondsIn(after) ?? 0,
    look: () => lookAt(probe, asked),
  }));
}

function lookAt(probe: ConductProbe, questions: readonly Question[]): Promise<Observation[]> {
  const { as, sign_in } = probe.surface.over_limit!;
  const look = async (became: Became) => {
    const out: Observation[] = [];
    for (const question of questions) out.push(await lookOnce(probe, became, question));
    return out;
  };
  return withHolder(probe, as, look, { ...(sign_in && { sign_in }) });
}

function lookOnce(probe: ConductProbe, { session, reason }: Became, question: Question): Promise<Observation> {
  const config = probe.surface.over_limit!;
  const { act } = readOverLimitFacet(question.subject.facet);
  const { request, undo } = act ? actOf(probe, act) : { request: { request: config.read.request }, undo: undefined };
  return seenAs(probe, question, request.request, async () => {
    if (reason) return unread(reason);
    return act ? acted(probe, session, { request, undo }) : shown(session, config);
  });
}

async function shown(session: GuardedSession, { read }: OverLimitConfig): Promise<Seen> {
  const answer = await session.send({ request: read.request });
  const text = pointer(answer.json, read.at);
  const evidence = [answer.evidence];
  if (typeof text !== 'string')
    return { ...unread(`${read.request} answered ${answer.status} without ${read.at}`), evidence };
  return { outcome: { kind: 'read', value: { kind: 'words', text } }, evidence };
}

interface Acting {
  request: RequestConfig;
  undo: UndoConfig | undefined;
}

function actOf({ surface }: ConductProbe, act: Act): Acting {
  const { of, new: makes, change, keeps } = surface.over_limit!;
  const same = edgeProbe(surface.limits?.[of]);
  const nothing = { request: '' };
  if (act === 'same') return { request: same ?? nothing, undo: same?.undo };
  if (act === 'new') return { request: makes ?? nothing, undo: makes?.undo };
  if (act === 'change') return { request: change ?? nothing, undo: undefined };
  return { request: { request: keeps ?? '' }, undo: undefined };
}

/** What goes through is taken back at once: somebody above a limit has no room for it. */
async function acted(
  { surface, refusals }: ConductProbe,
  session: GuardedSession,
  { request, undo }: Acting,
): Promise<Seen> {
  const answer = await session.make(request, { n: '1' }, undo);
  await session.takeBack();
  const { refusal } = surface.over_limit!;
  const known = refusal ? [...refusals, refusal] : refusals;
  return { outcome: gateOutcome(meaningOf(answer, known, surface.error_code)), evidence: [answer.evidence] };
}
