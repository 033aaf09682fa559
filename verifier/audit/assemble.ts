/** Everything that was looked at goes in; the report on it, the same for the same input on every machine, comes out. */

import { isOffered } from '../../matrix/public.ts';
import type { Matrix, Question } from '../../matrix/types.ts';
import type { Pictures } from '../browse/page-evidence.ts';
import { judge } from '../judge/judge.ts';
import { subjectName } from '../judge/names.ts';
import { guessed } from '../pair/guess.ts';
import { type Pair, type Promises, pair } from '../pair/pair.ts';
import type { DeclaredFact } from '../questions/declared.ts';
import { oneWayGates } from '../questions/one-way.ts';
import type { Coverage, Evidence, Exclusion, Finding, Observation, Part, Report, Selection } from '../types.ts';
import { cellsOf } from './cells.ts';
import { contradictions } from './contradictions.ts';
import { copyAgainstProduct } from './copy-against-product.ts';
import { FILES } from './file-findings.ts';
import type { Found } from './forbidden-requests.ts';
import { payloadAgainstGate, withoutMetAtGate } from './payload-against-gate.ts';
import { releaseOf } from './release.ts';
import { ungatedClaims } from './ungated-claims.ts';
import { unmentioned } from './unmentioned.ts';
import { knownFacts, unpublished } from './unpublished.ts';
import { unreadFindings } from './unread.ts';
import { verdictOf } from './verdict.ts';

/** One surface after it was looked at. */
export interface LookedAt {
  id: string;
  kind: 'docs' | 'site' | 'api' | 'app';
  observations: Observation[];
  /** What the surface has to state, where it is copy. */
  declared: DeclaredFact[];
  documents: number;
  /** Paths that each document asked for to include them. */
  included?: ReadonlyMap<string, ReadonlySet<string>>;
  excluded: Exclusion[];
  /** What is wrong there beside any fact of the matrix. */
  found?: Found[];
  /** Pictures that evidence speaks of. */
  pictures?: Pictures;
  selection?: Selection;
  /** What has to hold of questions that no cell of the matrix answers. */
  conduct?: Promises;
  /** Version of the browser that its pages were opened in. */
  browser?: string | undefined;
  /** Percent of what is possible that has to be answered. */
  floor?: number;
}

export interface AuditFacts {
  matrix: Matrix;
  matrixPath: string;
  /** Judging date, `YYYY-MM-DD`. */
  date: string;
  surfaces: readonly LookedAt[];
  /** Files that were checked besides the surfaces: how many, and what is wrong with them. */
  files?: { count: number; findings: Finding[] };
  /** Also tell, as notes, what would be wrong if a guess about its plan or subject is right. */
  guesses?: boolean;
  /** Everything was asked for, so that it can be decided whether it may go out. */
  whole?: boolean;
  /** What was asked for, where that is less. */
  part?: Part | undefined;
  run: Report['run'];
}

export const REPORT_SCHEMA = 'https://planproof.dev/schema/report.v1.json';

export function assemble({ matrix, matrixPath, date, files, guesses, whole, part, run, ...facts }: AuditFacts): Report {
  const surfaces = facts.surfaces.map((surface) => ({ ...surface, declared: knownFacts(surface) }));
  const looked = surfaces.map((surface) => {
    const pairs = surface.observations.flatMap((seen) =>
      seen.outcome.kind === 'unread' && !isQuestion(seen) ? [] : pair(matrix, seen, surface.conduct),
    );
    return {
      surface,
      pairs,
      missing: unpublished(matrix, surface, pairs),
      unread: unreadFindings(matrix, surface, pairs),
    };
  });
  const pairs = looked.flatMap((one) => one.pairs);
  const maybe = guesses ? surfaces.flatMap((one) => one.observations.flatMap((seen) => guessed(matrix, seen))) : [];
  const unmet = withoutMetAtGate(matrix, pairs);
  const judged = judge(matrix, [...unmet, ...maybe]);
  const surfaceFindings = [
    ...judged.findings,
    ...contradictions(matrix, pairs),
    ...copyAgainstProduct(matrix, unmet),
    ...payloadAgainstGate(matrix, pairs),
    ...ungatedClaims(matrix, pairs),
    ...looked.flatMap((one) => [...one.missing, ...one.unread]),
    ...surfaces.flatMap((one) => (one.found ?? []).map(({ finding }) => finding)),
    ...unmentioned(
      matrix,
      surfaces,
      looked.flatMap((one) => one.missing),
    ),
  ].sort(bySurface(surfaces));
  const findings = [...(files?.findings ?? []), ...surfaceFindings];
  const coverage = [
    ...(files ? [fileCoverage(files.count)] : []),
    ...looked.map(({ surface, pairs: own, missing }) => coverageOf(surface, own, missing.length)),
  ];
  const excluded = [...surfaces.flatMap((surface) => surface.excluded), ...(part ? leftOutByPart(part) : [])];
  const oneWay = surfaces.flatMap((surface) => oneWayGates(matrix, surface.id, questionsIn(surface)));
  return {
    $schema: REPORT_SCHEMA,
    planproof: 1,
    product: matrix.product,
    matrix: { path: matrixPath, digest: matrix.digest },
    date,
    ...verdictOf({ findings, coverage, ...(part && { part }) }),
    ...(whole && { release: releaseOf({ findings, coverage, excluded, waivers: [], date }) }),
    plans: plansOf(matrix),
    keys: keysOf(matrix),
    cells: looked.flatMap(({ surface, pairs: own }) => cellsOf(surface, own)),
    findings,
    coverage,
    excluded,
    ...(oneWay.length && { one_way: oneWay }),
    waivers: [],
    ...(part && { part }),
    evidence: sortedRecord({ ...judged.evidence, ...evidenceOf(surfaces) }),
    run,
  };
}

/** Nobody counted what there is to ask there. */
function leftOutByPart({ said, surfaces }: Part): Exclusion[] {
  const left = { what: 'everything there', count: 0, reason: `it said ${said}`, owner: 'command line' };
  return surfaces.map((surface) => ({ surface, ...left }));
}

function evidenceOf(surfaces: readonly LookedAt[]): Record<string, Evidence[]> {
  const found = surfaces.flatMap((one) => one.found ?? []);
  return Object.fromEntries(found.map(({ finding, evidence }) => [finding.fingerprint, evidence]));
}

function questionsIn({ observations }: LookedAt): Question[] {
  return observations.flatMap(({ about }) => ('words' in about || !about.holder ? [] : [about]));
}

/** Also what was asked of a visitor, who holds nothing. */
function isQuestion({ about }: Observation): boolean {
  return 'holder' in about || about.subject.kind === 'gate';
}

/** Every file that has to be as it should be was compared, whether it is or not. */
export function fileCoverage(count: number): Coverage {
  return { surface: FILES, asked: count, read: count, absent: 0, unread: 0, claims: 0, documents: count };
}

function coverageOf(surface: LookedAt, pairs: readonly Pair[], absent: number): Coverage {
  const questions = pairs.filter((one) => one.kind === 'enforced');
  const unread =
    surface.observations.filter((one) => one.outcome.kind === 'unread').length +
    pairs.filter((one) => one.comparison?.is === 'incomparable').length;
  const claims = pairs.filter((one) => one.kind === 'copy' && one.comparison).length;
  const asked = questions.length || surface.declared.length;
  const unstable = surface.declared.filter((fact) => fact.unstable).length;
  const read = questions.length ? questions.filter(isAnswered).length : asked - absent - unstable;
  const { id, documents, selection, floor } = surface;
  const possible = asked + (selection?.left_out ?? 0) + leftOut(surface.excluded);
  return {
    ...{ surface: id, asked, read, absent, unread, claims, documents },
    ...(possible !== asked && { possible }),
    ...(selection && { selection }),
    ...(floor !== undefined && { floor }),
  };
}

/** Where the matrix says nothing, what was seen is an answer too. */
function isAnswered({ comparison, value }: Pair): boolean {
  return value !== undefined && comparison?.is !== 'incomparable';
}

function leftOut(excluded: readonly Exclusion[]): number {
  return excluded.reduce((sum, one) => sum + (one.of === 'question' ? one.count : 0), 0);
}

function plansOf(matrix: Matrix): Report['plans'] {
  return matrix.order.versions.map((key) => {
    const { plan, name, line, status } = matrix.versions[key]!;
    return {
      key: plan,
      name,
      line,
      version: key,
      offered: status === 'current' && isOffered(matrix.plans[plan]!),
      status,
    };
  });
}

function keysOf(matrix: Matrix): Report['keys'] {
  return [
    ...matrix.order.limits.map((key) => ({
      key,
      name: matrix.limits[key]!.name,
      kind: 'limit' as const,
      advertised: matrix.limits[key]!.audience === 'public',
    })),
    ...matrix.order.capabilities.map((key) => ({
      key,
      name: matrix.capabilities[key]!.name,
      kind: 'capability' as const,
      advertised: matrix.capabilities[key]!.audience === 'public',
    })),
    {
      key: 'price',
      name: subjectName(matrix, { kind: 'price', key: 'price' }).replace('The price', 'Price'),
      kind: 'price' as const,
      advertised: true,
    },
  ];
}

function bySurface(surfaces: readonly LookedAt[]) {
  const order = new Map(surfaces.map((one, i) => [one.id, i]));
  return (a: Finding, b: Finding) => (order.get(a.about.surface) ?? 0) - (order.get(b.about.surface) ?? 0);
}

function sortedRecord(record: Record<string, Evidence[]>): Record<string, Evidence[]> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
