/** Nothing goes in; Harbor Forms as it runs already, with keys that only this run has, and a configuration of it, come out. */
import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { HolderWay } from '../../../verifier/config/holder-way.ts';
import { REPOSITORY } from '../copied-workspace.ts';

export const SANDBOX = 'harbor-test-harbour';
const PHRASE = 'low-tide-at-seven';

export interface Harbor {
  url: string;
  /** Variables of the environment that an audit needs. */
  env: Record<string, string>;
  /** Private key of the pair whose public half Harbor knows. */
  pem: string;
  /** What a sign-in gives: the value of the cookie. */
  signIn(user: string): Promise<string>;
  /** Accounts that the crew made and did not take away again. */
  made(): Promise<string[]>;
  stop(): void;
}

export async function startHarbor(): Promise<Harbor> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const secret = () => randomBytes(24).toString('base64');
  const env = { HARBOR_TOKEN_KEY: secret(), HARBOR_CREW_KEY: secret(), HARBOR_PHRASE: PHRASE };
  const port = await freePort();
  const child = spawn(process.execPath, [join(REPOSITORY, 'test/fixtures/stranger/server.mjs')], {
    env: {
      ...process.env,
      ...env,
      PORT: String(port),
      HARBOR_PUBLIC_KEY: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await listening(child);
  const url = `http://127.0.0.1:${port}`;
  return {
    ...{ url, env, pem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() },
    signIn: async (user) => {
      const body = new URLSearchParams({ user, pass: PHRASE });
      const { headers } = await fetch(`${url}/v2/login`, { method: 'POST', body });
      return /harbor=([^;]+)/.exec(headers.get('set-cookie') ?? '')![1]!;
    },
    made: async () => {
      const answer = await fetch(`${url}/crew/accounts`, { headers: { 'x-crew-key': env.HARBOR_CREW_KEY } });
      return ((await answer.json()) as { accounts: string[] }).accounts;
    },
    stop: () => child.kill(),
  };
}

function listening(child: ChildProcess): Promise<void> {
  return new Promise((done, fail) => {
    child.stdout!.once('data', () => done());
    child.once('exit', (code) => fail(new Error(`Harbor ended with ${code}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}

/** Surfaces that each go another way: `api-NAME` and `app-NAME`. */
export function configOf(
  ways: Record<string, HolderWay>,
  kinds: Record<string, ('api' | 'app')[]>,
  url: string,
): string {
  const surfaces = Object.entries(kinds).flatMap(([name, all]) =>
    all.map((kind) => ({
      ...{ id: `${kind}-${name}`, kind, server: 'harbor', holders: name },
      ...(kind === 'api'
        ? {
            session: {
              who_am_i: { request: 'GET /v2/account', version: '/account/contract', state: '/account/status' },
            },
            error_code: '/error/type',
          }
        : { who_am_i: { page: '/desk/account', selector: '.berth', shows: '{version} / {state}' } }),
    })),
  );
  return JSON.stringify({
    planproof: 1,
    matrix: 'harbor.matrix.yaml',
    report: 'report',
    secrets: {
      phrase: { env: 'HARBOR_PHRASE' },
      token_key: { env: 'HARBOR_TOKEN_KEY' },
      crew_key: { env: 'HARBOR_CREW_KEY' },
      pem: { file: 'keys/harbor.pem' },
    },
    settings: { audience: 'nobody' },
    servers: { harbor: { url: 'http://127.0.0.1:9' } },
    environments: { here: { servers: { harbor: { url } }, settings: { audience: 'harbor' } } },
    holders: ways,
    surfaces,
  });
}
