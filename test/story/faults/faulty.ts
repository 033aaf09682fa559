/** A fault goes in; a small workspace whose product has it, and the real command line in it, come out. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'vitest';
import { type Copy, emptyFolder, type Ran, REPOSITORY } from '../copied-workspace.ts';

export interface Faulty extends Copy {
  /** The command line, still running. */
  begin(args?: readonly string[], env?: Record<string, string>): Running;
  /** What the product with this fault wrote down, line by line. */
  log(fault: string): string[];
  /** As soon as that log has a line with these words. */
  logged(fault: string, words: string): Promise<void>;
}

export interface Running {
  child: ChildProcess;
  ended: Promise<Ran & { signal: NodeJS.Signals | null }>;
}

/** Servers and surfaces of the API, one of each for every fault; `more` stands in the server. */
export function faulty(faults: readonly string[], more = ''): Faulty {
  const copy = emptyFolder();
  cpSync(join(REPOSITORY, 'test/fixtures/faulty'), copy.root, { recursive: true });
  copy.write('planproof.config.yaml', configFor(faults, more));
  const log = (fault: string) => {
    const path = join(copy.root, `${fault}.log`);
    return existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n') : [];
  };
  return {
    ...copy,
    log,
    begin: (args = ['audit'], env = {}) => running(copy.root, args, env),
    logged: (fault, words) =>
      expect.poll(() => log(fault).some((line) => line.includes(words)), { interval: 10 }).toBe(true),
  };
}

function configFor(faults: readonly string[], more: string): string {
  const id = (fault: string) => fault.replaceAll(' ', '-');
  return [
    'planproof: 1',
    'matrix: entitlements.yaml',
    'servers:',
    ...faults.map(
      (fault) =>
        `  ${id(fault)}: { start: [node, product.mjs, ${fault}], env: { PORT: "{port}" }, ready: /up${more && `, ${more}`} }`,
    ),
    'surfaces:',
    ...faults.flatMap((fault) => [
      `  - { id: ${id(fault)}, kind: api, server: ${id(fault)}, timeout: 0.4, most_megabytes: 0.2, error_code: /code,`,
      '      session: { send: { authorization: "{version}.{state}" }, who_am_i: { request: GET /api/me, version: /version, state: /state } } }',
    ]),
    '',
  ].join('\n');
}

/** The command line, still running. */
export function running(root: string, args: readonly string[], env: Record<string, string> = {}): Running {
  const child = spawn(process.execPath, [join(REPOSITORY, 'scripts/bin.mjs'), ...args], {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1', CI: '1', ...env },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  return {
    child,
    ended: new Promise((done) => child.on('close', (code, signal) => done({ code, signal, stdout, stderr }))),
  };
}

/** Processes that run in the folder. A moment may pass until a killed one is gone. */
export async function nothingRuns(root: string): Promise<void> {
  for (let tries = 0; tries < 25 && processesIn(root).length; tries += 1) await wait(20);
  expect(processesIn(root)).toEqual([]);
}

export function processesIn(root: string): string[] {
  return readdirSync('/proc').flatMap((pid) => {
    try {
      return /^\d+$/.test(pid) && readlinkSync(`/proc/${pid}/cwd`) === root
        ? [`${pid} ${readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')}`]
        : [];
    } catch {
      return [];
    }
  });
}

/** The days of the reports in the folder; a file that is not whole has none. Nothing else may be left there. */
export function reportDays(root: string): Record<string, string | undefined> {
  const folder = join(root, 'report');
  const days = (existsSync(folder) ? readdirSync(folder) : []).sort().map((name): [string, string | undefined] => {
    const text = readFileSync(join(folder, name), 'utf8');
    if (name.endsWith('.json')) return [name, (JSON.parse(text) as { date: string }).date];
    return [name, text.endsWith('</html>\n') ? /<time datetime="([^"]+)"/.exec(text)?.[1] : undefined];
  });
  return Object.fromEntries(days);
}
