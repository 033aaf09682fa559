/** Somebody above a limit asks at each stage for more of the same, something new, a change and what there is. */
import { expect, it } from 'vitest';
import type { Limit, Matrix } from '../../../../matrix/types.ts';
import { compare } from '../../../../verifier/compare.ts';
import type { OverLimitConfig } from '../../../../verifier/config/conduct.ts';
import type { ApiSurface } from '../../../../verifier/config/types.ts';
import { promiseId } from '../../../../verifier/pair/pair.ts';
import { askOverTime } from '../../../../verifier/probes/conduct/ask-over-time.ts';
import { promisesOf } from '../../../../verifier/questions/conduct/conduct-questions.ts';
import { overLimitConduct } from '../../../../verifier/questions/conduct/over-limit.ts';
import { movableProduct } from './movable-product.ts';

const DAY = 86_400;
const LOCKED: [number, object] = [402, { code: 'over' }];
const FULL: [number, object] = [402, { code: 'full' }];
const OVER: OverLimitConfig = {
  ...{ of: 'seats', as: { version: 'pro_1', state: 'active' }, read: { request: 'GET /posture', at: '/posture' } },
  new: { request: 'POST /forms', undo: { made: '/id', request: 'DELETE /forms/{made}' } },
  ...{ change: { request: 'PUT /name' }, keeps: 'GET /seats', refusal: { status: 402, code: 'over' } },
  stages: [
    { after: '0 seconds', shows: 'warned', blocks: 'same' },
    { after: '15 days', shows: 'stopped', blocks: 'new' },
    { after: '40 days', shows: 'locked', blocks: 'everything' },
  ],
};
const SURFACE: Partial<ApiSurface> = {
  limits: { seats: { by: 'count', request: 'POST /seats', undo: { made: '/id', request: 'DELETE /seats/{made}' } } },
  over_limit: OVER,
};
const GRACE = { n: 14, unit: 'day' };

function matrixWith(grace: Limit['grace'] | undefined): Matrix {
  const at = { kind: 'file', path: 'm.yaml', line: 7, column: 3, length: 5 };
  return { limits: { seats: { key: 'seats', at, ...(grace && { grace }) } } } as unknown as Matrix;
}

type Answers = Partial<Record<string, (days: number) => [number, object?]>>;

/** What differs from what has to hold, by facet, and what was taken back. */
async function differing(broken: Answers, more: { grace?: Limit['grace']; over?: Partial<OverLimitConfig> } = {}) {
  const right: Answers = {
    'GET /me': () => [200, { version: 'pro_1', state: 'active' }],
    'GET /posture': (days) => [200, { posture: days < 14 ? 'warned' : days < 30 ? 'stopped' : 'locked' }],
    'POST /seats': (days) => (days < 14 ? FULL : LOCKED),
    'POST /forms': (days) => (days < 14 ? [201, { id: 'f' }] : LOCKED),
    'PUT /name': (days) => (days < 30 ? [204] : LOCKED),
    'GET /seats': (days) => (days < 30 ? [200, { seats: [] }] : LOCKED),
  };
  const product = await movableProduct({ ...SURFACE, over_limit: { ...OVER, ...more.over } }, (request, now) =>
    request.startsWith('DELETE ') ? [204] : ({ ...right, ...broken }[request]?.(now / DAY) ?? [404]),
  );
  try {
    const { surface } = product.probe;
    const { asks, left } = overLimitConduct({ matrix: matrixWith(more.grace), surface });
    const probe = { ...product.probe, refusals: [{ status: 402, code: 'full' }] };
    const seen = await askOverTime(probe, { usedUp: [], questions: asks.map((one) => one.question) });
    const promises = promisesOf(asks);
    const facets = seen.flatMap(({ about, outcome }) => {
      if ('words' in about || outcome.kind !== 'read') return [`unread ${about.subject.facet}`];
      const promise = promises.get(promiseId(about))!;
      return compare(promise.value, outcome.value).is === 'same' ? [] : [`${about.subject.facet} (${promise.who})`];
    });
    return { facets, left, asked: seen.length, undone: product.got.filter((one) => one.startsWith('DELETE ')) };
  } finally {
    product.close();
  }
}

it('nothing differs where everything is as it should be, and what got through is taken back', async () => {
  expect(await differing({}, { grace: GRACE })).toEqual({
    ...{ facets: [], left: [], asked: 15, undone: ['DELETE /forms/f'] },
  });
});

it.each<[string, Answers, string[]]>([
  [
    'lets them make something new for ever',
    { 'POST /forms': () => [201, { id: 'f' }] },
    ['new, above for 15 days (matrix)', 'new, above for 40 days (matrix)'],
  ],
  ['stops new things before the grace is over', { 'POST /forms': () => LOCKED }, ['new, above for 0 seconds (matrix)']],
  [
    'gives more of the same',
    { 'POST /seats': () => [201, { id: 's' }] },
    [
      'same, above for 0 seconds (configuration)',
      'same, above for 15 days (configuration)',
      'same, above for 40 days (configuration)',
    ],
  ],
  [
    'hides what there is too early',
    { 'GET /seats': (days) => (days < 14 ? [200, {}] : LOCKED) },
    ['read, above for 15 days (configuration)'],
  ],
  [
    'refuses changes too early',
    { 'PUT /name': () => LOCKED },
    ['change, above for 0 seconds (configuration)', 'change, above for 15 days (configuration)'],
  ],
  [
    'refuses in other words',
    { 'POST /forms': (days) => (days < 14 ? [201, { id: 'f' }] : FULL) },
    ['new, above for 15 days (matrix)', 'new, above for 40 days (matrix)'],
  ],
  [
    'breaks down',
    { 'GET /seats': () => [500, {}] },
    ['unread read, above for 0 seconds', 'unread read, above for 15 days', 'unread read, above for 40 days'],
  ],
])('a product that %s', async (_, broken, expected) => {
  const { facets } = await differing(broken, { grace: GRACE });
  expect(facets).toEqual(expected);
});

it('what neither side speaks of is listed, and not asked', async () => {
  const stages = OVER.stages.map(({ blocks: _, ...stage }) => stage);
  const silent = await differing({}, { over: { stages } });
  expect([silent.asked, silent.left.map(({ what, count, of }) => [what, count, of])]).toEqual([
    3,
    [
      ['more of the same of one above seats', 3, undefined],
      ['new things of one above seats', 3, undefined],
      ['changes of one above seats', 3, undefined],
      ['reading of one above seats', 3, undefined],
    ],
  ]);
  // The grace of the matrix alone tells of new things, and that nothing is hidden.
  const { facets, asked } = await differing({ 'GET /seats': () => LOCKED }, { grace: GRACE, over: { stages } });
  expect([asked, facets]).toEqual([
    9,
    [
      'read, above for 0 seconds (configuration)',
      'read, above for 15 days (configuration)',
      'read, above for 40 days (configuration)',
    ],
  ]);
});

it('at the very end of the grace nobody is asked for something new', async () => {
  const stages = [{ after: '14 days', shows: 'stopped', blocks: 'new' as const }];
  const { left } = await differing({}, { grace: GRACE, over: { stages } });
  expect(left.map(({ what }) => what)).toEqual(['new things of one above seats']);
});
