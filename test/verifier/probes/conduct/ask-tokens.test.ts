/** Spoilt tokens at who-am-I and at a gate: each place that takes one is told, and one cause once. */
import { expect, it } from 'vitest';
import { askTokens } from '../../../../verifier/probes/conduct/ask-tokens.ts';
import { movableProduct } from './movable-product.ts';

const FACETS = ['altered_token', 'cut_token', 'revoked_token'];

/** Which places take a token that is none, by facet. */
async function taken(lax: readonly string[]): Promise<string[]> {
  const ended = new Set<string>();
  let session = 0;
  const product = await movableProduct(
    {
      session: {
        sign_in: { request: 'POST /in', token: '/token' },
        send: { authorization: '{token}' },
        who_am_i: { request: 'GET /me', version: '/version', state: '/state' },
      },
      tokens: { revoke: 'DELETE /in' },
    },
    (request, _, __, { authorization: token = '' }) => {
      if (request === 'POST /in') {
        session += 1;
        return [200, { token: `a-long-token-${session}` }];
      }
      const good = /^a-long-token-\d+$/.test(token) && !ended.has(token);
      if (!good && !lax.includes(request)) return [401, { code: 'nobody' }];
      if (request === 'DELETE /in') ended.add(token);
      return [200, { version: 'pro_1', state: 'active' }];
    },
  );
  const holder = { version: 'pro_1', state: 'active' as const };
  const questions = FACETS.flatMap((facet) =>
    ['GET /me', 'GET /gate'].map((key) => ({ holder, subject: { kind: 'gate' as const, key, facet } })),
  );
  try {
    const seen = await askTokens(product.probe, questions);
    return seen.flatMap(({ about: { subject }, outcome }) =>
      outcome.kind === 'read' && outcome.value.kind === 'included' ? [`${subject.key} ${subject.facet}`] : [],
    );
  } finally {
    product.close();
  }
}

it.each<[string, string[], string[]]>([
  ['nobody', [], []],
  ['a gate alone', ['GET /gate'], FACETS.map((facet) => `GET /gate ${facet}`)],
  ['who-am-I alone', ['GET /me'], FACETS.map((facet) => `GET /me ${facet}`)],
  ['everybody, which is told once', ['GET /me', 'GET /gate'], FACETS.map((facet) => `GET /me ${facet}`)],
])('a token that is none is taken by %s', async (_, lax, expected) => {
  expect(await taken(lax)).toEqual(expected);
});
