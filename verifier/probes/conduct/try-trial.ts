/** Questions about a trial that starts go in; it is started, and what it gives, for how long, and whether twice, comes out. */
import type { Question } from '../../../matrix/types.ts';
import type { TrialConfig, TrialStartConfig } from '../../config/conduct.ts';
import type { Observation } from '../../types.ts';
import { gateOutcome } from '../api.ts';
import { becomeHolder } from '../become-holder.ts';
import { meaningOf } from '../meaning.ts';
import { noAnswer } from '../no-answer.ts';
import type { Answer } from '../session.ts';
import { type ConductProbe, type Seen, seenAs, unread } from './conduct-probe.ts';
import { livedTrial, type RunningTrial } from './lived-trial.ts';
import type { Moment } from './moment.ts';
import { holderWords, shownHolder } from './shown-holder.ts';
import { type ShownSpan, shownSpan } from './shown-span.ts';

export interface TriedTrial {
  /** What is seen without waiting. */
  now: Observation[];
  /** What is seen as time is moved. */
  later: Moment[];
  /** Takes the trial back. */
  end(): Promise<void>;
}

interface Trying extends RunningTrial {
  config: TrialConfig;
  starts: TrialStartConfig;
  /** Why there is no trial to look at, or nothing. */
  reason?: string;
  answer?: Answer;
  span?: ShownSpan | undefined;
}

export async function tryTrial(probe: ConductProbe, questions: readonly Question[]): Promise<TriedTrial> {
  const { trial } = probe.surface;
  const nothing: TriedTrial = { now: [], later: [], end: async () => {} };
  if (!trial?.starts || !questions.length) return nothing;
  const became = await becomeHolder(probe, trial.starts.as);
  const trying = await begin(
    { probe, config: trial, starts: trial.starts, session: became.session, began: Date.now() },
    became.reason,
  );
  const asked = (facet: string) => questions.filter((one) => one.subject.facet === facet);
  const see = (facet: string, look: () => Promise<Seen>) =>
    Promise.all(asked(facet).map((one) => seenAs(probe, one, trial.request, look)));
  const now = [
    ...(await see('started', () => started(trying))),
    ...(await see('shown_length', async () => shownLength(trying))),
  ];
  const later = laterLooks(trying, see, { lives: asked('length').length > 0 });
  if (later.length && probe.surface.clock && !probe.holders?.way.one_at_a_time) return { now, later, end: became.end };
  // Nobody moves time, or nobody else could become anybody meanwhile.
  if (trying.reason === undefined && asked('second_start').length)
    await new Promise((done) => setTimeout(done, MOMENT_MS));
  for (const { look } of later) now.push(...(await look()));
  await became.end();
  return { ...nothing, now };
}

async function begin(trying: Trying, stranger: string | undefined): Promise<Trying> {
  if (stranger) return { ...trying, reason: stranger };
  const { config, starts, session } = trying;
  try {
    const answer = await session.make(requestOf(config), {}, { request: starts.undo });
    const span = starts.shows && shownSpan(answer.json, starts.shows);
    if (answer.status < 300) return { ...trying, answer, span };
    return { ...trying, answer, reason: `no trial started: ${config.request} answered ${answer.status}` };
  } catch (error) {
    return { ...trying, reason: noAnswer(error) };
  }
}

function requestOf({ request, body }: TrialConfig) {
  return { request, ...(body && { body }) };
}

async function started(trying: Trying): Promise<Seen> {
  const { probe, answer, session } = trying;
  if (answer && answer.status >= 300) return refusedStart(trying, answer);
  if (trying.reason || !answer) return unread(trying.reason ?? 'nothing was asked');
  const { answer: shown, version, state } = await shownHolder(session, probe.surface.session);
  const evidence = [answer.evidence, shown.evidence];
  if (state === undefined) return { ...unread(`who-am-I answered ${shown.status} without a state`), evidence };
  return { outcome: { kind: 'read', value: { kind: 'words', text: holderWords({ version, state }) } }, evidence };
}

function refusedStart({ probe, config }: Trying, answer: Answer): Seen {
  const evidence = [answer.evidence];
  if (answer.status === config.limited.status)
    return { ...unread('the instance was asked before, and this was too soon'), evidence };
  return { outcome: outcomeOf(probe, config, answer), evidence };
}

function outcomeOf({ refusals, surface }: ConductProbe, { first, limited, starts }: TrialConfig, answer: Answer) {
  const known = [first, limited, ...(starts?.again ? [starts.again] : []), ...refusals];
  return gateOutcome(meaningOf(answer, known, surface.error_code));
}

function shownLength({ reason, answer, span, starts }: Trying): Seen {
  if (reason || !answer) return unread(reason ?? 'nothing was asked');
  const evidence = [answer.evidence];
  const { from, until } = starts.shows ?? { from: '', until: '' };
  if (!span) return { ...unread(`its answer has no moments at ${from} and ${until}`), evidence };
  return { outcome: { kind: 'read', value: span.length }, evidence };
}

type See = (facet: string, look: () => Promise<Seen>) => Promise<Observation[]>;

/** What a second start would add has to show in its end, also where ends are told by the second. */
const SECOND_AFTER_S = 1800;
const MOMENT_MS = 1100;

function laterLooks(trying: Trying, see: See, { lives }: { lives: boolean }): Moment[] {
  const second: Moment = { after: SECOND_AFTER_S, look: () => see('second_start', () => secondStart(trying)) };
  const { trial } = trying.probe;
  if (!lives || !trial) return [second];
  const { looks, end, seen } = livedTrial(trying, trial);
  const length = (): Seen => seen() ?? unread(trying.reason ?? 'nobody looked');
  const told: Moment = {
    ...{ after: end, over: () => true },
    look: async () => [
      ...(await see('length', async () => length())),
      ...(await see('after_end', () => afterEnd(trying, length()))),
    ],
  };
  return [second, ...(trying.reason === undefined ? looks : []), told];
}

/** Refused, or let through without changing anything: the same one goes on. */
async function secondStart(trying: Trying): Promise<Seen> {
  const { probe, config, starts, session, span, reason } = trying;
  if (reason) return unread(reason);
  await shownHolder(session, probe.surface.session);
  const answer = await session.send(requestOf(config));
  const evidence = [answer.evidence];
  if (answer.status === config.limited.status) return { ...unread('asking again was too soon'), evidence };
  const outcome = outcomeOf(probe, config, answer);
  if (outcome.kind !== 'read' || outcome.value.kind !== 'included') return { outcome, evidence };
  const now = starts.shows && shownSpan(answer.json, starts.shows);
  if (!now || !span) return { ...unread('it was let through, and nothing shows whether it is the same one'), evidence };
  const value = { kind: now.until > span.until ? ('included' as const) : ('excluded' as const) };
  return { outcome: { kind: 'read', value }, evidence };
}

/** With the session of somebody whose trial is over. */
async function afterEnd({ probe, config, session }: Trying, { outcome }: Seen): Promise<Seen> {
  if (outcome.kind !== 'read') return unread('nobody saw it end');
  if (outcome.value.kind !== 'duration') return unread('it did not end as long as anybody looked');
  const answer = await session.send(requestOf(config));
  if (answer.status === config.limited.status)
    return { ...unread('asking again was too soon'), evidence: [answer.evidence] };
  return { outcome: outcomeOf(probe, config, answer), evidence: [answer.evidence] };
}
