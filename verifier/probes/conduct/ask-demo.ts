/** Questions to a public demo go in; what it answers to a visitor, and what its pages say, comes out. */
import type { Question } from '../../../matrix/types.ts';
import { needsBrowser } from '../../browse/needs-browser.ts';
import { commercialWords } from '../../claims/commercial-words.ts';
import { asSpoken } from '../../claims/languages/as-spoken.ts';
import { readAnswer, type SentPage } from '../../crawl/read-answer.ts';
import type { Observation } from '../../types.ts';
import { sessionOf } from '../become-holder.ts';
import { pointer } from '../pointer.ts';
import { GuardedSession } from '../requests/guarded-session.ts';
import type { Answer } from '../session.ts';
import { type ConductProbe, refusedOr, type Seen, seenAs, unread } from './conduct-probe.ts';
import { NOTHING_SOLD } from './nothing-sold.ts';

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
        if (question.subject.facet === 'demo_page') return soldOn(probe, visitor, question.subject.key);
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

async function soldOn(probe: ConductProbe, visitor: GuardedSession, request: string): Promise<Seen> {
  const { landmark = '', never = [] } = probe.surface.demo?.pages ?? {};
  const answer = await visitor.send({ request, headers: { accept: 'text/html' } }, {}, false);
  if (answer.status >= 300) return unread(`answered ${answer.status}`);
  const sent = pageOf(answer, new URL(request.slice('GET '.length), probe.demo).href);
  if (needsBrowser(sent, landmark)) return unread('says nothing without JavaScript');
  const page = await readAnswer(sent, landmark);
  if ('left' in page) return unread(page.left);
  if ('reason' in page) return unread(page.reason);
  if (page.asks !== undefined) return unread(page.asks);
  const [part] = page.unread;
  if (part) return unread(`${part.selector} ${part.reason}`);
  const sold = commercialWords(page.blocks, asSpoken(probe.vocabulary!, page.language), never);
  if ('reason' in sold) return unread(sold.reason);
  const text = sold.words.join(', ') || NOTHING_SOLD;
  const told = sold.words.length ? `${answer.status} ${text}` : `${answer.status}`;
  return {
    outcome: { kind: 'read', value: { kind: 'words', text } },
    evidence: [{ ...answer.evidence, answer: told }],
  };
}

/** It was decoded already. */
function pageOf({ type, text }: Answer, address: string): SentPage {
  return { address, type: `${type}; charset=utf-8`, link: '', bytes: new TextEncoder().encode(text) };
}
