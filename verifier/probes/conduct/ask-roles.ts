/** Questions about roles at gates go in; what each role is answered there comes out. */
import type { Holder, Question } from '../../../matrix/types.ts';
import type { Observation } from '../../types.ts';
import { gateOutcome } from '../api.ts';
import { type Became, becomeHolder } from '../become-holder.ts';
import { meaningOf } from '../meaning.ts';
import { type ConductProbe, type Seen, seenAs, unread } from './conduct-probe.ts';
import { limitRequest } from './limit-request.ts';

/** One after another, so that two roles of one contract do not take each other's room. */
export async function askRoles(probe: ConductProbe, questions: readonly Question[]): Promise<Observation[]> {
  const sessions = new Map<string, Promise<Became>>();
  const out: Observation[] = [];
  for (const question of questions) {
    const holder = question.holder!;
    const id = JSON.stringify(holder);
    const became = sessions.get(id) ?? inRole(probe, holder);
    sessions.set(id, became);
    const { facet = '' } = question.subject;
    out.push(await seenAs(probe, question, facet, async () => askAs(probe, question, await became)));
  }
  for (const became of sessions.values()) await (await became).end();
  return out;
}

function inRole(probe: ConductProbe, holder: Holder): Promise<Became> {
  const { sign_in, shows, called = {} } = probe.surface.roles!;
  const { role = '' } = holder;
  return becomeHolder(probe, holder, { sign_in, role: shows, variables: { role: called[role] ?? role } });
}

async function askAs(probe: ConductProbe, { subject }: Question, { session, reason }: Became): Promise<Seen> {
  if (reason) return unread(reason);
  const { key, facet = '' } = subject;
  const { surface, refusals } = probe;
  const { request, undo } = limitRequest(surface, key, facet) ?? { request: { request: facet } };
  const answer = await session.make(request, { n: '1' }, undo);
  await session.takeBack();
  const known = [...refusals, surface.roles!.refusal];
  return { outcome: gateOutcome(meaningOf(answer, known, surface.error_code)), evidence: [answer.evidence] };
}
