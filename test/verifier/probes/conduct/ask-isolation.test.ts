/** One tenant reaches for what another one made: a refusal counts only where its owner is not refused as well. */
import { expect, it } from 'vitest';
import type { IsolationConfig } from '../../../../verifier/config/conduct.ts';
import { askIsolation } from '../../../../verifier/probes/conduct/ask-isolation.ts';
import { movableProduct } from './movable-product.ts';

interface Thing {
  id: string;
  of: string;
  /** Milliseconds since 1970 from which a replica shows it. */
  shownFrom: number;
}

interface Behaves {
  /** Methods by which everybody gets at everything. */
  leaks?: ('GET' | 'DELETE' | 'LIST' | 'PATCH')[];
  /** Answers 404, and does it all the same. */
  hides?: boolean;
  /** Milliseconds until reads show what was made. */
  lag?: number;
  /** The owner's list shows so many. */
  page?: number;
  /** There before. */
  before?: number;
  config?: Partial<IsolationConfig>;
}

const PATHS = ['DELETE /things/{made}', 'GET /things/{made}', 'GET /things'];
const CONFIG: IsolationConfig = {
  ...{ of: 'things', reach: PATHS.slice(0, 2).map((request) => ({ request })) },
  lists: [{ request: 'GET /things', items: '/items' }],
};

/** What is seen by request, and what is left of what the audit made. */
async function seen({ leaks = [], hides = false, lag = 0, page = 99, before = 0, config = {} }: Behaves) {
  let next = 0;
  let things: Thing[] = Array.from({ length: before }, (_, n) => ({ id: `b${n}`, of: 'own', shownFrom: 0 }));
  const isolation = { ...CONFIG, ...config };
  const product = await movableProduct(
    {
      session: {
        sign_in: { request: 'POST /in', body: { name: '{version}' }, token: '/token' },
        send: { authorization: '{token}' },
        who_am_i: { request: 'GET /me', version: '/version', state: '/state', tenant: '/version' },
      },
      isolation: [isolation],
    },
    (request, _, body, { authorization: who = '' }) => {
      const [method = '', path = ''] = request.split(' ');
      if (path === '/in') return [200, { token: (JSON.parse(body) as { name: string }).name }];
      if (path === '/me') return [200, { version: who, state: 'active' }];
      if (request === 'POST /things') {
        next += 1;
        things.push({ id: `t${next}`, of: who, shownFrom: Date.now() + lag });
        return [201, { id: `t${next}` }];
      }
      const shown = things.filter((one) => one.shownFrom <= Date.now());
      if (request === 'GET /things') {
        const own = leaks.includes('LIST') ? shown : shown.filter((one) => one.of === who);
        return [200, { items: own.slice(0, page).map(({ id }) => ({ id })) }];
      }
      const open = leaks.includes(method as 'GET');
      const found = (method === 'GET' ? shown : things).find(
        (one) => path === `/things/${one.id}` && (open || one.of === who),
      );
      if (!found) return [404, { code: 'nothing' }];
      if (method === 'PATCH') return [422, { code: 'needs_a_name' }];
      if (method === 'DELETE') things = things.filter((one) => one !== found);
      return hides && found.of !== who ? [404, { code: 'nothing' }] : [200, { id: found.id }];
    },
  );
  const limit = {
    by: 'count' as const,
    request: 'POST /things',
    undo: { made: '/id', request: 'DELETE /things/{made}' },
  };
  const [owner, other] = ['own', 'two'].map((version) => ({ version, state: 'active' as const }));
  const requests = [...(isolation.reach ?? []), ...(isolation.lists ?? [])].map((one) => one.request);
  const questions = requests.map((key) => ({
    holder: other!,
    subject: { kind: 'gate' as const, key, facet: 'other_tenant' },
  }));
  try {
    const tenants = { config: isolation, limit, owner: owner!, other: other! };
    const observations = await askIsolation(product.probe, tenants, questions);
    const said = observations.map(({ about, outcome }): [string, string] => [
      about.subject.key,
      outcome.kind === 'read' ? outcome.value.kind : outcome.kind === 'unread' ? outcome.reason : outcome.kind,
    ]);
    return { said: Object.fromEntries(said), left: things.length - before };
  } finally {
    product.close();
  }
}

const APART = { [PATHS[0]!]: 'refusal', [PATHS[1]!]: 'refusal', [PATHS[2]!]: 'excluded' };
const LOST = 'its owner does not find it in GET /things either, by the id at';

it.concurrent.each<[string, Behaves, Record<string, string>]>([
  ['nothing leaks', {}, APART],
  ['reads come from a replica that is late', { lag: 300 }, APART],
  ['everybody reads', { leaks: ['GET'] }, { ...APART, [PATHS[1]!]: 'included' }],
  ['everybody deletes, and only that is told', { leaks: ['DELETE'] }, { ...APART, [PATHS[0]!]: 'included' }],
  ['everybody deletes and is told no', { leaks: ['DELETE'], hides: true }, { ...APART, [PATHS[0]!]: 'included' }],
  ['the list is everybody’s', { leaks: ['LIST'] }, { ...APART, [PATHS[2]!]: 'included' }],
  [
    'the owner’s own list is paged, which makes no leak of a refusal',
    { page: 3, before: 3 },
    { ...APART, [PATHS[2]!]: `${LOST} /id: it may be elsewhere, or on another page` },
  ],
  [
    'only a paged list would show whether it is gone',
    { page: 3, before: 3, config: { reach: [{ request: PATHS[0]! }] } },
    { [PATHS[0]!]: 'refusal', [PATHS[2]!]: `${LOST} /id: it may be elsewhere, or on another page` },
  ],
  [
    'the list shows another id than is looked for',
    { leaks: ['LIST'], config: { lists: [{ request: 'GET /things', items: '/items', id: '/uid' }] } },
    { ...APART, [PATHS[2]!]: `${LOST} /uid: it may be elsewhere, or on another page` },
  ],
  [
    'the path is misspelt',
    {
      leaks: ['GET', 'DELETE'],
      config: { reach: [{ request: 'GET /thing/{made}' }, { request: 'DELETE /thing/{made}' }] },
    },
    {
      'GET /thing/{made}': 'its owner is answered 404 to GET /thing/{made} too, so that may not be how one gets at it',
      'DELETE /thing/{made}':
        'its owner is answered 404 to DELETE /thing/{made} too, so that may not be how one gets at it',
      [PATHS[2]!]: 'excluded',
    },
  ],
  [
    'what is sent is not enough for its owner either, who gets at it',
    { config: { reach: [{ request: 'PATCH /things/{made}' }], lists: [] } },
    { 'PATCH /things/{made}': 'refusal' },
  ],
  [
    'nothing shows whether it is still there but that its owner can delete it',
    { config: { reach: [{ request: PATHS[0]! }], lists: [] } },
    { [PATHS[0]!]: 'refusal' },
  ],
])(
  'where %s',
  async (_, behaves, expected) => {
    expect(await seen(behaves)).toEqual({ said: expected, left: 0 });
  },
  20_000,
);
