/** The matrix and a surface's configuration go in; every question to put there, and what is left out and why, come out. */
import { effectiveVersion, holdersOf } from '../../matrix/expect/enforced.ts';
import type { Gate, Holder, Matrix, Question } from '../../matrix/types.ts';
import type { ApiSurface, AppSurface } from '../config/types.ts';
import { expected } from '../pair/pair.ts';
import type { Exclusion, Selection } from '../types.ts';
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

/** `beyond`: nothing that the configuration speaks of; it is listed, and counts against no floor. */
type Left = Omit<Exclusion, 'surface' | 'count'> & { beyond?: true };

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
  const able = all.filter((holder) => !gates.every((gate) => isExcluded(surface, holder, gate)));
  const chosen = narrow.holders.length ? all : standIns(able);
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
export type AskOrLeave = { ask: Question['subject'][]; left?: undefined } | { ask?: undefined; left: Left };
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

export function planFor(
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
  const few = chosen && all.length > FEW_ENOUGH ? all.filter(({ holder }) => chosen.has(holder!)) : all;
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
/** A minute in a browser: so few are all put, and nobody stands in for others. */
const FEW_ENOUGH = 100;

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
  if (left?.beyond) return [{ leave: left }];
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
  for (const { beyond, ...one } of left) {
    const id = `${one.what}\u0000${one.reason}`;
    const count = (out.get(id)?.count ?? 0) + 1;
    out.set(id, { surface, ...one, count, ...(!beyond && { of: 'question' as const }) });
  }
  return [...out.values()];
}

/** Nobody who is left out stands in for others. */
function isExcluded({ exclude = [] }: AppSurface, holder: Holder, gate: Gate): boolean {
  return exclude.some((one) => leaves(one, holder, gate));
}

function leaves(rule: NonNullable<ApiSurface['exclude']>[number], holder: Holder, gate: Gate): boolean {
  return (
    (!rule.versions || rule.versions.includes(holder.version)) &&
    (!rule.states || rule.states.includes(holder.state)) &&
    (!rule.keys || rule.keys.includes(gate.key))
  );
}
