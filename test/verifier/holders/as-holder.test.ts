/** Whoever becomes a holder has their turn, is undone once, and what they carry goes nowhere else. */
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { HolderWay } from '../../../verifier/config/holder-way.ts';
import { asHolder } from '../../../verifier/holders/as-holder.ts';
import type { Become, Holders } from '../../../verifier/holders/holders.ts';
import { Mask } from '../../../verifier/holders/mask.ts';
import { openContext } from '../../../verifier/holders/open-context.ts';
import { Turns } from '../../../verifier/holders/turns.ts';
import { Undoing } from '../../../verifier/holders/undoing.ts';
import { startBrowser } from '../../../verifier/probes/browser.ts';
import { Session } from '../../../verifier/probes/session.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function holdersOf(way: HolderWay, module?: Become): Holders {
  return {
    ...{
      way,
      planNames: {},
      secrets: {},
      accountSecrets: [],
      mask: new Mask(),
      turns: new Turns(),
      undoing: new Undoing(),
    },
    ...(module && { module }),
    outside: { read: () => undefined, env: {}, browser: async () => ({ reason: 'none' }) },
  };
}

const HOLDER = { version: 'v', state: 'active' as const };
const asked = (holders: Holders, base: string, version = 'v') => ({
  holders,
  holder: { ...HOLDER, version },
  base,
  kind: 'api' as const,
});

describe('one account for all', () => {
  it.each([
    [true, ['set a', 'as a', 'undo a', 'set b', 'as b', 'undo b', 'set c', 'as c', 'undo c']],
    [false, ['set a', 'set b', 'set c', 'as a', 'as b', 'as c', 'undo a', 'undo b', 'undo c']],
  ])('is one holder after another (one_at_a_time: %s)', async (one_at_a_time, expected) => {
    const log: string[] = [];
    const become: Become = async ({ version }) => {
      log.push(`set ${version}`);
      return { cleanup: () => void log.push(`undo ${version}`) };
    };
    const holders = holdersOf({ module: 'm.mjs', one_at_a_time }, become);
    const work = (version: string) => async () => {
      await wait(5);
      log.push(`as ${version}`);
    };
    await Promise.all(
      ['a', 'b', 'c'].map((one) => asHolder({ ...asked(holders, 'http://a.example', one), work: work(one) })),
    );
    expect(one_at_a_time ? log : log.toSorted(byStep)).toEqual(expected);
  });
});

function byStep(a: string, b: string): number {
  const steps = ['set', 'as', 'undo'];
  return steps.indexOf(a.split(' ')[0]!) - steps.indexOf(b.split(' ')[0]!) || (a < b ? -1 : 1);
}

describe('what was done', () => {
  it('is undone when the work throws', async () => {
    let undone = 0;
    const holders = holdersOf({ module: 'm.mjs' }, () => ({ cleanup: () => void undone++ }));
    const work = async () => {
      throw new Error('broken');
    };
    await expect(asHolder({ ...asked(holders, 'http://a.example'), work })).rejects.toThrow('broken');
    expect(undone).toBe(1);
    expect(await holders.undoing.all()).toEqual([]);
    expect(undone).toBe(1);
  });

  it('by a module that came too late is undone all the same', async () => {
    let undone = 0;
    const late: Become = async () => {
      await wait(40);
      return { cleanup: () => void undone++ };
    };
    const holders = holdersOf({ module: 'm.mjs', timeout: 0.01 }, late);
    const done = await asHolder({ ...asked(holders, 'http://a.example'), work: async () => 1 });
    expect(done).toEqual({ reason: 'm.mjs did not answer within 0.01 s' });
    await expect.poll(() => undone).toBe(1);
  });

  it('by half is undone too, and nobody begins once all ends', async () => {
    const asks: string[] = [];
    const base = await serve((request, response) => {
      asks.push(`${request.method} ${request.url}`);
      response.writeHead(request.url === '/second' ? 500 : 204).end();
    });
    const way = {
      before: [{ request: 'PUT /first' }, { request: 'PUT /second' }, { request: 'PUT /third' }],
      after: [{ request: 'DELETE /second' }, { request: 'DELETE /first' }],
    };
    const holders = holdersOf(way);
    const work = async () => 1;
    expect(await asHolder({ ...asked(holders, base), work })).toEqual({
      reason: 'PUT /second answered 500',
      left: 'what was done to become somebody could not be undone: DELETE /second answered 500',
    });
    expect(asks).toEqual(['PUT /first', 'PUT /second', 'DELETE /second', 'DELETE /first']);
    await holders.undoing.all();
    expect(await asHolder({ ...asked(holders, base), work })).toEqual({ reason: 'the audit was stopped' });
  });
});

it('a form that is protected against forgery is sent with its hidden fields', async () => {
  const bodies: string[] = [];
  const base = await serve(async (request, response) => {
    if (request.method === 'GET')
      return response
        .writeHead(200, { 'content-type': 'text/html', 'set-cookie': 'pre=1' })
        .end('<form><input type="hidden" name="csrf" value="a&amp;b"><input name="user" value="nobody"></form>');
    bodies.push(`${request.headers.cookie} ${await textOf(request)}`);
    return response.writeHead(303, { location: '/home', 'set-cookie': 'sid=abc' }).end();
  });
  const sign_in = { request: 'POST /in', form: { user: '{version}' }, hidden_from: '/in' };
  const session = new Session(base, { sign_in }, { version: 'pro' });
  expect(await session.signIn()).toBeUndefined();
  expect(bodies).toEqual(['pre=1 csrf=a%26b&user=pro']);
  expect(session.cookies.map((one) => one.name)).toEqual(['pre', 'sid']);
});

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

describe('what a holder carries goes to the product, and to nobody else:', () => {
  const PLACES = ['frame', 'image', 'script', 'style', 'fetch', 'worker', 'page'] as const;
  const carried = { variables: {}, headers: { Authorization: 'Bearer t', 'X-Key': 'k' }, cookies: [], origins: [] };
  const ofHolder = ({ headers }: IncomingMessage) => [headers.authorization, headers['x-key']];

  it('in a browser, wherever its pages lead and whatever they show', async () => {
    const seen: Record<string, unknown> = {};
    const note = (where: string, request: IncomingMessage) => {
      seen[`${where} ${request.url}`] = ofHolder(request);
    };
    const other = await serve((request, response) => {
      note('other', request);
      response.writeHead(200, { 'access-control-allow-origin': '*' }).end();
    });
    const base = await serve((request, response) => {
      note('own', request);
      if (request.url!.startsWith('/to-')) return response.writeHead(302, { location: other + request.url }).end();
      if (request.url === '/moved') return response.writeHead(302, { location: '/here' }).end();
      const type = request.url!.endsWith('.js') ? 'text/javascript' : 'text/html';
      const bodies: Record<string, string> = { '/': page(other), '/worker.js': LED_AWAY.worker };
      return response.writeHead(200, { 'content-type': type }).end(bodies[request.url!] ?? '');
    });
    const started = await startBrowser();
    if (!started.browser) throw new Error(started.reason);
    try {
      const tab = await (await openContext(started.browser, base, carried)).newPage();
      await tab.goto('/');
      await expect.poll(() => Object.keys(seen).filter((one) => one.startsWith('other /to-')).length).toBe(6);
      await tab.goto('/to-page');
      const led = PLACES.flatMap((one) => [
        [`own /to-${one}`, ['Bearer t', 'k']],
        [`other /to-${one}`, [undefined, undefined]],
      ]);
      const own = ['/', '/own', '/moved', '/here', '/worker.js'].map((one) => [`own ${one}`, ['Bearer t', 'k']]);
      expect(seen).toMatchObject(
        Object.fromEntries([...led, ...own, ['other /direct', [undefined, undefined]]]) as object,
      );
    } finally {
      await started.browser.close();
    }
  });

  it('by requests, where one names another origin or is led there', async () => {
    const seen: unknown[] = [];
    const other = await serve((request, response) => {
      seen.push([request.url, ...ofHolder(request), request.headers.cookie, request.headers['x-own']]);
      response.writeHead(200, { 'content-type': 'application/json', 'set-cookie': 'foreign=1' }).end('{}');
    });
    const own: unknown[] = [];
    const base = await serve((request, response) => {
      own.push([request.url, ...ofHolder(request), request.headers.cookie]);
      response.writeHead(302, { location: `${other}/led` }).end();
    });
    const start = { ...carried, cookies: [{ name: 'sid', value: 's' }] };
    const session = new Session(base, { send: { 'X-Key': 'k' } }, {}, start);
    await session.send({ request: 'GET /away' });
    await session.send({ request: `GET ${other}/named`, headers: { 'x-own': 'stated' } });
    await session.send({ request: 'GET /back' });
    expect(seen).toEqual([['/named', undefined, undefined, undefined, 'stated']]);
    expect(own).toEqual([
      ['/away', 'Bearer t', 'k', 'sid=s'],
      ['/back', 'Bearer t', 'k', 'sid=s'],
    ]);
  });
});

const LED_AWAY = {
  page: "fetch('/to-fetch').catch(() => {}); fetch('/own'); fetch('/moved'); new Worker('/worker.js');",
  worker: "fetch('/to-worker').catch(() => {});",
};

function page(other: string): string {
  return `<title>t</title><link rel="stylesheet" href="/to-style"><iframe src="/to-frame"></iframe><img src="/to-image">
<script src="/to-script"></script><script>${LED_AWAY.page} fetch('${other}/direct');</script>`;
}
