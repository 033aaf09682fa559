/** Who somebody is has to stand where the configuration says; where nothing stands there, that is told. */
import { expect, it } from 'vitest';
import { proveByRequest } from '../../../verifier/holders/prove-by-request.ts';

const holder = { version: 'pro_1', state: 'active' as const };
const who = (json: unknown) => {
  const send = async () => ({ status: 200, type: 'application/json', text: '', json, evidence: {} });
  return proveByRequest({ send }, { request: 'GET /me', version: '/plan', state: '/state' }, holder);
};

it.each<[string, unknown, string | undefined]>([
  ['is there', { plan: 'pro_1', state: 'active' }, undefined],
  ['is somebody else', { plan: 'solo', state: 'active' }, 'who-am-I shows solo (active) instead of pro_1 (active)'],
  [
    'stands elsewhere',
    { account: {}, state: 'active' },
    'who-am-I shows nothing at /plan; its keys are account, state',
  ],
  ['has no state', { plan: 'pro_1' }, 'who-am-I shows nothing at /state; its keys are plan'],
  ['is empty', {}, 'who-am-I shows nothing at /plan; it has no keys'],
])('%s', async (_, json, reason) => {
  expect(await who(json)).toBe(reason);
});

it('is known by numbers', async () => {
  const asked = { request: 'GET /me', version: '/plan', state: '/state', versions: { pro_1: '12' } };
  const prove = (plan: unknown) =>
    proveByRequest(
      {
        send: async () => ({
          status: 200,
          type: 'application/json',
          text: '',
          json: { plan, state: 'active' },
          evidence: {},
        }),
      },
      asked,
      holder,
    );
  expect([await prove(12), await prove(13)]).toEqual([undefined, 'who-am-I shows 13 (active) instead of 12 (active)']);
});
