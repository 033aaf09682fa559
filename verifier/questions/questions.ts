/** The matrix and a surface's configuration go in; every question to put there, and what is left out and why, come out. */
import { effectiveVersion, holdersOf } from '../../matrix/expect/enforced.ts';
import type { Gate, Holder, Matrix, Question } from '../../matrix/types.ts';
import type { ApiSurface, AppSurface } from '../config/types.ts';
import { expected } from '../pair/pair.ts';
import { secondsOf } from '../probes/limits/edge-outcome.ts';
import type { LimitBudget } from '../probes/limits/limit-budget.ts';
import type { Exclusion, Selection } from '../types.ts';
import type { Conduct } from './conduct/conduct.ts';
import { conductQuestions } from './conduct/conduct-questions.ts';
import { limitBudgets } from './limit-budgets.ts';
import { EVERYTHING, isPartOf, leftOutByNarrow, type Narrow } from './narrow.ts';
import { selectPairs } from './select-pairs.ts';
import { waysOf } from './ways.ts';

export interface Asked {
  holder: Holder;
  questions: Question[];
}

export interface QuestionPlan {
  asked: Asked[];
  /** Left out where every question that could be put is. */
  selection?: Selection;
  excluded: Exclusion[];
}

export interface ApiQuestionPlan extends QuestionPlan {
  /** What is asked beyond gates and limits. */
  conduct: Conduct[];
}

type Left = Omit<Exclusion, 'surface' | 'count'>;

/** Every gate of the API, by every contract in every state that it can be in, and what the payload says of each key. */
export function apiQuestions(matrix: Matrix, surface: ApiSurface, narrow: Narrow = EVERYTHING): ApiQuestionPlan {
  const gates = matrix.gates.filter((gate) => gate.api);
  const budgets = limitBudgets(matrix, surface);
  const plan = planFor(
    { matrix, surface, narrow },
    holdersOf(matrix),
    [...gates, ...shownOnly(matrix, surface)],
    (gate) => {
      const payload = payloadSubjects(matrix, surface, gate);
      if (!gate.api) return [{ ask: payload }];
      if (matrix.capabilities[gate.key])
        return [{ ask: [{ kind: 'capability', key: gate.key, facet: gate.api }, ...payload] }];
      return [
        ...limitQuestions(surface, gate, budgets[gate.key]),
        { ask: payload },
        ...resetQuestions(matrix, surface, gate),
      ];
    },
  );
  const conduct = conductQuestions({ matrix, surface }, narrow);
  return {
    ...plan,
    conduct: conduct.asks,
    excluded: [...plan.excluded, ...notAskedOfApi(matrix, surface), ...conduct.left],
  };
}

function limitQuestions(
  { limits = {} }: ApiSurface,
  { key, api }: Gate,
  budget: LimitBudget | undefined,
): AskOrLeave[] {
  const probe = limits[key];
  const what = `limit ${key} at ${api}`;
  const leave = (reason: string, owner = 'configuration'): AskOrLeave[] => [{ left: { what, reason, owner } }];
  if (!probe) return leave('the configuration does not say how it is reached');
  if ('excluded' in probe) return leave(probe.excluded.reason, probe.excluded.owner);
  if (probe.by === 'payload') return [{ ask: [{ kind: 'limit', key, facet: 'payload' }] }];
  const hard = { kind: 'limit', key, facet: 'hard' } as const;
  const most = probe.most ?? MOST_ACTIONS;
  if (probe.by === 'count' && budget && budget.budget > most)
    return leave(
      `counting to it takes ${budget.budget} actions, more than ${most}: say how it is reached by \`set\` or \`payload\``,
    );
  return [{ ask: probe.warning ? [{ ...hard, facet: 'soft' }, hard] : [hard] }];
}

/** Nobody counts to a million. */
const MOST_ACTIONS = 1000;

/** Of a rate: whether one more goes through once its window is over. */
function resetQuestions(matrix: Matrix, surface: ApiSurface, { key }: Gate): AskOrLeave[] {
  const probe = surface.limits?.[key];
  const per = matrix.limits[key]?.per;
  if (!probe || !per || !('by' in probe) || probe.by !== 'count') return [];
  const what = `limit ${key} after its window`;
  const owner = 'configuration';
  if (!surface.clock)
    return [
      { left: { what, reason: 'the configuration names no `clock`, and nobody waits or moves another’s', owner } },
    ];
  if (secondsOf(per) === undefined)
    return [{ left: { what, reason: `a ${per.unit} has no fixed length to move a clock by`, owner: 'matrix' } }];
  return [{ ask: [{ kind: 'limit', key, facet: 'reset' }] }];
}

/** What the payload says of a key; of a limit that only it tells, that is the hard edge already. */
function payloadSubjects(
  matrix: Matrix,
  { entitlements, limits = {} }: ApiSurface,
  { key }: Gate,
): Question['subject'][] {
  if (!entitlements) return [];
  const probe = limits[key];
  if (matrix.capabilities[key]) return entitlements.capability ? [{ kind: 'capability', key, facet: 'payload' }] : [];
  if (probe && 'by' in probe && probe.by === 'payload') return [];
  const own = probe && 'payload' in probe ? probe.payload : undefined;
  return entitlements.limit || own ? [{ kind: 'limit', key, facet: 'payload' }] : [];
}

/** Keys that the payload shows and no operation gates. */
function shownOnly(matrix: Matrix, { entitlements }: ApiSurface): Gate[] {
  if (!entitlements) return [];
  const gated = new Set(matrix.gates.flatMap((gate) => (gate.api ? [gate.key] : [])));
  const shown = [
    ...(entitlements.capability ? matrix.order.capabilities.map((key) => matrix.capabilities[key]!) : []),
    ...(entitlements.limit ? matrix.order.limits.map((key) => matrix.limits[key]!) : []),
  ];
  return shown.flatMap(({ key, at, audience }) => (audience === 'public' && !gated.has(key) ? [{ key, at }] : []));
}

/** What an API could be asked and is not: older ids of contracts, and periods that no wait shows. */
function notAskedOfApi(matrix: Matrix, surface: ApiSurface): Exclusion[] {
  const aliases = Object.keys(matrix.aliases.versions).length;
  const older = { what: 'contracts under their older ids', count: aliases, reason: 'no holder of one is configured' };
  const periods = Object.entries(surface.limits ?? {}).flatMap(([key, probe]) => {
    if (!matrix.limits[key]?.per || !('request' in probe) || probe.window === 'rolling') return [];
    const reason = 'the configuration does not say that its window rolls, so a short wait tells nothing';
    return [
      { surface: surface.id, what: `a shorter period of limit ${key}`, count: 1, reason, owner: 'configuration' },
    ];
  });
  return [...(aliases ? [{ surface: surface.id, ...older, owner: 'configuration' }] : []), ...periods];
}

/** Every gated page, by one holder of each contract and two of each state: signing in is slow, and the API is asked for all. */
export function appQuestions(matrix: Matrix, surface: AppSurface, narrow: Narrow = EVERYTHING): QuestionPlan {
  const gates = matrix.gates.filter((gate) => gate.app);
  const all = holdersOf(matrix);
  const ask: AskAtGate = (gate) => [
    gate.locked && gate.shows
      ? { ask: [{ kind: 'capability', key: gate.key, facet: gate.app! }] }
      : {
          left: {
            what: `page ${gate.app}`,
            reason: 'its gate does not say both what it shows and what it says when locked',
            owner: 'matrix',
          },
        },
  ];
  // Who is named on the command line is asked, and nobody stands in for them.
  const chosen = narrow.holders.length ? all : standIns(all);
  return planFor({ matrix, surface, narrow, standIns: new Set(chosen) }, all, gates, ask);
}

const PER_STATE = 2;

/** Each version once in its least special state, and each state by two different contracts. */
function standIns(all: readonly Holder[]): Holder[] {
  const versions = new Set<string>();
  const states = new Map<string, number>();
  const ranked = [...all].sort((a, b) => Number(b.state === 'active') - Number(a.state === 'active'));
  const chosen = ranked.filter((holder) => {
    const seen = states.get(holder.state) ?? 0;
    const needed = !versions.has(holder.version) || seen < PER_STATE;
    if (needed) {
      versions.add(holder.version);
      states.set(holder.state, seen + 1);
    }
    return needed;
  });
  return all.filter((holder) => chosen.includes(holder));
}

/** One question, or why it is not put. */
type Entry = { ask: Question } | { leave: Left };
type AskOrLeave = { ask: Question['subject'][]; left?: undefined } | { ask?: undefined; left: Left };
type AskAtGate = (gate: Gate) => AskOrLeave[];

interface Planning {
  matrix: Matrix;
  surface: ApiSurface | AppSurface;
  narrow: Narrow;
  /** Those who are asked for all; everybody when left out. */
  standIns?: ReadonlySet<Holder>;
}

interface Door {
  holder: Holder;
  gate: Gate;
}

function planFor(
  { matrix, surface, narrow, standIns: chosen }: Planning,
  holders: readonly Holder[],
  gates: readonly Gate[],
  ask: AskAtGate,
): QuestionPlan {
  const doors = holders.flatMap((holder) => gates.map((gate) => ({ holder, gate })));
  const entriesAt = ({ holder, gate }: Door) => entriesFor(matrix, surface, holder, gate, ask);
  const entries = doors.filter(({ holder, gate }) => isPartOf(narrow, holder, gate.key)).flatMap(entriesAt);
  const others = doors.filter(({ holder, gate }) => !isPartOf(narrow, holder, gate.key)).flatMap(entriesAt);
  const all = asksIn(entries);
  const few = chosen ? all.filter(({ holder }) => chosen.has(holder!)) : all;
  const most = surface.most_questions ?? MOST_QUESTIONS;
  const questions = few.length > most ? inPairs(matrix, few) : few;
  const left = entries.flatMap((entry) => ('leave' in entry ? [entry.leave] : []));
  const left_out = all.length - questions.length;
  return {
    asked: byHolder(questions),
    ...(left_out && { selection: { left_out, keeps: few.length < all.length ? 'each' : 'pairs' } }),
    excluded: [...counted(surface.id, left), ...leftOutByNarrow(narrow, surface.id, asksIn(others).length)],
  };
}

function asksIn(entries: readonly Entry[]): Question[] {
  return entries.flatMap((entry) => ('ask' in entry ? [entry.ask] : []));
}

/** Ten times what the worked example asks, at the least. */
const MOST_QUESTIONS = 20_000;

/** Every pair of contract, state, key, gate and edge, and which way it is asked, is still asked somewhere. */
function inPairs(matrix: Matrix, all: readonly Question[]): Question[] {
  const rows = all.map((question) => {
    const { holder, subject } = question;
    const way = waysOf(matrix, question).join(' ');
    return [holder!.version, holder!.state, `${subject.kind} ${subject.key}`, subject.facet ?? '', way];
  });
  return selectPairs(rows).map((at) => all[at]!);
}

/** In the order of the questions, which has those of one holder together. */
function byHolder(questions: readonly Question[]): Asked[] {
  const out: Asked[] = [];
  for (const question of questions) {
    const last = out.at(-1);
    if (last && last.holder === question.holder) last.questions.push(question);
    else out.push({ holder: question.holder!, questions: [question] });
  }
  return out;
}

function entriesFor(
  matrix: Matrix,
  surface: ApiSurface | AppSurface,
  holder: Holder,
  gate: Gate,
  ask: AskAtGate,
): Entry[] {
  return ask(gate).flatMap((one) => entriesOf({ matrix, surface }, holder, gate, one));
}

function entriesOf(
  { matrix, surface }: Pick<Planning, 'matrix' | 'surface'>,
  holder: Holder,
  gate: Gate,
  { ask: subjects, left }: AskOrLeave,
): Entry[] {
  const rule = surface.exclude?.find((one) => leaves(one, holder, gate));
  if (rule) {
    const what = `${gate.key} of ${holder.version} (${holder.state})`;
    return (subjects ?? [undefined]).map(() => ({ leave: { what, reason: rule.reason, owner: rule.owner } }));
  }
  if (left) return [{ leave: left }];
  return subjects.map((subject) => {
    if (expected(matrix, holder, subject) || isUnknown(matrix, holder, subject)) return { ask: { holder, subject } };
    const reason = 'the matrix does not say what these contracts have';
    return { leave: { what: `${subject.kind} ${subject.key}`, reason, owner: 'matrix' } };
  });
}

/** Asked all the same: what the product does there can be held against what copy says. */
function isUnknown(matrix: Matrix, holder: Holder, { kind, key }: Question['subject']): boolean {
  const version = effectiveVersion(matrix, holder);
  const cell = kind === 'limit' ? version?.limits[key] : version?.capabilities[key];
  return cell !== undefined && (cell.enforced ?? cell.value).kind === 'unknown';
}

/** The same thing left out for the same reason is one line with its count. */
function counted(surface: string, left: readonly Left[]): Exclusion[] {
  const out = new Map<string, Exclusion>();
  for (const one of left) {
    const id = `${one.what}\u0000${one.reason}`;
    out.set(id, { surface, ...one, count: (out.get(id)?.count ?? 0) + 1, of: 'question' });
  }
  return [...out.values()];
}

function leaves(rule: NonNullable<ApiSurface['exclude']>[number], holder: Holder, gate: Gate): boolean {
  return (
    (!rule.versions || rule.versions.includes(holder.version)) &&
    (!rule.states || rule.states.includes(holder.state)) &&
    (!rule.keys || rule.keys.includes(gate.key))
  );
}
