/** The matrix and an API's configuration go in; every question to put there, and what is left out and why, come out. */
import { holdersOf } from '../../matrix/expect/enforced.ts';
import type { Gate, Matrix, Question } from '../../matrix/types.ts';
import type { ApiSurface } from '../config/types.ts';
import { secondsOf } from '../probes/limits/edge-outcome.ts';
import type { LimitBudget } from '../probes/limits/limit-budget.ts';
import type { Exclusion } from '../types.ts';
import type { Conduct } from './conduct/conduct.ts';
import { conductQuestions } from './conduct/conduct-questions.ts';
import { limitBudgets } from './limit-budgets.ts';
import { EVERYTHING, type Narrow } from './narrow.ts';
import { type AskOrLeave, planFor, type QuestionPlan } from './questions.ts';

export interface ApiQuestionPlan extends QuestionPlan {
  /** What is asked beyond gates and limits. */
  conduct: Conduct[];
}

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
        ...newSessionsLeft(matrix, surface, gate),
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
      {
        left: {
          what,
          reason: 'the configuration names no `clock`, and nobody waits or moves another’s',
          owner,
          beyond: true,
        },
      },
    ];
  if (secondsOf(per) === undefined)
    return [{ left: { what, reason: `a ${per.unit} has no fixed length to move a clock by`, owner: 'matrix' } }];
  return [{ ask: [{ kind: 'limit', key, facet: 'reset' }] }];
}

/** A rate could be counted for each session apart: the probe of its edge asks in a new one, where one can be had. */
function newSessionsLeft(matrix: Matrix, { limits = {}, session }: ApiSurface, { key }: Gate): AskOrLeave[] {
  const probe = limits[key];
  if (session.sign_in || !matrix.limits[key]?.per || !probe || !('by' in probe) || probe.by !== 'count') return [];
  const reason = 'the configuration has no `sign_in`, so nobody can sign in anew';
  return [{ left: { what: `limit ${key} in a new session`, reason, owner: 'configuration', beyond: true } }];
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
