/** Two customers who see the same things never count at the same time, and what is used up for good counts once. */
import { describe, expect, it } from 'vitest';
import { probeApi } from '../../../verifier/probes/api.ts';
import { Tenants } from '../../../verifier/probes/tenants.ts';
import { movableProduct } from './conduct/movable-product.ts';

const REFUSAL = { status: 402, code: 'full' };

/** Which customer each `POST /seats` was of, and what came of the limit. */
async function counted(tenantOf: (version: string) => string, { tenant = true, gives = true, before = 0 } = {}) {
  const used = new Map<string, number>();
  const product = await movableProduct(
    {
      session: {
        who_am_i: { request: 'GET /me?as={version}', version: '/version', ...(tenant && { tenant: '/tenant' }) },
      },
      limits: {
        seats: {
          ...{ by: 'count', request: 'POST /seats?as={version}' },
          ...(gives && { undo: { made: '/id', request: 'DELETE /seats/{made}?as={version}' } }),
          used: { request: 'GET /seats?as={version}', items: '/used' },
        },
      },
    },
    (request) => {
      const version = request.split('as=')[1] ?? '';
      const own = tenantOf(version);
      const now = used.get(own) ?? 0;
      if (request.startsWith('GET /me')) return [200, { version, tenant: own }];
      if (request.startsWith('GET /seats')) return [200, { used: now }];
      if (request.startsWith('GET /gate')) return [200, {}];
      if (request.startsWith('POST') && now >= 4) return [402, { code: 'full' }];
      used.set(own, now + (request.startsWith('POST') ? 1 : -1));
      return request.startsWith('POST') ? [201, { id: now }] : [204];
    },
  );
  const limits = { seats: { unit: 'seat', budget: 6, operation: 'POST /seats', refusal: REFUSAL } };
  const probe = { ...product.probe, limits, refusals: [REFUSAL], tenants: new Tenants() };
  const asked = ['a', 'b'].map((version) => {
    const holder = { version, state: 'active' as const };
    const gate = { holder, subject: { kind: 'capability' as const, key: 'x', facet: `GET /gate?as=${version}` } };
    const seats = { holder, subject: { kind: 'limit' as const, key: 'seats', facet: 'hard' } };
    return { holder, questions: [...Array.from({ length: version === 'a' ? before : 0 }, () => gate), seats] };
  });
  try {
    const { observations } = await probeApi({ ...probe, asked });
    const made = product.got.filter((one) => /^(?:POST|DELETE)/.test(one)).map((one) => one.slice(-1));
    const seen = observations.map(({ outcome }) =>
      outcome.kind === 'read' && outcome.value.kind === 'amount' ? outcome.value.n : outcome,
    );
    return { made: made.join(''), seen };
  } finally {
    product.close();
  }
}

const ONE_BY_ONE = /^(?:a+b+|b+a+)$/;

describe('customers', () => {
  it('of one tenant count one after another, and each meets its edge', async () => {
    const { made, seen } = await counted(() => 'north');
    expect([made, seen]).toEqual([expect.stringMatching(ONE_BY_ONE), [4, 4]]);
  });

  it('of whom nobody says whose they are do so too', async () => {
    const { made, seen } = await counted(() => 'north', { tenant: false });
    expect([made, seen]).toEqual([expect.stringMatching(ONE_BY_ONE), [4, 4]]);
  });

  it('of two tenants count at the same time', async () => {
    const { made, seen } = await counted((version) => version);
    expect(made).not.toMatch(ONE_BY_ONE);
    expect(seen).toEqual([4, 4]);
  });

  it('of one tenant are not counted twice where nothing can be given back', async () => {
    const { made, seen } = await counted(() => 'north', { gives: false });
    expect(new Set(made).size).toBe(1);
    const reason = /^is of the tenant north, of which [ab] \(active\) used it up already, and nobody can give it back$/;
    expect(seen).toContainEqual({ kind: 'unread', reason: expect.stringMatching(reason) });
    expect(seen).toContain(4);
  });

  it('of one tenant find out in the order in which they are asked, however long one takes', async () => {
    const { made, seen } = await counted(() => 'north', { gives: false, before: 5 });
    expect([new Set(made), seen.at(-2)]).toEqual([new Set('a'), 4]);
    expect(seen.at(-1)).toMatchObject({ reason: expect.stringContaining('of which a (active) used it up') });
  });

  it('without a tenant where one is configured are nobody', async () => {
    const { seen } = await counted(() => undefined as never);
    const reason = 'who-am-I answered 200 without a tenant at /tenant';
    expect(seen).toEqual([
      { kind: 'unread', reason },
      { kind: 'unread', reason },
    ]);
  });
});
