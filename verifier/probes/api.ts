/** Questions and a way to become each holder go in; what the API answers them, never what it should, comes out. */
import type { Holder, Question, Value } from '../../matrix/types.ts';
import type { LimitProbeConfig } from '../config/limits.ts';
import type { Asked } from '../questions/questions.ts';
import type { Evidence, Exclusion, Observation, Outcome } from '../types.ts';
import { type Became, type Becoming, withHolder } from './become-holder.ts';
import { inParallel } from './in-parallel.ts';
import { edgeOutcome } from './limits/edge-outcome.ts';
import { edgeProbe } from './limits/edge-probe.ts';
import { inNewSession, SESSIONS } from './limits/in-new-session.ts';
import type { LimitBudget } from './limits/limit-budget.ts';
import { probeLimit, type SeenEdge } from './limits/probe-limit.ts';
import { windowShown } from './limits/window-shown.ts';
import { type Meaning, meaningOf, type Refusal, tellingRefusals } from './meaning.ts';
import { noAnswer } from './no-answer.ts';
import { OneAfterAnother, type Place } from './one-after-another.ts';
import { type Payload, payloadOutcome, readPayload } from './payload.ts';
import { GuardedSession } from './requests/guarded-session.ts';
import type { Session } from './session.ts';

export interface ApiProbe extends Becoming {
  asked: readonly Asked[];
  limits: Readonly<Record<string, LimitBudget>>;
  refusals: readonly Refusal[];
  progress?(done: number, of: number): void;
}

/** A limit whose edge was met, and by whom: what is left to see is whether its window resets. */
export interface UsedUp {
  question: Question;
  seen: SeenEdge;
}

export interface ApiLook {
  observations: Observation[];
  /** Questions about windows, which are put once time was moved. */
  usedUp: UsedUp[];
  /** What only asking showed that nobody can look at. */
  excluded: Exclusion[];
}

const AT_ONCE = 8;

export async function probeApi(probe: ApiProbe): Promise<ApiLook> {
  let done = 0;
  const doors = new OneAfterAnother();
  const all = await inParallel(probe.asked, AT_ONCE, async (asked) => {
    // An account that many share is waited for in the same order, so nobody waits here for who waits for them.
    const place = doors.place();
    const seen = await withHolder(probe, asked.holder, (became) => askAs(probe, became, { ...asked, place })).finally(
      place.through,
    );
    done += 1;
    probe.progress?.(done, probe.asked.length);
    return seen;
  });
  return {
    observations: all.flatMap((one) => one.observations),
    usedUp: all.flatMap((one) => one.usedUp),
    excluded: counted(all.flatMap((one) => one.excluded)),
  };
}

interface Asking {
  tenant?: string | undefined;
  /** Who of the same tenant uses up a limit that nobody can give back, by its key. */
  spent: ReadonlyMap<string, string>;
  probe: ApiProbe;
  session: GuardedSession;
  /** What `session` guards. */
  open: Session;
  holder: Holder;
  edges: Map<string, SeenEdge>;
  payload?: Promise<Payload>;
}

async function askAs(
  probe: ApiProbe,
  { session, open, reason, tenant }: Became,
  { holder, questions, place }: Asked & { place: Place },
): Promise<ApiLook> {
  const look: ApiLook = { observations: [], usedUp: [], excluded: [] };
  const who = `${holder.version} (${holder.state})`;
  await place.turn;
  const spent = reason ? new Map<string, string>() : spentBefore(probe, { questions, tenant, who });
  place.through();
  const asking: Asking = { probe, session, open, tenant, spent, holder, edges: new Map() };
  for (const question of questions) {
    if (reason) look.observations.push(observation(probe, question, { kind: 'unread', reason }, []));
    else if (question.subject.facet === 'reset')
      look.usedUp.push({ question, seen: await edgeOf(asking, question.subject.key) });
    else look.observations.push(await ask(asking, question));
  }
  for (const question of questions) look.observations.push(...moreAnew(asking, question));
  look.excluded = [...asking.edges].flatMap(([key, one]) => windowNotShown(probe, key, one));
  return look;
}

/** Of what nobody can give back, whoever is asked first uses it up. */
function spentBefore(
  { surface, tenants }: ApiProbe,
  { questions, tenant, who }: { questions: readonly Question[]; tenant: string | undefined; who: string },
): Map<string, string> {
  const spent = new Map<string, string>();
  for (const { subject } of questions) {
    const config = subject.kind === 'limit' ? edgeProbe(surface.limits?.[subject.key]) : undefined;
    if (config?.by !== 'count' || config.undo || subject.facet === 'payload') continue;
    const by = tenants?.spend(tenant, subject.key, who);
    if (by !== undefined) spent.set(subject.key, by);
  }
  return spent;
}

/** Beside the edge that one session met: what new ones were let through beyond it. */
function moreAnew({ probe, edges }: Asking, question: Question): Observation[] {
  const { kind, key, facet } = question.subject;
  const { edge, anew } = edges.get(key) ?? {};
  if (kind !== 'limit' || facet !== 'hard' || !anew || edge?.is !== 'found') return [];
  const { unit, per } = probe.limits[key]!;
  const value: Value = { kind: 'amount', n: edge.hard + SESSIONS, unit, ...(per && { per }), bound: 'at_least' };
  return [observation(probe, question, { kind: 'read', value }, anew)];
}

/** A refusal that does not say how long to wait, where nobody moves time either. */
function windowNotShown({ surface, limits }: ApiProbe, key: string, { edge }: SeenEdge): Exclusion[] {
  const { per } = limits[key] ?? {};
  const rolling = edgeProbe(surface.limits?.[key])?.window === 'rolling';
  if (windowShown({ edge, per, rolling, clock: surface.clock !== undefined }) !== 'by_nobody') return [];
  const reason = 'its refusals do not say in `Retry-After` how long to wait, and no `clock` shows it';
  const what = `how long the window of limit ${key} is`;
  return [{ surface: surface.id, what, count: 1, reason, owner: 'configuration', of: 'question' }];
}

/** The same thing of several holders is one line with its count. */
function counted(all: readonly Exclusion[]): Exclusion[] {
  const out = new Map<string, Exclusion>();
  for (const one of all) out.set(one.what, { ...one, count: (out.get(one.what)?.count ?? 0) + one.count });
  return [...out.values()];
}

async function ask(asking: Asking, question: Question): Promise<Observation> {
  const { kind, facet } = question.subject;
  if (facet === 'payload') return askPayload(asking, question);
  return kind === 'capability' ? askGate(asking, question) : askLimit(asking, question);
}

async function askGate({ probe, session }: Asking, question: Question): Promise<Observation> {
  try {
    const answer = await session.send({ request: question.subject.facet ?? '' });
    const meaning = meaningOf(answer, tellingRefusals(probe.refusals), probe.surface.error_code);
    return observation(probe, question, gateOutcome(meaning), [answer.evidence]);
  } catch (error) {
    return observation(probe, question, { kind: 'unread', reason: noAnswer(error) }, []);
  }
}

export function gateOutcome(meaning: Meaning): Outcome {
  if (meaning.is === 'unclear') return { kind: 'unread', reason: meaning.reason };
  return {
    kind: 'read',
    value: meaning.is === 'allowed' ? { kind: 'included' } : { kind: 'refusal', ...meaning.refusal },
  };
}

async function askLimit(asking: Asking, question: Question): Promise<Observation> {
  const { probe } = asking;
  const { key, facet } = question.subject;
  const config = probe.surface.limits?.[key];
  const { edge, evidence, used } = await edgeOf(asking, key);
  const limit = probe.limits[key]!;
  const before = edgeProbe(config)?.by === 'count' ? used : undefined;
  const rolling = edgeProbe(config)?.window === 'rolling';
  const shown = edgeOutcome({
    edge,
    limit,
    facet: facet === 'soft' ? 'soft' : 'hard',
    rolling,
    ...(before !== undefined && { used: before }),
  });
  return observation(probe, question, shown, evidence);
}

/** Looked for once, however many questions it answers. */
async function edgeOf(asking: Asking, key: string): Promise<SeenEdge> {
  const { probe, edges } = asking;
  const known = edges.get(key);
  if (known) return known;
  const config = edgeProbe(probe.surface.limits?.[key]);
  const limit = probe.limits[key];
  const look = () => edgeNow(asking, key, { config, limit });
  // Asking for an amount leaves nothing behind that another could count.
  const seen = await (config?.by === 'ask' ? look() : inTurn(asking, look));
  edges.set(key, seen);
  return seen;
}

/** Customers of one tenant see the same things; where nobody says of which they are, all could be of one. */
async function inTurn<T>({ probe, tenant }: Asking, work: () => Promise<T>): Promise<T> {
  const end = await probe.tenants?.take(tenant);
  try {
    return await work();
  } finally {
    end?.();
  }
}

async function edgeNow(
  asking: Asking,
  key: string,
  { config, limit }: { config: LimitProbeConfig | undefined; limit: LimitBudget | undefined },
): Promise<SeenEdge> {
  const { probe, session, tenant, spent } = asking;
  const { refusals, surface } = probe;
  const unclear = (reason: string): SeenEdge => ({ edge: { is: 'unclear', reason }, evidence: [], began: Date.now() });
  if (!config || !limit) return unclear('the configuration does not say how it is reached');
  const by = spent.get(key);
  if (by !== undefined)
    return unclear(`is of the tenant ${tenant}, of which ${by} used it up already, and nobody can give it back`);
  const seen = await probeLimit({ session, config, limit, refusals, errorCode: surface.error_code });
  const anew = await anewOf(asking, config, limit, seen);
  return anew ? { ...seen, anew } : seen;
}

/** A count that hangs on a session begins again with each: whoever signs in once more meets no edge. */
async function anewOf(
  { probe, session, open, holder }: Asking,
  config: LimitProbeConfig,
  limit: LimitBudget,
  { edge }: SeenEdge,
): Promise<Evidence[] | undefined> {
  const { surface, writes, refusals } = probe;
  const { sign_in } = surface.session;
  if (!sign_in || !limit.per || config.by !== 'count' || edge.is !== 'found') return undefined;
  const before = new GuardedSession(
    open.changed((secret) => secret),
    holder,
    writes,
  );
  try {
    return await inNewSession({
      ...{ session, before, signIn: sign_in, config, refusals },
      errorCode: surface.error_code,
    });
  } catch {
    // Nobody answered: what the first session met stands.
    return undefined;
  } finally {
    await session.takeBack();
    await before.takeBack();
  }
}

/** Read once for each holder. */
async function askPayload(asking: Asking, question: Question): Promise<Observation> {
  const { probe, session } = asking;
  const config = probe.surface.entitlements;
  if (!config)
    return observation(probe, question, { kind: 'unread', reason: 'the configuration names no `entitlements`' }, []);
  asking.payload ??= readPayload(session, config, probe.refusals, probe.surface.error_code);
  const payload = await asking.payload;
  const { subject } = question;
  const limit = probe.limits[subject.key];
  const own = probe.surface.limits?.[subject.key];
  const at = own && 'payload' in own ? own.payload : undefined;
  const outcome = payloadOutcome(payload, { config, subject, limit, at });
  const [method = 'GET', path = '/'] = config.request.split(' ');
  const seen = observation(probe, question, outcome.outcome, payload.evidence ? [payload.evidence] : []);
  return { ...seen, at: [{ kind: 'call', method, path, pointer: outcome.pointer }] };
}

function observation(
  { surface, limits }: Pick<ApiProbe, 'surface' | 'limits'>,
  about: Question,
  outcome: Outcome,
  evidence: Evidence[],
): Observation {
  const { kind, key, facet } = about.subject;
  const operation = kind === 'limit' ? limits[key]?.operation : facet;
  const [method = 'GET', path = '/'] = (operation ?? '').split(' ');
  const who = about.holder ? ` as ${about.holder.version} (${about.holder.state})` : '';
  const told = evidence.map((one) => ({ ...one, request: `${one.request}${who}` }));
  return {
    surface: surface.id,
    about,
    outcome,
    at: [{ kind: 'call', method, path, pointer: '' }],
    ...(told.length && { evidence: told }),
  };
}
