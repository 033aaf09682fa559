/** What would be asked: counts that add up, both ways of a gate, and a selection where there is too much. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Matrix, Question } from '../../../matrix/types.ts';
import type { ApiSurface, AppSurface } from '../../../verifier/config/types.ts';
import { apiQuestions } from '../../../verifier/questions/api-questions.ts';
import { EVERYTHING, type Narrow } from '../../../verifier/questions/narrow.ts';
import { oneWayGates } from '../../../verifier/questions/one-way.ts';
import { type Planning, planAudit, type SurfacePlan } from '../../../verifier/questions/plan-audit.ts';
import { waysOf } from '../../../verifier/questions/ways.ts';
import { planReport } from '../../../verifier/report/plan-terminal.ts';
import { matrixOf } from '../../matrix/matrix-of.ts';

const TEXT = `planproof: 1
level: lifecycle
product: Harbour
units: { seat: { one: seat, other: seats } }
capabilities: { audit: { name: Audit log }, base: { name: Base }, sso: { name: SSO }, dark: { name: Dark mode } }
limits: { seats: { name: Seats, unit: seat, soft: 80%, hard: 100% }, rooms: { name: Rooms, unit: seat, soft: 100%, hard: 100% } }
plans:
  small: { name: Small, version: small_1, price: free, has: [base], unknown: [dark], limits: { seats: 3, rooms: unlimited }, states: [active, suspended] }
  large: { name: Large, version: large_1, everything_in: small, price: { USD: { month: 12 } }, has: [audit, sso], limits: { seats: 30, rooms: unlimited } }
states:
  active: { keeps: paid }
  expired: { keeps: fallback, falls_back_to: small }
  suspended: { keeps: nothing, refusal: { status: 403, code: held } }
gates:
  - { key: audit, api: GET /audit, refusal: { status: 402, code: no } }
  - { key: base, api: GET /base, refusal: { status: 402, code: no } }
  - { key: dark, api: GET /dark, refusal: { status: 402, code: no } }
  - { key: seats, api: POST /seats, refusal: { status: 409, code: full } }
  - { key: rooms, api: POST /rooms, refusal: { status: 409, code: full } }
  - { key: sso, api: GET /sso, app: /sso, shows: { role: table, name: SSO }, locked: Not yours., refusal: { status: 402, code: no } }
`;

const { matrix } = matrixOf(TEXT);
const BUDGET = { unit: 'seat', budget: 31, operation: 'POST /seats' };
const api: ApiSurface = {
  id: 'api',
  kind: 'api',
  server: 'x',
  session: { who_am_i: { request: 'GET /me' } },
  limits: {
    seats: { by: 'count', request: 'POST /seats', warning: '/close' },
    rooms: { by: 'ask', request: 'GET /rooms?n={n}' },
  },
};
const app: AppSurface = {
  id: 'app',
  kind: 'app',
  server: 'x',
  sign_in: { page: '/', fill: {}, press: 'Go' },
  who_am_i: { page: '/', selector: 'p', shows: '{plan}' },
};

function planOf(surface: ApiSurface | AppSurface, narrow: Narrow = EVERYTHING, of: Matrix = matrix): SurfacePlan {
  const planning: Planning = {
    ...{ matrix: of, matrixPath: 'm.yaml', date: '2026-11-21', surfaces: [surface], narrow },
    budgetsOf: () => ({ seats: BUDGET, rooms: { ...BUDGET, budget: 3 } }),
  };
  return planAudit(planning).surfaces[0]!;
}

describe('the plan of a surface', () => {
  it('has every gate by every holder, and says how an edge is found', () => {
    const { asked, possible, questions, selection } = planOf(api);
    // Five holders, seven questions each: seats have a soft edge besides the hard one.
    expect([asked, possible, questions.length, selection]).toEqual([35, 35, 35, undefined]);
    const small = questions.filter((one) => one.holder?.version === 'small_1' && one.holder.state === 'active');
    expect(small.map(({ subject, gate, how }) => [subject.key, subject.facet, gate, how])).toEqual([
      ['audit', 'GET /audit', 'GET /audit', { by: 'request', request: 'GET /audit' }],
      ['base', 'GET /base', 'GET /base', { by: 'request', request: 'GET /base' }],
      ['dark', 'GET /dark', 'GET /dark', { by: 'request', request: 'GET /dark' }],
      ['seats', 'soft', 'POST /seats', { by: 'count', request: 'POST /seats', up_to: 31, unit: 'seat' }],
      ['seats', 'hard', 'POST /seats', { by: 'count', request: 'POST /seats', up_to: 31, unit: 'seat' }],
      ['rooms', 'hard', 'POST /rooms', { by: 'ask', request: 'GET /rooms?n={n}', up_to: 3, unit: 'seat' }],
      ['sso', 'GET /sso', 'GET /sso', { by: 'request', request: 'GET /sso' }],
    ]);
  });

  it('counts what is excluded by question, so that everything possible adds up', () => {
    const exclude = [{ reason: 'slow', owner: 'ops', keys: ['seats'], states: ['expired' as const] }];
    const { asked, possible, excluded } = planOf({ ...api, exclude });
    expect([asked, possible]).toEqual([33, 35]);
    expect(excluded[0]).toMatchObject({ count: 2, of: 'question', reason: 'slow', owner: 'ops' });
    expect(excluded.slice(1).map((one) => one.count)).toEqual([12, 1]);
  });

  it('holds the part that is asked for, and nobody stands in for a holder who is named', () => {
    const part = planOf(api, { holders: ['*.expired'], keys: ['audit', 'seats'] });
    expect([part.asked, part.possible]).toEqual([3, 35]);
    expect(planOf(app, { holders: ['large_1'], keys: [] }).asked).toBe(3);
  });

  it('asks a gate of API and app at both', () => {
    expect(planOf(app).questions.map(({ gate, how }) => [gate, how])[0]).toEqual([
      '/sso',
      { by: 'page', page: '/sso' },
    ]);
  });

  it('is a table for people', () => {
    const plan = planAudit({
      ...{ matrix, matrixPath: 'm.yaml', date: '2026-11-21', surfaces: [api], narrow: EVERYTHING },
      budgetsOf: () => ({ seats: BUDGET, rooms: BUDGET }),
    });
    const lines = planReport(plan).split('\n');
    expect(lines).toContain('api · api — 35 questions');
    expect(lines.find((line) => line.includes('seats (hard)'))).toMatch(
      /^ {2}small_1\.active +limit seats \(hard\) +POST \/seats +POST \/seats until refused, at most 31 seats$/,
    );
    expect(lines.at(-2)).toBe('planproof: 35 questions on 1 surface; nothing was asked');
  });
});

describe('a gate', () => {
  const gist = (plan: SurfacePlan) => plan.one_way.map(({ key, asked, because }) => `${key} ${asked} ${because}`);

  it('is asked one way only where the matrix has one kind of holder', () => {
    expect(gist(planOf(api))).toEqual(['base may matrix', 'dark neither matrix', 'rooms may matrix']);
  });

  it('is asked one way only where the others were left out', () => {
    expect(gist(planOf(api, { holders: ['large_1.active'], keys: ['audit', 'seats'] }))).toEqual([
      'audit may left_out',
    ]);
    expect(gist(planOf(api, { holders: ['small_1'], keys: ['audit'] }))).toEqual(['audit may_not left_out']);
  });

  it('is not shown to refuse by a state that keeps nothing', () => {
    expect(gist(planOf(api, { holders: ['*.suspended'], keys: ['audit'] }))).toEqual(['audit neither left_out']);
  });
});

describe('more questions than are wanted', () => {
  const versions = Array.from({ length: 12 }, (_, at) => at);
  const keys = Array.from({ length: 9 }, (_, at) => `k${at}`);
  /** Plans with any of the keys. */
  const drawn = fc.array(fc.subarray(keys), { minLength: versions.length, maxLength: versions.length }).map((has) => {
    const plans = has.map(
      (own, at) => `  p${at}: { name: Plan ${'ABCDEFGHIJKL'[at]}, version: p${at}_1, has: [${own.join(', ')}] }`,
    );
    const gates = keys.map((key) => `  - { key: ${key}, api: GET /${key}, refusal: { status: 402 } }`);
    return matrixOf(
      `planproof: 1\nlevel: lifecycle\nproduct: X\ncapabilities: { ${keys.map((key) => `${key}: { name: Key ${key} }`).join(', ')} }\nplans:\n${plans.join('\n')}\nstates:\n  active: { keeps: paid }\n  grace: { keeps: paid, lasts: 7 days }\n  suspended: { keeps: nothing, refusal: { status: 403 } }\ngates:\n${gates.join('\n')}\n`,
    ).matrix;
  });
  const questionsOf = (of: Matrix, most_questions: number): Question[] =>
    apiQuestions(of, { ...api, limits: {}, most_questions }).asked.flatMap((one) => one.questions);

  it('lead to a selection that is counted, has every pair, and asks no gate one way that is asked both ways in full', () => {
    fc.assert(
      fc.property(drawn, (of) => {
        const all = questionsOf(of, 1_000_000);
        const some = questionsOf(of, 100);
        const plan = planOf({ ...api, limits: {}, most_questions: 100 }, EVERYTHING, of);
        expect(all.length).toBe(12 * 3 * 9);
        expect(plan).toMatchObject({ asked: some.length, possible: all.length, excluded: [{ count: 15 }] });
        expect(plan.selection).toEqual({ left_out: all.length - some.length, keeps: 'pairs' });
        const pairs = (questions: readonly Question[]) =>
          new Set(
            questions.flatMap((question) => {
              const { holder, subject } = question;
              const way = waysOf(of, question).join();
              const { version, state } = holder!;
              const { key } = subject;
              return [`v${version} s${state}`, `v${version} ${key}`, `s${state} ${key}`, `${way} ${key}`];
            }),
          );
        expect(pairs(some)).toEqual(pairs(all));
        expect(oneWayGates(of, 'api', some)).toEqual(oneWayGates(of, 'api', all));
        expect(some.length).toBeLessThan(all.length * 0.7);
      }),
      { numRuns: 15 },
    );
  });

  it('are all asked as long as they are not too many', () => {
    expect(planOf({ ...api, most_questions: 35 }).asked).toBe(35);
    expect(planOf({ ...api, most_questions: 34 }).selection?.keeps).toBe('pairs');
  });
});
