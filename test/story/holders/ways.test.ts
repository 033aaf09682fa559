/** Every way to become a customer, through the real command line, on the same running product. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AccountConfig, HolderWay } from '../../../verifier/config/types.ts';
import { secretForms } from '../../../verifier/holders/secret-forms.ts';
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
            form: ['api', 'app'],
            page: ['api', 'app'],
          },
          ...{ saved: ['api', 'app'], cookies: ['api'], module: ['api', 'app'] },
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
    expect(report.coverage).toHaveLength(14);
    expect(await harbor.made()).toEqual([]);
    expectNoSecret(written(ran), [...Object.values(harbor.env), harbor.pem, hobby, studio]);
  });
});
