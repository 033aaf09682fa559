/** Questions to a public demo go in; what it answers to a visitor comes out. */
import type { Question } from '../../../matrix/types.ts';
import type { Observation } from '../../types.ts';
import { sessionOf } from '../become-holder.ts';
import { pointer } from '../pointer.ts';
import { GuardedSession } from '../requests/guarded-session.ts';
import { type ConductProbe, refusedOr, type Seen, seenAs, unread } from './conduct-probe.ts';

const REFUSALS = [401, 403, 404];

export async function askDemo(probe: ConductProbe, questions: readonly Question[]): Promise<Observation[]> {
  const { demo: base, writes } = probe;
  const visitor = base && new GuardedSession(sessionOf({ ...probe, base }), undefined, writes);
  const proof = visitor ? landmarkMissing(probe, visitor) : Promise.resolve('the demo does not run');
  return Promise.all(
    questions.map((question) =>
      seenAs(probe, question, question.subject.key, async (): Promise<Seen> => {
        const missing = await proof;
        if (missing || !visitor) return unread(missing ?? '');
        return refusedOr(await visitor.send({ request: question.subject.key }, {}, false), REFUSALS);
      }),
    ),
  );
}

/** A server that refuses everything is no demo. */
async function landmarkMissing({ surface }: ConductProbe, visitor: GuardedSession): Promise<string | undefined> {
  const { request, at } = surface.demo!.landmark;
  const answer = await visitor.send({ request }, {}, false);
  if (answer.status < 300 && pointer(answer.json, at) !== undefined) return undefined;
  return `the demo was not seen: ${request} answered ${answer.status} without ${at}`;
}
