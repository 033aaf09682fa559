/** The reference product, started anew, goes in; how it answers many connections at once comes out. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Pool } from 'undici';
import type { Measured } from './measured.ts';

const CONNECTIONS = 200;
const SECONDS = 30;
const WARM_SECONDS = 5;
/** What the product holds at the end may be so many times what it held in the middle. */
const LEVEL = 1.15;
const PASSWORD = 'pulse-demo-password';
const HOLDERS = ['community_v6.active', 'relay_v6.active', 'pro_v6.active', 'msp_growth.active', 'pro_v6.expired'];
const PATHS = ['/api/me', '/api/entitlements', '/api/metrics?days=7', '/api/audit', '/api/workspaces', '/api/systems'];

interface Answered {
  ms: number[];
  failures: number;
}

/** Reads only, on this machine only, for half a minute. */
export async function apiUnderLoad(): Promise<Measured[]> {
  const { child, url } = await startProduct();
  const pool = new Pool(url, { connections: CONNECTIONS, pipelining: 1 });
  try {
    const tokens = await Promise.all(HOLDERS.map((holder) => signIn(pool, holder)));
    await load(pool, tokens, WARM_SECONDS);
    const first = await load(pool, tokens, SECONDS / 2);
    const before = residentMegabytes(child);
    const second = await load(pool, tokens, SECONDS / 2);
    const after = residentMegabytes(child);
    const ms = [...first.ms, ...second.ms];
    const failures = first.failures + second.failures;
    const p95 = ms.toSorted((a, b) => a - b)[Math.floor(ms.length * 0.95)]!;
    console.log(
      `${CONNECTIONS} connections for ${SECONDS} s: ${ms.length} answers, p95 ${p95.toFixed(0)} ms, ` +
        `${failures} failures, memory ${before} MB -> ${after} MB`,
    );
    return [
      { what: 'p95 of the reference API under 200 connections, as a share of 200 ms', ratio: p95 / 200, target: 1 },
      { what: 'share of 5xx and broken connections under that load', ratio: failures / ms.length, target: 0.001 },
      { what: 'memory at the end of that load, as a multiple of its middle', ratio: after / before, target: LEVEL },
    ];
  } finally {
    await pool.destroy();
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
}

async function startProduct(): Promise<{ child: ChildProcess; url: string }> {
  const env = { ...process.env, DATABASE_URL: '', PORT: '0', NODE_ENV: 'production' };
  const child = spawn(process.execPath, ['--import', 'tsx', 'app/server.ts'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(child.stdout, 'data');
  return { child, url: (JSON.parse(String(line)) as { url: string }).url };
}

async function signIn(pool: Pool, holder: string): Promise<string> {
  const { statusCode, body } = await pool.request({
    path: '/api/session',
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: `${holder}@pulse.example`, password: PASSWORD }),
  });
  const { token } = (await body.json()) as { token?: string };
  if (!token) throw new Error(`${holder} could not sign in (${statusCode})`);
  return token;
}

/** One request at a time on each connection. A refusal of a plan is an answer; a 5xx and a broken connection are not. */
async function load(pool: Pool, tokens: readonly string[], seconds: number): Promise<Answered> {
  const until = performance.now() + seconds * 1000;
  const answered: Answered = { ms: [], failures: 0 };
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async (_, start) => {
      for (let i = start; performance.now() < until; i++) {
        const began = performance.now();
        const isAnswer = await isAnswered(pool, PATHS[i % PATHS.length]!, tokens[(i + start) % tokens.length]!);
        answered.ms.push(performance.now() - began);
        if (!isAnswer) answered.failures += 1;
      }
    }),
  );
  return answered;
}

async function isAnswered(pool: Pool, path: string, token: string): Promise<boolean> {
  try {
    const { statusCode, body } = await pool.request({
      path,
      method: 'GET',
      headers: { authorization: `Bearer ${token}` },
    });
    await body.dump();
    return statusCode < 500;
  } catch {
    return false;
  }
}

function residentMegabytes(child: ChildProcess): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  return Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024);
}
