/** The matrix and the surfaces go in; everything that an audit of them would ask, without asking it, comes out. */
import type { Holder, Matrix, Subject } from '../../matrix/types.ts';
import type { ApiSurface, AppSurface, SurfaceConfig } from '../config/types.ts';
import type { LimitBudget } from '../probes/limits/limit-budget.ts';
import type { Exclusion, OneWay, Selection } from '../types.ts';
import { type ApiQuestionPlan, apiQuestions } from './api-questions.ts';
import { type DeclaredFact, declaredFacts } from './declared.ts';
import type { Narrow } from './narrow.ts';
import { gateOf, oneWayGates } from './one-way.ts';
import { appQuestions } from './questions.ts';

/** How an answer would be found. `up_to` is the amount at which the search for an edge ends, the same for every holder. */
export type How =
  | { by: 'request'; request: string }
  | { by: 'payload'; request: string }
  | { by: 'count' | 'ask' | 'set'; request: string; up_to: number; unit: string }
  | { by: 'page'; page: string };

export interface PlannedQuestion {
  /** Nobody where whoever visits is meant. */
  holder?: Holder;
  subject: Subject;
  /** Operation or page. */
  gate: string;
  how: How;
}

export interface SurfacePlan {
  surface: string;
  kind: SurfaceConfig['kind'];
  /** Questions to put, or facts to find: what the coverage of the audit will show as asked. */
  asked: number;
  /** `asked`, and what is excluded or left out by selection. */
  possible: number;
  /** Left out where no selection was made. */
  selection?: Selection;
  questions: PlannedQuestion[];
  must_state: DeclaredFact[];
  one_way: OneWay[];
  excluded: Exclusion[];
}

export interface AuditPlan {
  planproof: 1;
  product: string;
  matrix: { path: string; digest: string };
  /** The judging date, `YYYY-MM-DD`. */
  date: string;
  surfaces: SurfacePlan[];
}

export interface Planning {
  matrix: Matrix;
  matrixPath: string;
  date: string;
  surfaces: readonly SurfaceConfig[];
  narrow: Narrow;
  budgetsOf(surface: ApiSurface): Readonly<Record<string, LimitBudget>>;
}

export function planAudit({ matrix, matrixPath, date, surfaces, narrow, budgetsOf }: Planning): AuditPlan {
  return {
    planproof: 1,
    product: matrix.product,
    matrix: { path: matrixPath, digest: matrix.digest },
    date,
    surfaces: surfaces.map((surface) => {
      if (surface.kind === 'docs' || surface.kind === 'site') return copyPlan(matrix, surface);
      const budgets = surface.kind === 'api' ? budgetsOf(surface) : {};
      return askedPlan(matrix, surface, narrow, budgets);
    }),
  };
}

/** Beyond what they must state, all that copy says is read, whatever it is. */
function copyPlan(matrix: Matrix, surface: Extract<SurfaceConfig, { kind: 'docs' | 'site' }>): SurfacePlan {
  const { facts, excluded } = declaredFacts(matrix, surface.id, surface.must_state);
  return {
    ...{ surface: surface.id, kind: surface.kind, asked: facts.length },
    ...{ possible: facts.length + leftOut(excluded), questions: [], must_state: facts, one_way: [], excluded },
  };
}

function askedPlan(
  matrix: Matrix,
  surface: ApiSurface | AppSurface,
  narrow: Narrow,
  budgets: Readonly<Record<string, LimitBudget>>,
): SurfacePlan {
  const plan = surface.kind === 'api' ? apiQuestions(matrix, surface, narrow) : appQuestions(matrix, surface, narrow);
  const { asked, selection, excluded } = plan;
  const conduct = 'conduct' in plan ? (plan as ApiQuestionPlan).conduct : [];
  const all = asked.flatMap((one) => one.questions);
  const gates = asked.flatMap(({ holder, questions: own }) =>
    own.map(({ subject }) => {
      const gate = gateOf(matrix, subject);
      return { holder, subject, gate, how: howOf(surface, subject, gate, budgets) };
    }),
  );
  const questions = [
    ...gates,
    ...conduct.map(({ question: { holder, subject }, request }): PlannedQuestion => {
      return { ...(holder && { holder }), subject, gate: request, how: { by: 'request', request } };
    }),
  ];
  return {
    ...{
      surface: surface.id,
      kind: surface.kind,
      asked: questions.length,
      ...(selection && { selection }),
      questions,
      must_state: [],
    },
    ...{
      possible: questions.length + (selection?.left_out ?? 0) + leftOut(excluded),
      one_way: oneWayGates(matrix, surface.id, all),
      excluded,
    },
  };
}

function howOf(
  surface: ApiSurface | AppSurface,
  { kind, key, facet }: Subject,
  gate: string,
  budgets: Readonly<Record<string, LimitBudget>>,
): How {
  if (surface.kind === 'app') return { by: 'page', page: gate };
  const probe = kind === 'limit' ? surface.limits?.[key] : undefined;
  const limit = budgets[key];
  if (facet === 'payload' || (probe && 'by' in probe && probe.by === 'payload'))
    return { by: 'payload', request: surface.entitlements?.request ?? gate };
  if (facet === 'reset') return { by: 'request', request: surface.clock?.request ?? gate };
  return probe && 'request' in probe && limit
    ? { by: probe.by, request: probe.request, up_to: limit.budget, unit: limit.unit }
    : { by: 'request', request: gate };
}

function leftOut(excluded: readonly Exclusion[]): number {
  return excluded.reduce((sum, one) => sum + (one.of === 'question' ? one.count : 0), 0);
}
