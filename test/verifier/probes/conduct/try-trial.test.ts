/** A trial is started, waited for and taken back: what is seen is what the product does, whatever that is. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Value } from '../../../../matrix/types.ts';
import { askOverTime } from '../../../../verifier/probes/conduct/ask-over-time.ts';
import { lengthOf, shownSpan } from '../../../../verifier/probes/conduct/shown-span.ts';
import { movableProduct } from './movable-product.ts';

const HOUR = 3600;
const AGAIN = { status: 409, code: 'had_one' };
const FACETS = ['started', 'shown_length', 'second_start', 'length', 'after_end'];

interface Behaves {
  hours: number;
  /** What the answer says that it lasts, where that is another length. */
  saysHours?: number;
  /** How a second start is answered while it runs, and afterwards. */
  again?: 'goes_on' | 'refused' | 'begins_anew';
  afterwards?: 'refused' | 'begins_anew';
  gives?: string;
  refuses?: [number, object];
}

async function tried({ hours, again = 'goes_on', afterwards = 'refused', ...other }: Behaves) {
  let since: number | undefined;
  let undone = 0;
  const runs = (now: number) => since !== undefined && now < since + hours * HOUR;
  const product = await movableProduct(
    {
      session: {
        sign_in: { request: 'POST /in' },
        who_am_i: { request: 'GET /me', version: '/version', state: '/state', states: { trial: 'trying' } },
      },
      trial: {
        ...{ as: { version: 'x', state: 'active' }, request: 'POST /trial', within: 3 },
        ...{ first: { status: 409, code: 'sign_up' }, limited: { status: 429, code: 'wait' } },
        starts: {
          as: { version: 'pro_1', state: 'expired' },
          ...{ shows: { from: '/from', until: '/until' }, again: AGAIN, undo: 'DELETE /trial' },
        },
      },
    },
    (request, now) => {
      if (request === 'GET /me')
        return [200, { version: 'pro_1', state: runs(now) ? (other.gives ?? 'trying') : 'expired' }];
      if (request === 'POST /in') return [200, {}];
      if (request === 'DELETE /trial') {
        undone += since === undefined ? 0 : 1;
        since = undefined;
        return [204];
      }
      if (since !== undefined && (runs(now) ? again : afterwards) === 'refused') return [409, { code: AGAIN.code }];
      if (other.refuses) return other.refuses;
      if (since === undefined || !(runs(now) && again === 'goes_on')) since = now;
      const until = new Date((since + (other.saysHours ?? hours) * HOUR) * 1000).toISOString();
      return [201, { from: new Date(since * 1000).toISOString(), until }];
    },
  );
  const holder = { version: 'pro_1', state: 'expired' as const };
  const questions = FACETS.map((facet) => ({ holder, subject: { kind: 'trial' as const, key: 'POST /trial', facet } }));
  try {
    const probe = { ...product.probe, trial: { unit: 'day' as const, budget: 15 } };
    const seen = await askOverTime(probe, { usedUp: [], questions });
    const behind = await product.probe.writes.stop();
    const said = seen.map(({ about, outcome }): [string, string] => [
      about.subject.facet ?? '',
      outcome.kind === 'read'
        ? words(outcome.value)
        : outcome.kind === 'unread'
          ? `unread: ${outcome.reason}`
          : 'absent',
    ]);
    return { seen: Object.fromEntries(said), undone, behind };
  } finally {
    product.close();
  }
}

function words(value: Value): string {
  if (value.kind === 'duration') return `${value.n} ${value.unit}`;
  if (value.kind === 'amount') return `${value.bound} ${value.n} ${value.unit}`;
  if (value.kind === 'refusal') return `${value.status} ${value.code}`;
  return value.kind === 'words' ? value.text : value.kind;
}

const RIGHT = {
  started: 'pro_1 (trial)',
  shown_length: '14 day',
  second_start: 'excluded',
  length: '14 day',
  after_end: '409 had_one',
};

it.each<[string, Behaves, Partial<typeof RIGHT>]>([
  ['that is as it should be', { hours: 14 * 24 }, {}],
  ['that refuses the second one at once', { hours: 14 * 24, again: 'refused' }, { second_start: '409 had_one' }],
  ['that ends a day early', { hours: 13 * 24, saysHours: 14 * 24 }, { length: '13 day' }],
  ['that ends half a day late', { hours: 14.5 * 24, saysHours: 14 * 24 }, { length: '14.5 day' }],
  ['that says another end', { hours: 14 * 24, saysHours: 13 * 24 }, { shown_length: '13 day' }],
  [
    'that does not end',
    { hours: 99_999, saysHours: 14 * 24 },
    { length: 'at_least 15 day', after_end: 'unread: it did not end as long as anybody looked' },
  ],
  ['that begins anew once it is over', { hours: 14 * 24, afterwards: 'begins_anew' }, { after_end: 'included' }],
  [
    'that begins anew while it runs',
    { hours: 14 * 24, again: 'begins_anew' },
    { second_start: 'included', length: '14.5 day' },
  ],
])('a trial %s', async (_, behaves, otherwise) => {
  const { seen, undone, behind } = await tried(behaves);
  expect(seen).toEqual({ ...RIGHT, ...otherwise });
  expect([undone, behind]).toEqual([1, []]);
});

it('that gives another state is seen to', async () => {
  const { seen, undone } = await tried({ hours: 14 * 24, gives: 'active' });
  expect([seen.started, undone]).toEqual(['pro_1 (active)', 1]);
});

it.each<[string, [number, object], string, string]>([
  [
    'is refused by a known word',
    [409, { code: 'sign_up' }],
    '409 sign_up',
    'no trial started: POST /trial answered 409',
  ],
  [
    'comes too soon',
    [429, { code: 'wait' }],
    'unread: the instance was asked before, and this was too soon',
    'no trial started: POST /trial answered 429',
  ],
])('nothing is told of a trial that %s', async (_, refuses, started, reason) => {
  const { seen, undone } = await tried({ hours: 24, refuses });
  expect(seen).toEqual({
    ...{ started, shown_length: `unread: ${reason}`, second_start: `unread: ${reason}` },
    ...{ length: `unread: ${reason}`, after_end: 'unread: nobody saw it end' },
  });
  expect(undone).toBe(0);
});

it('the length that was lived is within half a day of what it was', async () => {
  const hours = fc.integer({ min: 2, max: 14 * 24 });
  await fc.assert(
    fc.asyncProperty(hours, async (n) => {
      const { seen } = await tried({ hours: n });
      const [days] = (seen.length ?? '').split(' ');
      expect(Math.abs(Number(days) * 24 - n)).toBeLessThanOrEqual(12);
      // A whole number of days is told as one, and nothing else is.
      expect(Number.isInteger(Number(days))).toBe(n % 24 === 0);
    }),
    { numRuns: 12 },
  );
}, 20_000);

it('moments are read in the forms that products write them in', () => {
  const at = { from: '/a', until: '/b' };
  const both = (a: unknown, b: unknown) => shownSpan({ a, b }, at)?.length;
  expect(both('2026-01-01T00:00:00Z', '2026-01-15T00:00:00Z')).toEqual({ kind: 'duration', n: 14, unit: 'day' });
  expect(both(1_767_225_600, 1_767_225_600 + 7200)).toEqual({ kind: 'duration', n: 2, unit: 'hour' });
  expect(both(1_767_225_600_000, 1_767_225_600_000 + 90_000 * 60)).toEqual({ kind: 'duration', n: 90, unit: 'minute' });
  expect([both(null, 3), both('soon', 'late'), both(1, undefined)]).toEqual([undefined, undefined, undefined]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50_000 }), (minutes) => {
      const { n, unit } = lengthOf(minutes * 60_000);
      expect(n * { day: 1440, hour: 60, minute: 1 }[unit as 'day']).toBe(minutes);
    }),
  );
});
