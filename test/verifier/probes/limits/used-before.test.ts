/** What is in use before a limit is looked for: how it is read, what it lets one tell, and that it is there afterwards. */
import { expect, it } from 'vitest';
import type { Value } from '../../../../matrix/types.ts';
import { compareMet } from '../../../../verifier/compare.ts';
import type { LimitProbeConfig } from '../../../../verifier/config/limits.ts';
import { probeApi } from '../../../../verifier/probes/api.ts';
import { numberIn } from '../../../../verifier/probes/limits/used-before.ts';
import { valueWords } from '../../../../verifier/report/value-words.ts';
import { movableProduct } from '../conduct/movable-product.ts';

const holder = { version: 'pro_1', state: 'active' as const };
const ask = (facet: string) => ({ holder, subject: { kind: 'limit' as const, key: 'things', facet } });
const COUNT: LimitProbeConfig = {
  ...{ by: 'count', request: 'POST /things', used: { request: 'GET /things', items: '/items' } },
  undo: { made: '/thing/id', request: 'DELETE /things/{made}' },
};
const SET: LimitProbeConfig = {
  ...{ by: 'set', request: 'POST /things', used: { request: 'GET /things', items: '/total' } },
  set: { request: 'PUT /used/{n}' },
};

interface Behaves {
  config?: Partial<LimitProbeConfig>;
  /** There before. */
  before?: string[];
  most?: number;
  /** What `GET /things` answers. */
  shows?(ids: readonly string[]): [number, object];
  /** Which of them goes when one is deleted. */
  deletes?: 'the first';
  sets?: false;
  locked?: true;
}

/** What is told of the hard edge, and what was sent that writes. */
async function looked({ config, before = [], most = 3, shows, deletes, sets, locked }: Behaves) {
  let ids = [...before];
  let next = 0;
  const product = await movableProduct(
    { limits: { things: { ...COUNT, ...config } as LimitProbeConfig } },
    (request) => {
      const [, id] = /^DELETE \/things\/(.+)$/.exec(request) ?? [];
      const [, n] = /^PUT \/used\/(\d+)$/.exec(request) ?? [];
      if (request === 'GET /me') return [200, { version: 'pro_1', state: 'active' }];
      if (n !== undefined && sets !== false) ids = Array.from({ length: Number(n) }, (_, at) => `s${at}`);
      if (n !== undefined) return [200, {}];
      if (locked) return [403, { code: 'locked' }];
      if (request === 'GET /things')
        return shows?.(ids) ?? [200, { items: ids.map((one) => ({ id: one })), total: ids.length }];
      if (id !== undefined) {
        ids = deletes ? ids.slice(1) : ids.filter((one) => one !== id);
        return [204];
      }
      if (ids.length >= most) return [402, { code: 'full' }];
      next += 1;
      ids.push(`t${next}`);
      return [201, { thing: { id: `t${next}` } }];
    },
  );
  const refusal = { status: 402, code: 'full' };
  const limits = { things: { unit: 'thing', budget: 9, operation: 'POST /things', refusal } };
  const probe = { ...product.probe, limits, refusals: [refusal, { status: 403, code: 'locked' }] };
  try {
    const { observations } = await probeApi({ ...probe, asked: [{ holder, questions: [ask('hard')] }] });
    const [{ outcome } = { outcome: { kind: 'absent' as const } }] = observations;
    const told = outcome.kind === 'read' ? valueWords(outcome.value) : outcome.kind === 'unread' ? outcome.reason : '';
    return { told, wrote: product.got.filter((one) => !one.startsWith('GET ')).length };
  } finally {
    product.close();
  }
}

const own = ['a', 'b'];

it.concurrent.each<[string, Behaves, string]>([
  ['some room is left', { before: own }, '3 things'],
  ['there is room for none beside what is there', { before: [...own, 'c', 'd'] }, 'at most 4 things'],
  ['there is nothing, and room for nothing', { most: 0 }, '0 things'],
  [
    'taking back takes what was there before',
    { before: own, deletes: 'the first' },
    'what was there before is gone from GET /things after DELETE /things/{made}: a',
  ],
  ['a locked account is refused everything', { locked: true }, 'refused with 403 locked'],
  ['usage is set', { config: SET, most: 5 }, '5 things'],
  [
    'usage is set, and nothing comes of it',
    { config: SET, sets: false, before: own },
    'PUT /used/{n} was to bring usage to 8, and GET /things shows 2 then',
  ],
  [
    'usage is set, and a list shows the first page of it',
    {
      config: { ...SET, used: COUNT.used! },
      most: 5,
      shows: (ids) => [200, { items: ids.slice(0, 2).map((id) => ({ id })) }],
    },
    '5 things',
  ],
])(
  'where %s',
  async (_, behaves, told) => {
    expect((await looked(behaves)).told).toBe(told);
  },
  20_000,
);

it('nothing is done where the count cannot be read', async () => {
  const { told, wrote } = await looked({ shows: () => [200, { things: 2 }] });
  expect([told, wrote]).toEqual(['GET /things answered 200 without /items', 0]);
});

it('a number is one in a text of digits as well, and nothing else is', () => {
  expect([3, '3', '12.5', '', '3 of 5', 'x', null, true, -1].map(numberIn)).toEqual([
    ...[3, 3, 12.5, undefined, undefined, undefined, undefined, undefined],
    -1,
  ]);
});

it('“at most” as a probe met it is less or that, and never more', () => {
  const amount = (n: number, bound: 'exactly' | 'at_most' = 'exactly'): Value => ({
    ...{ kind: 'amount', n, unit: 'thing', bound },
  });
  const met = amount(4, 'at_most');
  const promises: Value[] = [amount(2), amount(4), amount(5), { kind: 'unlimited' }, { kind: 'excluded' }];
  const held = promises.map((promised) => compareMet(promised, met));
  expect(held.map((one) => ('seen' in one ? one.seen : one.is))).toEqual(['same', 'same', 'less', 'less', 'same']);
});
