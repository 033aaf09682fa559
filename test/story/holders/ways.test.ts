/** Every way to become a customer, through the real command line, on the same running product. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AccountConfig, HolderWay } from '../../../verifier/config/holder-way.ts';
import { secretForms } from '../../../verifier/holders/secret-forms.ts';
import type { Report } from '../../../verifier/types.ts';
import { type Copy, copyStranger, type Ran } from '../copied-workspace.ts';
import { configOf, type Harbor, SANDBOX, startHarbor } from './harbor.ts';

let harbor: Harbor;
let copy: Copy;
beforeAll(async () => {
  harbor = await startHarbor();
});
afterEach(() => copy.remove());
afterAll(() => harbor.stop());

/** One who may, and one who may not. */
const WHO = ['--holder', 'hobby-2024.active', '--holder', 'studio-2024.active', '--key', 'webhooks'];
const FORM = { user: '{version}.{state}', pass: '{phrase}' };
const LOGIN = { request: 'POST /v2/login', form: FORM };
const PAGE = {
  page: '/desk/sign-in',
  fill: { Berth: '{version}.{state}', Watchword: '{phrase}' },
  press: 'Come aboard',
};
const CLAIMS = { sub: '{version}.{state}', aud: '{audience}', nbf: '{now}' };
const CREW = { 'x-crew-key': '{crew_key}' };
const AUDITED = { user: 'audit-{version}-{state}', pass: '{phrase}' };

const BECOME = `export default async ({ version, state }, { base, env, secrets, signal }) => {
  const headers = { 'x-crew-key': env.HARBOR_CREW_KEY };
  const account = base + '/crew/accounts/module-' + version + '-' + state;
  await fetch(account, { method: 'PUT', headers, signal, body: JSON.stringify({ contract: version, status: state }) });
  const body = new URLSearchParams({ user: 'module-' + version + '-' + state, pass: secrets.phrase });
  const signedIn = await fetch(base + '/v2/login', { method: 'POST', body, signal });
  const [, harbor] = /harbor=([^;]+)/.exec(signedIn.headers.get('set-cookie'));
  return { cookies: { harbor }, cleanup: () => fetch(account, { method: 'DELETE', headers }) };
};
`;

/** An empty workspace with what the ways need on disk. */
async function workspace(): Promise<{ sessions: Record<string, string> }> {
  copy = copyStranger();
  mkdirSync(join(copy.root, 'keys'));
  mkdirSync(join(copy.root, 'sessions'));
  copy.write('keys/harbor.pem', harbor.pem);
  copy.write('become.mjs', BECOME);
  const sessions: Record<string, string> = {};
  for (const user of ['hobby-2024.active', 'studio-2024.active']) {
    sessions[user] = await harbor.signIn(user);
    copy.write(`sessions/${user}.json`, storageState(sessions[user]));
  }
  return { sessions };
}

function storageState(value: string, expires = -1): string {
  const cookie = {
    name: 'harbor',
    value,
    domain: '127.0.0.1',
    path: '/',
    expires,
    httpOnly: true,
    secure: false,
    sameSite: 'Lax',
  };
  return JSON.stringify({ cookies: [cookie], origins: [] });
}

function account(version: string, variable: string): AccountConfig {
  return { version, state: 'active', secrets: { session: { env: variable } } };
}

function audit(args: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
  return copy.run(['audit', '--date', '2026-11-21', '--env', 'here', ...args], { ...harbor.env, ...env });
}

/** Everything that an audit writes, in whatever format. */
function written({ stdout, stderr }: Ran): string {
  const folder = join(copy.root, 'report');
  const files = readdirSync(folder).filter((one) => !one.endsWith('.pem'));
  return [stdout, stderr, ...files.map((one) => readFileSync(join(folder, one), 'utf8'))].join('\n');
}

const FORMATS = ['json', 'sarif', 'junit', 'summary', 'github', 'html'].flatMap((one) => [
  '--format',
  `${one}=report/all.${one}`,
]);

function expectNoSecret(text: string, secrets: readonly string[]): void {
  expect(text.length).toBeGreaterThan(1_000);
  for (const secret of secrets)
    for (const form of secretForms(secret))
      expect(text.includes(form), `a form of a secret stands in the report`).toBe(false);
}

describe('a customer', () => {
  it('is become in every way, and each sees the gate from both sides', async () => {
    const { sessions } = await workspace();
    const ways: Record<string, HolderWay> = {
      shared: {
        sign_token: { alg: 'HS256', key: 'token_key', claims: CLAIMS, lifetime: '2 minutes' },
        local_storage: { 'harbor.token': '{token}' },
        send: { authorization: 'Bearer {token}' },
      },
      pair: { sign_token: { alg: 'EdDSA', key: 'pem', claims: CLAIMS } },
      crew: {
        sandbox: SANDBOX,
        before: [
          {
            request: 'PUT /crew/accounts/audit-{version}-{state}',
            headers: CREW,
            body: { contract: '{version}', status: '{state}' },
          },
        ],
        sign_in: { request: 'POST /v2/login', form: AUDITED },
        after: [{ request: 'DELETE /crew/accounts/audit-{version}-{state}', headers: CREW }],
      },
      form: { sign_in: LOGIN },
      page: { sign_in_page: PAGE },
      saved: { saved_session: { file: 'sessions/{version}.{state}.json' } },
      cookies: {
        accounts: [account('hobby-2024', 'HOBBY_SESSION'), account('studio-2024', 'STUDIO_SESSION')],
        cookies: { harbor: '{session}' },
      },
      module: { module: './become.mjs' },
    };
    copy.write(
      'planproof.config.yaml',
      configOf(
        ways,
        {
          ...{
            shared: ['api', 'app'],
            pair: ['api'],
            crew: ['api', 'app'],
            form: ['api'],
            page: ['api', 'app'],
          },
          ...{ saved: ['api', 'app'], cookies: ['api'], module: ['api'] },
        },
        harbor.url,
      ),
    );
    const [hobby, studio] = [sessions['hobby-2024.active']!, sessions['studio-2024.active']!];
    const ran = await audit(['--sandbox', SANDBOX, ...FORMATS, ...WHO], {
      HOBBY_SESSION: hobby,
      STUDIO_SESSION: studio,
    });
    const report = JSON.parse(copy.read('report/report.json'));
    expect(report.findings).toEqual([]);
    expect(ran.code).toBe(0);
    expect(report.coverage.map(({ surface, asked, read }: Record<string, unknown>) => [surface, asked, read])).toEqual(
      report.coverage.map(({ surface }: { surface: string }) =>
        surface.startsWith('api') ? [surface, 2, 2] : [surface, 4, 4],
      ),
    );
    expect(report.coverage).toHaveLength(12);
    expect(await harbor.made()).toEqual([]);
    expectNoSecret(written(ran), [...Object.values(harbor.env), harbor.pem, hobby, studio]);
  });

  it('who could not be become was not looked at, and why is told without a secret', async () => {
    const { sessions } = await workspace();
    const studio = sessions['studio-2024.active']!;
    copy.write('sessions/old.json', storageState(studio, Date.UTC(2026, 0, 31) / 1000));
    copy.write('sessions/gone.json', storageState('not-known-to-harbor-any-more'));
    copy.write('sessions/elsewhere.json', storageState(studio).replace('127.0.0.1', 'forms.example'));
    copy.write('sessions/torn.json', '{"cookies": [');
    copy.write(
      'throws.mjs',
      "export default async (_, { secrets }) => { throw new Error('no berth for ' + secrets.phrase); };",
    );
    copy.write('hangs.mjs', 'export default () => new Promise(() => {});');
    copy.write('odd.mjs', 'export default async () => ({ cookies: 7 });');
    const phrase = 'a-watchword-of-nobody';
    const wrong = { user: '{version}.{state}', pass: '{wrong}' };
    const undone = { request: 'DELETE /crew/accounts/late-{version}-{state}', headers: CREW };
    const ways: Record<string, [HolderWay, RegExp]> = {
      'wrong-phrase': [{ sign_in: { request: 'POST /v2/login', form: wrong } }, /^sign-in answered 401$/],
      'wrong-on-page': [
        { sign_in_page: { ...PAGE, fill: { Berth: '{version}.{state}', Watchword: '{wrong}' } } },
        /^the sign-in page says “Nobody is known by that watchword\.”$/,
      ],
      'refused-token': [
        { sign_token: { alg: 'HS256', key: 'token_key', claims: { ...CLAIMS, aud: 'somebody-else' } } },
        /^who-am-I answered 401$/,
      ],
      'expired-session': [
        { saved_session: { file: 'sessions/old.json' } },
        /^the saved session sessions\/old\.json expired on 2026-01-31: /,
      ],
      'forgotten-session': [{ saved_session: { file: 'sessions/gone.json' } }, /^who-am-I answered 401$/],
      'session-of-another-host': [
        { saved_session: { file: 'sessions/elsewhere.json' } },
        /holds nothing for http:\/\/127\.0\.0\.1:\d+$/,
      ],
      'torn-session': [{ saved_session: { file: 'sessions/torn.json' } }, /is no storage state of a browser/],
      'no-session': [
        { saved_session: { file: 'sessions/{plan}.json' } },
        /^there is no saved session sessions\/(Hobby|Studio)\.json$/,
      ],
      'another-plan': [
        { cookies: { harbor: '{session}' } },
        /^who-am-I shows studio-2024 \(active\) instead of hobby-2024 \(active\)$/,
      ],
      'module-that-throws': [{ module: './throws.mjs' }, /^\.\/throws\.mjs failed: no berth for \*\*\*$/],
      'module-that-hangs': [{ module: './hangs.mjs', timeout: 0.2 }, /^\.\/hangs\.mjs did not answer within 0\.2 s$/],
      'module-of-another-shape': [{ module: './odd.mjs' }, /^\.\/odd\.mjs gave something else than /],
      'wrong-crew-key': [
        {
          sandbox: SANDBOX,
          before: [{ request: 'PUT /crew/accounts/x', headers: { 'x-crew-key': '{wrong}' } }],
          sign_in: LOGIN,
        },
        /^PUT \/crew\/accounts\/x answered 401$/,
      ],
      'not-allowed': [
        { sandbox: 'another-harbour', before: [undone], sign_in: LOGIN },
        /allow it with --sandbox another-harbour$/,
      ],
    };
    const named = Object.fromEntries(Object.entries(ways).map(([name, [way]]) => [name, way]));
    const kinds = Object.fromEntries(Object.keys(ways).map((name): [string, ('api' | 'app')[]] => [name, ['api']]));
    const on = { ...kinds, 'wrong-on-page': ['app' as const], 'forgotten-session': ['api' as const, 'app' as const] };
    const config = JSON.parse(configOf(named, on, harbor.url));
    copy.write(
      'planproof.config.yaml',
      JSON.stringify({
        ...config,
        secrets: { ...config.secrets, wrong: { env: 'WRONG' }, session: { env: 'STUDIO_SESSION' } },
      }),
    );
    const who = ['--holder', 'hobby-2024.active', '--key', 'webhooks'];
    const ran = await audit(['--sandbox', SANDBOX, ...FORMATS, ...who], { WRONG: phrase, STUDIO_SESSION: studio });
    const report = JSON.parse(copy.read('report/report.json')) as Report;
    expect([ran.code, report.verdict]).toEqual([2, 'could_not_look']);
    expect(report.coverage.map((one) => one.read)).toEqual(report.coverage.map(() => 0));
    const said = Object.fromEntries(report.findings.map(({ about }) => [about.surface, about.subject.key]));
    for (const [name, [, reason]] of Object.entries(ways))
      expect(said[`api-${name}`] ?? said[`app-${name}`], name).toMatch(reason);
    expect(said['app-forgotten-session']).toBe('/desk/account shows nobody (no .berth), but leads to /desk/sign-in');
    expect(new Set(report.findings.map((one) => one.rule))).toEqual(new Set(['surface/unread']));
    expectNoSecret(written(ran), [
      ...Object.values(harbor.env),
      harbor.pem,
      studio,
      phrase,
      'not-known-to-harbor-any-more',
    ]);
  });

  it('whose account cannot be taken away again is told of, though everything was read', async () => {
    await workspace();
    const way: HolderWay = {
      ...{ sandbox: SANDBOX, sign_in: LOGIN, before: [], after: [] },
      before: [
        {
          request: 'PUT /crew/accounts/kept-{state}',
          headers: CREW,
          body: { contract: '{version}', status: '{state}' },
        },
      ],
      after: [{ request: 'DELETE /crew/accounts/kept-{plan}', headers: CREW }],
    };
    copy.write('planproof.config.yaml', configOf({ kept: way }, { kept: ['api'] }, harbor.url));
    const ran = await audit(['--sandbox', SANDBOX, '--json', '--holder', 'hobby-2024.active', '--key', 'webhooks']);
    const report = JSON.parse(ran.stdout) as Report;
    expect([ran.code, report.coverage[0]!.read, report.findings.map((one) => one.about.subject.key)]).toEqual([
      2,
      1,
      ['what was done to become somebody could not be undone: DELETE /crew/accounts/kept-{plan} answered 404'],
    ]);
  });

  it('is no customer any more when the audit is told to stop', async () => {
    await workspace();
    copy.write('hangs.mjs', 'export default () => new Promise(() => {});');
    const way: HolderWay = {
      ...{ sandbox: SANDBOX, module: './hangs.mjs', timeout: 60 },
      before: [
        { request: 'PUT /crew/accounts/stopped', headers: CREW, body: { contract: '{version}', status: '{state}' } },
      ],
      after: [{ request: 'DELETE /crew/accounts/stopped', headers: CREW }],
    };
    copy.write('planproof.config.yaml', configOf({ stopped: way }, { stopped: ['api'] }, harbor.url));
    const stop = copy.start(
      ['audit', '--env', 'here', '--sandbox', SANDBOX, '--holder', 'hobby-2024.active', '--key', 'webhooks'],
      harbor.env,
    );
    await expect.poll(harbor.made).toContain('stopped');
    expect(await stop('SIGINT')).toBe(2);
    expect(await harbor.made()).not.toContain('stopped');
  });
});

describe('before anything is asked', () => {
  it('a variable that is not set is told by its name', async () => {
    await workspace();
    copy.write('planproof.config.yaml', configOf({ form: { sign_in: LOGIN } }, { form: ['api'] }, harbor.url));
    const ran = await audit([], { HARBOR_PHRASE: '' });
    expect([ran.code, ran.stdout, ran.stderr]).toEqual([
      2,
      '',
      'planproof: The secret `phrase` stands in the environment variable HARBOR_PHRASE, which is not set: set it, and run this again.\n',
    ]);
    expectNoReport();
  });

  it('an environment that is not there is told', async () => {
    await workspace();
    copy.write('planproof.config.yaml', configOf({ form: { sign_in: LOGIN } }, { form: ['api'] }, harbor.url));
    const ran = await copy.run(['audit', '--env', 'there'], harbor.env);
    expect([ran.code, ran.stderr]).toEqual([2, 'planproof: There is no environment `there`: write one of here.\n']);
    expectNoReport();
  });
});

function expectNoReport(): void {
  expect(readdirSync(copy.root)).not.toContain('report');
}
