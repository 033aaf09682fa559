/** What would be a finding is asked again, wherever it was seen: the same again stands, anything else is unstable and neither clean nor a finding. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { lookAtApi, lookAtApp, lookAtSite } from '../../../scripts/surfaces/look-at-running.ts';
import { assemble, type LookedAt } from '../../../verifier/audit/assemble.ts';
import type { ApiSurface, AppSurface, SiteSurface } from '../../../verifier/config/types.ts';
import { Writes } from '../../../verifier/probes/requests/writes.ts';
import { EVERYTHING } from '../../../verifier/questions/narrow.ts';
import { matrixOf } from '../../matrix/matrix-of.ts';

const { matrix } = matrixOf(`planproof: 1
level: gates
product: Harbor
currency: EUR
units: { berth: { one: berth, other: berths }, run: { one: run, other: runs } }
capabilities: { reports: { name: Reports } }
limits:
  berths: { name: Berths, unit: berth, soft: 100%, hard: 100% }
  runs: { name: Runs per hour, unit: run, per: hour, soft: 100%, hard: 100% }
plans:
  solo: { name: Solo, version: solo_1, price: { EUR: { month: 7 } }, has: [reports], limits: { berths: 2, runs: 2 } }
states: { active: { keeps: paid } }
gates:
  - { key: berths, api: POST /berths, refusal: { status: 402, code: full } }
  - { key: runs, api: POST /runs, refusal: { status: 402, code: full } }
  - { key: reports, app: /reports, shows: { role: button, name: Make a report }, locked: Reports come with Pro. }
`);

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

function counter(): () => number {
  let n = 0;
  return () => {
    n += 1;
    return n;
  };
}

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function told(looked: LookedAt) {
  const run = { took_ms: 0, started: '', base_urls: {}, versions: {} };
  const report = assemble({ matrix, matrixPath: 'm.yaml', date: '2027-01-01', surfaces: [looked], run });
  const findings = report.findings.filter(({ level }) => level === 'error');
  const [evidence = []] = findings.map(({ fingerprint }) => report.evidence[fingerprint]);
  return {
    rules: findings.map(({ rule }) => rule),
    reasons: findings.filter(({ rule }) => rule === 'surface/unread').map(({ about }) => about.subject.key),
    evidence: evidence.map(({ answer }) => answer),
    verdict: report.verdict,
  };
}

describe('a limit that is counted to', () => {
  const SURFACE: ApiSurface = {
    ...{ id: 'api', kind: 'api', server: 'p', sandbox: 'box', error_code: '/code' },
    session: { who_am_i: { request: 'GET /me', version: '/version', state: '/state' } },
    limits: {
      berths: {
        ...{
          by: 'count',
          request: 'POST /berths',
          body: { n: '{n}' },
          used: { request: 'GET /berths', items: '/items' },
        },
        undo: { made: '/id', request: 'DELETE /berths/{made}' },
      },
    },
  };

  /** `mostAt`: how many berths fit, by the number of the session. */
  async function counted(mostAt: (session: number) => number, change: Partial<ApiSurface> = {}, keeps = false) {
    const berths = new Set<string>();
    let [sessions, made, runs] = [0, 0, 0];
    const base = await serve(({ method, url = '' }, response) => {
      const answer = (status: number, data: unknown) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(data));
      if (url === '/me') {
        sessions += 1;
        return answer(200, { version: 'solo_1', state: 'active' });
      }
      if (method === 'DELETE') return keeps ? answer(500, {}) : answer(berths.delete(url.slice(8)) ? 204 : 404, {});
      if (method === 'GET') return answer(200, { items: [...berths] });
      if (url === '/runs') return ++runs > mostAt(sessions) ? answer(402, { code: 'full' }) : answer(201, {});
      if (berths.size >= mostAt(sessions)) return answer(402, { code: 'full' });
      made += 1;
      berths.add(String(made));
      return answer(201, { id: String(made) });
    });
    const surface = { ...SURFACE, ...change };
    const writes = new Writes(surface, 'box');
    const { looked } = await lookAtApi(matrix, surface, base, { narrow: EVERYTHING, progress: () => {}, writes });
    const left = berths.size;
    return { ...told(looked), sessions, left, log: writes.log };
  }

  it('and is wrong both times is a finding; both counts stayed in the sandbox, and nothing is left of them', async () => {
    const { rules, sessions, left, log } = await counted(() => 1);
    expect([rules, sessions, left]).toEqual([['limit/falls-short'], 2, 0]);
    const writes = log.filter(({ kind }) => kind === 'write');
    expect(writes.filter(({ method }) => method === 'POST')).toHaveLength(2 * 3);
    expect(new Set(writes.map(({ tenant }) => tenant))).toEqual(new Set(['box']));
  });

  it('and is wrong once only is unstable', async () => {
    const { rules, reasons, verdict } = await counted((session) => session);
    expect([rules, verdict]).toEqual([['surface/unread'], 'could_not_look']);
    expect(reasons).toEqual(['unstable: answered 1 berth, then 2 berths']);
  });

  it('and is right is counted once', async () => {
    expect(await counted(() => 2)).toMatchObject({ rules: [], sessions: 1 });
  });

  it.each<[string, Partial<ApiSurface>, boolean, RegExp]>([
    ['within a period', { limits: { runs: { by: 'count', request: 'POST /runs' } } }, false, /period was used up/],
    [
      'and cannot be taken back',
      { limits: { berths: { ...SURFACE.limits!.berths!, undo: undefined } as never } },
      false,
      /cannot be taken back, so a second would begin elsewhere/,
    ],
    ['and of which something stayed', {}, true, /something that the audit made is still there/],
  ])('%s is counted once, and its evidence says why', async (_, change, keeps, words) => {
    const { rules, sessions, evidence } = await counted(() => 1, change, keeps);
    expect([rules, sessions]).toEqual([['limit/falls-short'], 1]);
    expect(evidence.at(-1)).toMatch(/^asked once: /);
    expect(evidence.at(-1)).toMatch(words);
  });
});

describe('a page that asks for what it must not ask for', () => {
  const SURFACE: AppSurface = {
    ...{ id: 'app', kind: 'app', server: 'p', who_am_i: { page: '/account', selector: 'b', shows: '{plan}' } },
    must_not_request: [{ requests: ['/secret'], reason: 'it is private' }],
  };

  async function seen(asksAt: (visit: number) => boolean) {
    const next = counter();
    const base = await serve(({ url }, response) => {
      const asks =
        url === '/reports' && asksAt(next()) ? "<script>setTimeout(() => fetch('/secret'), 30)</script>" : '';
      const late =
        "<script>setTimeout(() => { document.body.append(Object.assign(document.createElement('button'), { textContent: 'Make a report' })) }, 80)</script>";
      const body = url === '/account' ? '<b>solo_1</b>' : asks + late;
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(`<!doctype html><title>t</title><body>${body}`);
    });
    const named = { ...SURFACE, who_am_i: { ...SURFACE.who_am_i, shows: 'solo_1' } };
    const looked = await lookAtApp(matrix, named, base, { progress: () => {}, narrow: EVERYTHING });
    return told(looked);
  }

  it('each time is a finding; once only it is unstable', async () => {
    expect(await seen(() => true)).toMatchObject({ rules: ['request/forbidden'] });
    const once = await seen((visit) => visit === 1);
    expect([once.rules, once.verdict]).toEqual([['surface/unread'], 'could_not_look']);
    expect(once.reasons[0]).toMatch(/^unstable: seen once, .*: \/reports requests GET \/secret and must not/);
  });
});

describe('a site', () => {
  const SURFACE: SiteSurface = {
    ...{ id: 'site', kind: 'site', server: 'p', start: ['/'], browser: 'never', crawl: { twins: false } },
    must_state: [{ plans: ['solo'], prices: true }],
  };

  async function read(page: (visit: number) => string, change: Partial<SiteSurface> = {}) {
    const next = counter();
    const base = await serve(({ url }, response) => {
      const isPage = url === '/';
      response.writeHead(isPage ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(isPage ? `<!doctype html><main><h1>Plans</h1>${page(next())}</main>` : 'no');
    });
    return told(await lookAtSite(matrix, { ...SURFACE, ...change }, base, { signIn: [] }));
  }
  const PRICE = '<p>Solo costs €7 a month.</p>';
  const OTHER = '<p>Reports are included in Solo.</p>';

  it.each<[string, Partial<SiteSurface>]>([
    ['anywhere', {}],
    ['on a page that is named', { must_state: [{ plans: ['solo'], prices: true, on: ['/'] }] }],
  ])('that does not state a fact %s lacks it; that states it only sometimes is unstable', async (_, change) => {
    expect(await read(() => OTHER, change)).toMatchObject({ rules: ['fact/unpublished'] });
    const sometimes = await read((visit) => (visit === 1 ? OTHER : PRICE), change);
    expect([sometimes.rules, sometimes.verdict]).toEqual([['surface/unread'], 'could_not_look']);
    expect(sometimes.reasons).toEqual([
      'unstable: price price month of solo_1 stood nowhere at first, and was there when it was looked at again',
    ]);
  });

  it('whose script says something else does so each time, or is unstable', async () => {
    const to = (price: string) =>
      `${PRICE}<script>document.querySelector('p').textContent = 'Solo costs ${price} a month.'</script>`;
    const always = { browser: 'always' } as const;
    expect(await read(() => to('€9'), always)).toMatchObject({ rules: ['page/differs-with-script'] });
    // One visit of the crawler and one of the browser for each look.
    const sometimes = await read((visit) => to(visit <= 2 ? '€9' : '€7'), always);
    expect([sometimes.rules, sometimes.verdict]).toEqual([['surface/unread'], 'could_not_look']);
    expect(sometimes.reasons[0]).toMatch(/^unstable: seen once, and not in the same way .*€9 .*with it$/);
  });

  it('that asks for what it must not ask for does so each time, or is unstable', async () => {
    const asks = `${PRICE}<script>fetch('/secret')</script>`;
    const rule = { must_not_request: [{ requests: ['/secret'], reason: 'it is private' }] };
    const surface = { ...rule, browser: 'always' as const };
    expect(await read(() => asks, surface)).toMatchObject({ rules: ['request/forbidden'] });
    const once = await read((visit) => (visit <= 2 ? asks : `${PRICE}<script>1</script>`), surface);
    expect([once.rules, once.verdict]).toEqual([['surface/unread'], 'could_not_look']);
  });
});
