/** Questions and a way to become each holder go in; what the API answers them, never what it should, comes out. */
import type { Holder, Period, Question, Value } from '../../matrix/types.ts';
import type { ApiSurface, LimitProbeConfig } from '../config/types.ts';
import { asHolder } from '../holders/as-holder.ts';
import type { Holders } from '../holders/holders.ts';
import { proveByRequest } from '../holders/prove-by-request.ts';
import type { Start } from '../holders/start.ts';
import { CircuitBreaker } from '../http/circuit-breaker.ts';
import type { Asked } from '../questions/questions.ts';
import type { Evidence, Observation, Outcome } from '../types.ts';
import { askForEdge, countToEdge, type Edge } from './find-edge.ts';
import { inParallel } from './in-parallel.ts';
import { unreadable } from './look.ts';
import { type Meaning, meaningOf, type Refusal } from './meaning.ts';
import { noAnswer } from './no-answer.ts';
import { pointer } from './pointer.ts';
import { Session } from './session.ts';

/** What a limit is counted in, and how far to look for its edge. */
export interface LimitBudget {
  unit: string;
  per?: { n: number; unit: string };
  budget: number;
  /** Operation and refusal of the limit's gate. */
  operation: string;
  refusal?: Refusal;
}

export interface ApiProbe {
  base: string;
  surface: ApiSurface;
  asked: readonly Asked[];
  limits: Readonly<Record<string, LimitBudget>>;
  refusals: readonly Refusal[];
  /** How to become somebody, where the surface does not say it by itself. */
  holders?: Holders | undefined;
  /** The sandbox that the command line allows to be written to. */
  sandbox?: string;
  progress?(done: number, of: number): void;
}

const AT_ONCE = 8;

export async function probeApi(probe: ApiProbe): Promise<Observation[]> {
  let done = 0;
  const breaker = new CircuitBreaker();
  const all = await inParallel(probe.asked, AT_ONCE, async (asked) => {
    const seen = await probeHolder(probe, asked, breaker);
    done += 1;
    probe.progress?.(done, probe.asked.length);
    return seen;
  });
  return all.flat();
}

async function probeHolder(
  probe: ApiProbe,
  { holder, questions }: Asked,
  breaker: CircuitBreaker,
): Promise<Observation[]> {
  const { base, holders, surface } = probe;
  const { done, reason, left } = await asHolder({
    ...{ holders, holder, base, kind: 'api' },
    work: (start) => askAs(probe, { holder, questions }, start, breaker),
  });
  const unread = (why: string, question: Question) => observation(probe, question, { kind: 'unread', reason: why }, []);
  return [
    ...(done ?? questions.map((question) => unread(reason, question))),
    ...(left === undefined ? [] : [unreadable(surface.id, left, [])]),
  ];
}

async function askAs(
  probe: ApiProbe,
  { holder, questions }: Asked,
  start: Start,
  breaker: CircuitBreaker,
): Promise<Observation[]> {
  const { session: config, timeout, most_megabytes: mostMegabytes } = probe.surface;
  const session = new Session(probe.base, config, start.variables, start, { timeout, mostMegabytes, breaker });
  const reason = await stranger(probe, session, holder);
  if (reason) return questions.map((question) => observation(probe, question, { kind: 'unread', reason }, []));
  const out: Observation[] = [];
  const edges = new Map<string, { edge: Edge; evidence: Evidence[] }>();
  for (const question of questions) {
    if (question.subject.kind === 'capability') out.push(await askGate(probe, session, question));
    else {
      const { key } = question.subject;
      const found = edges.get(key) ?? (await findEdge(probe, session, key));
      edges.set(key, found);
      out.push(observation(probe, question, edgeOutcome(probe, question, found.edge), found.evidence));
    }
  }
  return out;
}

/** Why the session cannot be believed to be the holder's, or nothing. */
async function stranger({ surface }: ApiProbe, session: Session, holder: Holder): Promise<string | undefined> {
  try {
    return (await session.signIn()) ?? (await proveByRequest(session, surface.session.who_am_i, holder));
  } catch (error) {
    return noAnswer(error);
  }
}

async function askGate(probe: ApiProbe, session: Session, question: Question): Promise<Observation> {
  const operation = question.subject.facet ?? '';
  if (!operation.startsWith('GET ') && !mayWrite(probe))
    return observation(probe, question, { kind: 'unread', reason: needsSandbox(probe) }, []);
  try {
    const answer = await session.send({ request: operation });
    const meaning = meaningOf(answer, probe.refusals, probe.surface.error_code);
    return observation(probe, question, gateOutcome(meaning), [answer.evidence]);
  } catch (error) {
    return observation(probe, question, { kind: 'unread', reason: noAnswer(error) }, []);
  }
}

function gateOutcome(meaning: Meaning): Outcome {
  if (meaning.is === 'unclear') return { kind: 'unread', reason: meaning.reason };
  return {
    kind: 'read',
    value: meaning.is === 'allowed' ? { kind: 'included' } : { kind: 'refusal', ...meaning.refusal },
  };
}

async function findEdge(probe: ApiProbe, session: Session, key: string): Promise<{ edge: Edge; evidence: Evidence[] }> {
  const config = probe.surface.limits?.[key];
  const limit = probe.limits[key];
  if (!config || !limit)
    return { edge: { is: 'unclear', reason: 'the configuration does not say how it is reached' }, evidence: [] };
  if (!config.request.startsWith('GET ') && !mayWrite(probe))
    return { edge: { is: 'unclear', reason: needsSandbox(probe) }, evidence: [] };
  const evidence: Evidence[] = [];
  const attempt = async (amount: number) => {
    const answer = await session.send(config, { n: String(amount) });
    evidence.push(answer.evidence);
    const warned = config.warning !== undefined && pointer(answer.json, config.warning) !== undefined;
    const wait = Number(answer.retryAfter ?? Number.NaN);
    const meaning = meaningOf(answer, probe.refusals, probe.surface.error_code);
    return { meaning, warned, ...(Number.isFinite(wait) && { wait }) };
  };
  const isEdge = (refusal: Refusal) =>
    !limit.refusal ||
    (refusal.status === limit.refusal.status &&
      (limit.refusal.code === undefined || refusal.code === limit.refusal.code));
  try {
    const used = await usedBefore(session, config);
    if (typeof used === 'object') {
      const meaning = await attempt(1);
      const locked = meaning.meaning.is === 'refused' && !isEdge(meaning.meaning.refusal);
      return {
        edge:
          locked && meaning.meaning.is === 'refused'
            ? { is: 'refused', refusal: meaning.meaning.refusal }
            : { is: 'unclear', reason: used.reason },
        evidence,
      };
    }
    const recount = async () => {
      const again = await usedBefore(session, config);
      return typeof again === 'number' ? again : undefined;
    };
    const search = { try: attempt, used, budget: limit.budget, isEdge, ...(config.used && { recount }) };
    const edge = config.by === 'count' ? await countToEdge(search) : await askForEdge(search);
    return { edge, evidence: evidence.slice(-3) };
  } catch (error) {
    return { edge: { is: 'unclear', reason: noAnswer(error) }, evidence };
  }
}

async function usedBefore(session: Session, { used }: LimitProbeConfig): Promise<number | { reason: string }> {
  if (!used) return 0;
  const answer = await session.send({ request: used.request });
  const found = pointer(answer.json, used.items);
  if (Array.isArray(found)) return found.length;
  return typeof found === 'number'
    ? found
    : { reason: `${used.request} answered ${answer.status} without ${used.items}` };
}

function edgeOutcome({ limits, surface }: ApiProbe, { subject }: Question, edge: Edge): Outcome {
  const { unit, per: period, budget } = limits[subject.key]!;
  const rolling = surface.limits?.[subject.key]?.window === 'rolling';
  const per = period && edge.is === 'found' ? periodSeen(period, edge.wait, rolling) : period;
  const amount = (n: number, bound: 'exactly' | 'at_least'): Value => ({
    kind: 'amount',
    n,
    unit,
    ...(per && { per }),
    bound,
  });
  const soft = subject.facet === 'soft';
  switch (edge.is) {
    case 'unclear':
      return { kind: 'unread', reason: edge.reason };
    case 'refused':
      return { kind: 'read', value: { kind: 'refusal', ...edge.refusal } };
    case 'found':
      return { kind: 'read', value: amount(soft ? edge.soft : edge.hard, 'exactly') };
    default:
      return {
        kind: 'read',
        value: soft && edge.soft !== undefined ? amount(edge.soft, 'exactly') : amount(budget, 'at_least'),
      };
  }
}

const SECONDS: Readonly<Record<string, number>> = { minute: 60, hour: 3600, day: 86_400, week: 604_800 };
/** What may pass between the first action and the refusal. */
const SLACK_SECONDS = 60;

/**
 * The period that a wait shows. In a rolling window one waits, just after acting, for the whole of it; in a fixed one
 * for any part of it, so there only a longer wait tells of another period.
 */
function periodSeen(stated: Period, wait: number | undefined, rolling: boolean): Period {
  const seconds = stated.n * (SECONDS[stated.unit] ?? 0);
  if (wait === undefined || !seconds) return stated;
  const fits = wait <= seconds + 1 && (!rolling || wait >= seconds - SLACK_SECONDS);
  return fits ? stated : { n: Math.max(1, Math.ceil(wait / 60)), unit: 'minute' };
}

function mayWrite({ surface, sandbox }: ApiProbe): boolean {
  return surface.sandbox !== undefined && surface.sandbox === sandbox;
}

function needsSandbox({ surface }: ApiProbe): string {
  return surface.sandbox
    ? `asking would write: allow it with --sandbox ${surface.sandbox}`
    : 'asking would write, and the configuration names no sandbox';
}

function observation(probe: ApiProbe, about: Question, outcome: Outcome, evidence: Evidence[]): Observation {
  const operation = about.subject.kind === 'limit' ? probe.limits[about.subject.key]?.operation : about.subject.facet;
  const [method = 'GET', path = '/'] = (operation ?? '').split(' ');
  const who = `as ${about.holder?.version} (${about.holder?.state})`;
  const told = evidence.map((one) => ({ ...one, request: `${one.request} ${who}` }));
  return {
    surface: probe.surface.id,
    about,
    outcome,
    at: [{ kind: 'call', method, path, pointer: '' }],
    ...(told.length && { evidence: told }),
  };
}
