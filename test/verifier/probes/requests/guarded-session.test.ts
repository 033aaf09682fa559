/** Requests that write: only in a sandbox that both sides name, and never left behind. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LimitProbeConfig } from '../../../../verifier/config/limits.ts';
import type { ApiSurface } from '../../../../verifier/config/types.ts';
import type { LimitBudget } from '../../../../verifier/probes/limits/limit-budget.ts';
import { probeLimit } from '../../../../verifier/probes/limits/probe-limit.ts';
import { exact, GuardedSession } from '../../../../verifier/probes/requests/guarded-session.ts';
import { Writes } from '../../../../verifier/probes/requests/writes.ts';
import { Session } from '../../../../verifier/probes/session.ts';

const HARD = 70_000;
const UNDO = { made: '/id', request: 'DELETE /things/{made}' };
const LOCKED = { status: 403, code: 'locked' };
let server: Server;
let base: string;
let got: string[];
let used: number;
let keeps = false;
let isOver = false;
let fails = false;
let shown = 'north';
let hides = false;
/** After so many reads of what is used, what was deleted is gone. */
let goneAfter = 0;

/** A product that is seeded, refuses above its limit, and says which sandbox it is. */
beforeEach(async () => {
  [got, used, keeps, isOver, fails, shown, hides] = [[], 0, false, false, false, 'north', false];
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    got.push(`${request.method} ${request.url}${body && ` ${body}`}`);
    const give = (status: number, data: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(data));
    if (request.url === '/sandbox') return hides ? give(401, {}) : give(200, { name: shown });
    if (request.url === '/locked') return give(LOCKED.status, LOCKED);
    if (request.url === '/in') {
      isOver = false;
      return give(200, {});
    }
    if (isOver) return give(401, {});
    if (fails) return give(503, {});
    if (request.url?.startsWith('/usage')) {
      used = (JSON.parse(body) as { n: number }).n;
      return give(200, {});
    }
    if (request.url === '/things' && request.method === 'GET')
      return give(200, { items: got.includes('DELETE /things/1') && --goneAfter < 0 ? 0 : used });
    if (request.method === 'DELETE') return keeps ? give(500, {}) : response.writeHead(204).end();
    return used + 1 > HARD ? give(402, { code: 'full' }) : give(201, { id: ++used });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

function open(named?: string, more: Partial<ApiSurface> = {}) {
  const session = { who_am_i: { request: 'GET /me' } };
  const writes = new Writes({ id: 'api', kind: 'api', server: 'x', session, sandbox: 'north', ...more }, named);
  const holder = { version: 'pro_1', state: 'active' as const };
  return { writes, session: new GuardedSession(new Session(base, session, {}), holder, writes) };
}

describe('a request that writes', () => {
  it.each([
    [undefined, 'asking would write: allow it with --sandbox north'],
    ['south', 'asking would write: allow it with --sandbox north'],
  ])('is not sent where the command line names %s', async (named, reason) => {
    const { session, writes } = open(named);
    await expect(session.send({ request: 'POST /things' })).rejects.toThrow(reason);
    await expect(session.make({ request: 'POST /things' }, {}, UNDO)).rejects.toThrow(reason);
    expect([got, writes.log]).toEqual([[], []]);
  });

  it('is not sent to a product that is another sandbox', async () => {
    const { session } = open('south', { sandbox: 'south', sandbox_shows: { request: 'GET /sandbox', at: '/name' } });
    await expect(session.send({ request: 'POST /things' })).rejects.toThrow(
      'GET /sandbox shows “north” instead of the sandbox south',
    );
    expect(got).toEqual(['GET /sandbox']);
  });

  it('is not sent by a session of another tenant, whatever others were shown', async () => {
    const more = { sandbox_shows: { request: 'GET /sandbox', at: '/name' } };
    const { session, writes } = open('north', more);
    const who = { who_am_i: { request: 'GET /me' } };
    const other = () => new GuardedSession(new Session(base, who, {}), { version: 'pro_2', state: 'active' }, writes);
    const [second, third] = [other(), other()];
    await session.send({ request: 'POST /things' });
    await session.send({ request: 'POST /things' });
    shown = 'production';
    await expect(second.send({ request: 'POST /things' })).rejects.toThrow('shows “production”');
    // Nor does it keep others from writing.
    shown = 'north';
    await third.send({ request: 'POST /things' });
    expect(got).toEqual([
      ...['GET /sandbox', 'POST /things', 'POST /things'],
      ...['GET /sandbox', 'GET /sandbox', 'POST /things'],
    ]);
  });

  it('is sent by nobody where only customers are told of the sandbox, until one is told of another', async () => {
    const { session, writes } = open('north', { sandbox_shows: { request: 'GET /sandbox', at: '/name' } });
    const who = { who_am_i: { request: 'GET /me' } };
    const nobody = () => new GuardedSession(new Session(base, who, {}), undefined, writes);
    hides = true;
    await nobody().send({ request: 'POST /clock' });
    await expect(session.send({ request: 'POST /things' })).rejects.toThrow('shows nothing at /name (401)');
    await expect(nobody().send({ request: 'POST /clock' })).rejects.toThrow('shows nothing at /name (401)');
    [hides, shown] = [false, 'production'];
    const other = open('north', { sandbox_shows: { request: 'GET /sandbox', at: '/name' } }).writes;
    const visitor = new GuardedSession(new Session(base, who, {}), undefined, other);
    await expect(visitor.send({ request: 'POST /clock' })).rejects.toThrow('shows “production”');
    expect(got.filter((line) => line.startsWith('POST'))).toEqual(['POST /clock']);
  });

  it('stands in the log with holder and tenant', async () => {
    const { session, writes } = open('north');
    await session.send({ request: 'POST /things?n={n}' }, { n: '3' });
    expect(writes.log).toEqual([
      { surface: 'api', method: 'POST', path: '/things?n=3', holder: 'pro_1.active', tenant: 'north', kind: 'write' },
    ]);
  });
});

describe('what was made', () => {
  it('is taken back, the newest first, and nothing is made afterwards', async () => {
    const { session, writes } = open('north', { reset: { request: 'POST /reset' } });
    for (const _ of [1, 2]) await session.make({ request: 'POST /things' }, {}, UNDO);
    expect(await writes.stop()).toEqual([]);
    expect(got.slice(2)).toEqual(['DELETE /things/2', 'DELETE /things/1', 'POST /reset']);
    await expect(session.send({ request: 'POST /things' })).rejects.toThrow('the audit was stopped');
  });

  it('is taken back after the session is over too, signed in again', async () => {
    const session = { sign_in: { request: 'POST /in' }, who_am_i: { request: 'GET /me' } };
    const writes = new Writes({ id: 'api', kind: 'api', server: 'x', session, sandbox: 'north' }, 'north');
    const guarded = new GuardedSession(new Session(base, session, {}), undefined, writes);
    await guarded.signIn(session.sign_in);
    // There is one of it: nothing has to be named.
    await guarded.make({ request: 'POST /trial' }, {}, { request: 'DELETE /trial' });
    isOver = true;
    expect(await writes.stop()).toEqual([]);
    expect(got).toEqual(['POST /in', 'POST /trial', 'DELETE /trial', 'POST /in', 'DELETE /trial']);
    const kinds = writes.log.map(({ path, kind }) => `${path} ${kind}`);
    expect(kinds).toEqual(['/in sign_in', '/trial write', '/trial write', '/in sign_in', '/trial write']);
  });

  it('while it is stopped is waited for', async () => {
    const { session, writes } = open('north');
    const making = session.make({ request: 'POST /things' }, {}, UNDO);
    await new Promise((done) => setImmediate(done));
    await Promise.all([writes.stop(), making.catch(() => {})]);
    const made = got.filter((line) => line.startsWith('POST')).length;
    expect(got.filter((line) => line.startsWith('DELETE'))).toHaveLength(made);
  });

  it('and stays is told', async () => {
    const { session, writes } = open('north');
    keeps = true;
    await session.make({ request: 'POST /things' }, {}, UNDO);
    await session.make({ request: 'POST /things' }, {}, { ...UNDO, made: '/nothing' });
    expect(await writes.stop()).toEqual([
      'what the audit made is still there: POST /things gave no id at /nothing',
      'what the audit made is still there: DELETE /things/{made} answered 500',
    ]);
  });
});

it('a limit of tens of thousands is met by seeded usage, which is put back', async () => {
  const { session } = open('north');
  const set = { request: 'PUT /usage', body: { n: '{n}' } };
  const config: LimitProbeConfig = { by: 'set', set, request: 'POST /things', undo: UNDO };
  const refusal = { status: 402, code: 'full' };
  const limit = { unit: 'thing', budget: 100_001, operation: 'POST /things', refusal };
  const { edge } = await probeLimit({ session, config, limit, refusals: [refusal], errorCode: '/code' });
  expect(edge).toMatchObject({ is: 'found', hard: HARD });
  expect(got.length).toBeLessThan(100);
  expect(used).toBe(0);
});

describe('usage that is set', () => {
  const set = { request: 'PUT /usage', body: { n: '{n}' } };
  const config: LimitProbeConfig = { by: 'set', set, request: 'POST /things', undo: UNDO };
  const limit = { unit: 'thing', budget: 10, operation: 'POST /things', refusal: { status: 402, code: 'full' } };
  const probe = (session: GuardedSession, used?: LimitProbeConfig['used']) =>
    probeLimit({ session, config: { ...config, used }, limit, refusals: [limit.refusal, LOCKED], errorCode: '/code' });

  it('is not put back where nothing may be written, or where setting it was refused', async () => {
    const closed = open();
    expect((await probe(closed.session)).edge).toEqual({
      is: 'unclear',
      reason: 'asking would write: allow it with --sandbox north',
    });
    expect([got, await closed.writes.stop(), got]).toEqual([[], [], []]);
    isOver = true;
    const refused = open('north');
    await probe(refused.session);
    expect([got, await refused.writes.stop()]).toEqual([['PUT /usage {"n":9}'], []]);
  });

  it('is put back once, also where nobody knows whether it was set', async () => {
    const { session, writes } = open('north');
    await session.set(set, { n: '5' }, { n: '2' });
    await session.set(set, { n: '6' }, { n: '2' });
    fails = true;
    await session.set({ ...set, request: 'PUT /usage?at=2' }, { n: '7' }, { n: '3' });
    fails = false;
    expect(await writes.stop()).toEqual([]);
    expect(got.slice(3)).toEqual(['PUT /usage?at=2 {"n":3}', 'PUT /usage {"n":2}']);
  });

  it('is put back again where it is set again', async () => {
    const { session } = open('north');
    for (const n of ['5', '6']) {
      await session.set(set, { n }, { n: '2' });
      await session.takeBack();
    }
    expect(got.filter((line) => line.endsWith('{"n":2}'))).toHaveLength(2);
  });

  it('is left alone where nobody can read what it was', async () => {
    const { session, writes } = open('north');
    const changes = () => got.filter((line) => !line.startsWith('GET'));
    await probe(session, { request: 'GET /sandbox', items: '/nothing' });
    expect(changes()).toEqual([]);
    // Whose account is locked may be refused what comes next as well.
    await probe(session, { request: 'GET /locked', items: '/items' });
    expect(changes()).toEqual(['POST /things', 'DELETE /things/1']);
    expect(await writes.stop()).toEqual([]);
  });
});

describe('what is taken back is counted again:', () => {
  const used = { request: 'GET /things', items: '/items' };
  const config: LimitProbeConfig = { by: 'count', used, request: 'POST /things', undo: UNDO };
  const refusal = { status: 402, code: 'full' };
  const limit = { unit: 'thing', budget: 3, operation: 'POST /things', refusal };
  const left = async (after: number, more: Partial<LimitBudget> = {}) => {
    const { session, writes } = open('north');
    goneAfter = after;
    const probe = { session, config, limit: { ...limit, ...more }, refusals: [refusal], errorCode: '/code' };
    expect((await probeLimit(probe)).edge).toEqual({ is: 'none' });
    return writes.stop();
  };

  it('an undo that answers 204 and deletes nothing is told', async () => {
    expect(await left(99)).toEqual([
      'what the audit made is still there after DELETE /things/{made}: GET /things counts 3, and 0 before',
    ]);
  });

  it.each([
    ['at once', 0],
    ['a moment later', 1],
  ])('one that deletes %s leaves nothing', async (_, after) => {
    expect(await left(after)).toEqual([]);
  });

  it('what was used in a period stays used', async () => {
    expect(await left(99, { per: { n: 1, unit: 'month' } })).toEqual([]);
  });
});

it('a value that is one number’s name alone is sent as a number', () => {
  const request = { request: 'PUT /x', body: { n: '{n}', name: 'No {n}', list: ['{seconds}'], who: '{version}' } };
  expect(exact(request, { n: '4', seconds: '60', version: 'v' }).body).toEqual({
    ...{ n: 4, name: 'No {n}', list: [60], who: '{version}' },
  });
});
