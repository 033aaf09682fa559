/** A rate is used up and one signs in anew: whoever is let through then has met no edge, unless the window is over for all. */
import { expect, it } from 'vitest';
import { probeApi } from '../../../../verifier/probes/api.ts';
import { valueWords } from '../../../../verifier/report/value-words.ts';
import { movableProduct } from '../conduct/movable-product.ts';

const holder = { version: 'pro_1', state: 'active' as const };
const HARD = { holder, subject: { kind: 'limit' as const, key: 'runs', facet: 'hard' } };
const REFUSED: [number, object] = [429, { code: 'too_many' }];

interface Act {
  token: string;
  /** How many signed in so far. */
  session: number;
  acted: readonly string[];
}

/** Whether one more goes through, by three for each customer unless told otherwise. */
type Admits = (act: Act) => boolean;

async function looked(admits: Admits, { ends = false, per = true } = {}) {
  let session = 0;
  const acted: string[] = [];
  const product = await movableProduct(
    {
      session: {
        sign_in: { request: 'POST /in', token: '/token' },
        send: { authorization: '{token}' },
        who_am_i: { request: 'GET /me', version: '/version', state: '/state' },
      },
      limits: { runs: { by: 'count', request: 'POST /runs' } },
    },
    (request, _, __, { authorization: token = '' }) => {
      if (request === 'POST /in') {
        session += 1;
        return [200, { token: `t${session}` }];
      }
      if (ends && token !== `t${session}`) return [401, { code: 'signed_in_elsewhere' }];
      if (request === 'GET /me') return [200, { version: 'pro_1', state: 'active' }];
      if (!admits({ token, session, acted })) return REFUSED;
      acted.push(token);
      return [201, { run: 1 }];
    },
  );
  const refusal = { status: 429, code: 'too_many' };
  const hour = { n: 1, unit: 'hour' as const };
  const limits = { runs: { unit: 'run', ...(per && { per: hour }), budget: 9, operation: 'POST /runs', refusal } };
  const probe = { ...product.probe, limits, refusals: [refusal] };
  try {
    const { observations } = await probeApi({ ...probe, asked: [{ holder, questions: [HARD] }] });
    const words = observations.map(({ outcome }) =>
      outcome.kind === 'read' ? valueWords(outcome.value) : outcome.kind,
    );
    return { words, signedIn: session };
  } finally {
    product.close();
  }
}

const EDGE = '3 runs per hour';
const perCustomer: Admits = ({ acted }) => acted.length < 3;
const perSession: Admits = ({ acted, token }) => acted.filter((one) => one === token).length < 3;

it.each<[string, Promise<{ words: string[]; signedIn: number }>, string[], number]>([
  ['a count of the customer’s', looked(perCustomer), [EDGE], 2],
  ['a count of each session’s', looked(perSession), [EDGE, 'no limit met up to 5 runs per hour'], 3],
  ['a window that is over meanwhile', looked(({ acted, session }) => session > 1 || acted.length < 3), [EDGE], 3],
  [
    'one place that came free meanwhile',
    looked(({ acted, session }) => acted.length < (session > 1 ? 4 : 3)),
    [EDGE],
    3,
  ],
  ['sessions that end each other', looked(perCustomer, { ends: true }), [EDGE], 2],
  ['what is no rate', looked(perSession, { per: false }), ['3 runs'], 1],
])('%s', async (_, look, words, signedIn) => {
  expect(await look).toEqual({ words, signedIn });
});
