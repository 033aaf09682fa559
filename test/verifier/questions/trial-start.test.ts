/** What is asked of a trial that starts comes from the matrix; what cannot be asked is listed, or counts as left out. */
import { expect, it } from 'vitest';
import type { Matrix } from '../../../matrix/types.ts';
import type { TrialStartConfig } from '../../../verifier/config/conduct.ts';
import type { ApiSurface } from '../../../verifier/config/types.ts';
import { trialConduct } from '../../../verifier/questions/conduct/trial.ts';
import { trialBudget, trialStartConduct } from '../../../verifier/questions/conduct/trial-start.ts';
import { matrixAt } from '../claims/claims-of.ts';

const MATRIX = matrixAt('matrix/entitlements.yaml');
const STARTS: TrialStartConfig = {
  as: { version: 'cloud_power', state: 'expired' },
  ...{ shows: { from: '/a', until: '/b' }, again: { status: 409, code: 'used' }, undo: 'DELETE /t' },
};

function planned(starts: Partial<TrialStartConfig> | undefined, more: Partial<ApiSurface> = {}, matrix = MATRIX) {
  const surface: ApiSurface = {
    ...{ id: 'api', kind: 'api', server: 'x', sandbox: 's', clock: { request: 'PUT /c/{seconds}' } },
    session: { sign_in: { request: 'POST /in' }, who_am_i: { request: 'GET /me', version: '/v', state: '/s' } },
    ...more,
  };
  const trial = {
    ...{ as: STARTS.as, request: 'POST /t', first: { status: 409 }, limited: { status: 429 }, within: 3 },
    ...(starts && { starts: { ...STARTS, ...starts } }),
  };
  const { asks, left } = trialStartConduct({ matrix, surface }, trial);
  return {
    asked: asks.map(({ question, promise: { value, at } }) => {
      const said =
        value.kind === 'words' ? value.text : value.kind === 'duration' ? `${value.n} ${value.unit}` : value.kind;
      return `${question.subject.facet}: ${said}${at.length ? ' (matrix)' : ''}`;
    }),
    left: left.map(({ what, count, of }) => `${what} ${count}${of ? ' left out' : ''}`),
  };
}

it('everything is asked where everything is configured, and no plan’s value but the matrix’ own is promised', () => {
  expect(planned({})).toEqual({
    asked: [
      'started: cloud_power (trial) (matrix)',
      'shown_length: 14 day (matrix)',
      'second_start: excluded',
      'length: 14 day (matrix)',
      'after_end: refusal',
    ],
    left: [],
  });
});

it.each<[string, ReturnType<typeof planned>, string[]]>([
  ['no start', planned(undefined), ['a trial that starts 1']],
  ['no moments', planned({ shows: undefined as never }), ['the end of a trial as shown 1']],
  ['no second refusal', planned({ again: undefined as never }), ['a second trial once the first is over 1']],
  ['no clock', planned({}, { clock: undefined as never }), ['how long a trial lasts 2']],
  [
    'a line without a trial',
    planned({ as: { version: 'pro_v6', state: 'expired' } }),
    ['a trial that starts 1 left out'],
  ],
  [
    'nobody who signs in again',
    planned({}, { session: { who_am_i: { request: 'GET /me', version: '/v', state: '/s' } } }),
    ['how long a trial lasts 2 left out'],
  ],
  [
    'no state that shows',
    planned({}, { session: { sign_in: { request: 'POST /in' }, who_am_i: { request: 'GET /me', version: '/v' } } }),
    ['a trial that starts 1 left out'],
  ],
])('with %s, that is told', (_, { left }, expected) => {
  expect(left).toEqual(expected);
});

it('how far to look is the same for every product line, and never a month', () => {
  const with_ = (...lengths: { n: number; unit: string }[]) => {
    const trials = Object.fromEntries(lengths.map((length, n) => [n, { length }]));
    return trialBudget({ trials } as unknown as Matrix);
  };
  expect(trialBudget(MATRIX)).toEqual({ unit: 'day', budget: 15 });
  expect(with_({ n: 2, unit: 'week' }, { n: 7, unit: 'day' })).toEqual({ unit: 'day', budget: 15 });
  expect(with_({ n: 36, unit: 'hour' })).toEqual({ unit: 'hour', budget: 37 });
  expect([with_({ n: 1, unit: 'month' }), with_({ n: 180, unit: 'day' })]).toEqual([undefined, undefined]);
});

it('a trial that names no product line is that of every line, unless the line has its own', () => {
  const [own] = Object.values(MATRIX.trials).filter((one) => one.length);
  const everybody = { ...own!, key: 'a_week', lines: [], length: { n: 7, unit: 'day' as const } };
  const lengths = (trials: object, version: string) =>
    planned({ as: { version, state: 'expired' } }, {}, { ...MATRIX, trials } as Matrix).asked.filter((one) =>
      one.startsWith('length'),
    );
  expect(lengths({ a_week: everybody }, 'pro_v6')).toEqual(['length: 7 day (matrix)']);
  expect(lengths({ a_week: everybody, ...MATRIX.trials }, 'cloud_power')).toEqual(['length: 14 day (matrix)']);
});

it('the gates of a trial that is started are listed as not asked, once for each gate', () => {
  const whatOf = (starts: TrialStartConfig | undefined) => {
    const session = { sign_in: { request: 'POST /in' }, who_am_i: { request: 'GET /me', version: '/v', state: '/s' } };
    const trial = { as: STARTS.as, request: 'POST /t', first: { status: 409 }, limited: { status: 429 }, within: 3 };
    const surface: ApiSurface = {
      ...{ id: 'api', kind: 'api', server: 'x', sandbox: 's', session },
      trial: { ...trial, ...(starts && { starts }) },
    };
    const { left } = trialConduct({ matrix: MATRIX, surface });
    return left.filter(({ what }) => what.startsWith('what a started trial opens')).map(({ count, of }) => [count, of]);
  };
  const gates = MATRIX.gates.filter((gate) => gate.api).length;
  expect([whatOf(STARTS), whatOf(undefined)]).toEqual([[[gates, undefined]], []]);
});
