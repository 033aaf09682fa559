/** Questions about usage go in; by how much what is shown rises when one more is used comes out. */
import type { Question } from '../../../matrix/types.ts';
import type { LimitProbeConfig } from '../../config/limits.ts';
import type { RequestConfig } from '../../config/requests.ts';
import type { Observation } from '../../types.ts';
import { type Became, withHolder } from '../become-holder.ts';
import { edgeProbe } from '../limits/edge-probe.ts';
import { numberIn } from '../limits/used-before.ts';
import { lookUntil } from '../look-until.ts';
import { keyed } from '../payload.ts';
import { pointer } from '../pointer.ts';
import type { GuardedSession } from '../requests/guarded-session.ts';
import type { Answer } from '../session.ts';
import { type ConductProbe, type Seen, seenAs, unread } from './conduct-probe.ts';

interface Counter {
  record: RequestConfig;
  undo?: LimitProbeConfig['undo'];
  shown: { request: string; at: string };
}

export function askUsage(probe: ConductProbe, questions: readonly Question[]): Promise<Observation[]> {
  return Promise.all(
    questions.map((question) => {
      const counter = counterOf(probe, question.subject.key);
      const where = counter?.shown.request ?? '';
      return seenAs(probe, question, where, async () =>
        counter ? rise(probe, question, counter) : unread('the configuration does not say where it is shown'),
      );
    }),
  );
}

function counterOf({ surface }: ConductProbe, key: string): Counter | undefined {
  const { entitlements, limits = {}, meters = {} } = surface;
  if (meters[key]) return meters[key];
  const limit = edgeProbe(limits[key]);
  if (!limit || !entitlements?.usage) return undefined;
  const at = keyed(entitlements.usage, entitlements.called?.[key] ?? key);
  return { record: limit, undo: limit.undo, shown: { request: entitlements.request, at } };
}

function rise(probe: ConductProbe, question: Question, counter: Counter): Promise<Seen> {
  return withHolder(probe, question.holder!, (became) => riseOf(probe, became, question, counter));
}

async function riseOf(
  probe: ConductProbe,
  { session, reason }: Became,
  { subject }: Question,
  { record, undo, shown }: Counter,
): Promise<Seen> {
  if (reason) return unread(reason);
  const before = await readUsage(session, shown);
  if (before.n === undefined) return unread(`${shown.request} has no number at ${shown.at}`);
  const made = await session.make(record, { n: '1', unique: uniqueNow() }, undo);
  const after = made.status < 300 ? await readOnceRisen(session, shown, before.n) : before;
  if (made.status >= 300) return { ...unread(`${record.request} answered ${made.status}`), evidence: [made.evidence] };
  if (after.n === undefined) return unread(`${shown.request} has no number at ${shown.at}`);
  const unit = probe.limits[subject.key]?.unit ?? probe.units?.[subject.key] ?? subject.key;
  const value = { kind: 'amount' as const, n: after.n - before.n, unit, bound: 'exactly' as const };
  return { outcome: { kind: 'read', value }, evidence: [before, made, after].map((one) => one.evidence) };
}

/** Events are often counted a little later, and each delivered at least once: what has risen is read once more. */
async function readOnceRisen(session: GuardedSession, shown: Counter['shown'], before: number): Promise<Usage> {
  let looks = 0;
  const look = () => {
    looks += 1;
    return readUsage(session, shown);
  };
  const risen = await lookUntil(look, ({ n }) => n === undefined || n !== before);
  if (looks === 1) return risen;
  await new Promise((done) => setTimeout(done, SETTLES_MS));
  return readUsage(session, shown);
}

const SETTLES_MS = 500;

type Usage = Pick<Answer, 'evidence'> & { n?: number };

async function readUsage(session: GuardedSession, { request, at }: Counter['shown']): Promise<Usage> {
  const { json, evidence } = await session.send({ request });
  const n = numberIn(pointer(json, at));
  return { evidence, ...(n !== undefined && { n }) };
}

let sent = 0;

/** Products drop an event that they had already, also in an earlier audit. */
function uniqueNow(): string {
  sent += 1;
  return `${Date.now().toString(36)}-${sent.toString(36)}`;
}
