/** Nothing enters; the product as a process of its own, with the means to call it and to end it, leaves. */

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface RunningProduct {
  readonly url: string;
  readonly process: ChildProcess;
  readonly errors: () => string;
  /** What this run has left behind: its directories, and the processes that work in them. */
  leftovers(): Promise<{ directories: string[]; processes: string[] }>;
  end(signal?: NodeJS.Signals): Promise<number | null>;
  clean(): Promise<void>;
}

export async function runProduct(environment: Record<string, string> = {}): Promise<RunningProduct> {
  const temporary = await mkdtemp(join(tmpdir(), 'pulse-test-'));
  // As root, PostgreSQL runs as another user, who has to pass through.
  await chmod(temporary, 0o711);
  const env = { ...process.env, DATABASE_URL: '', TMPDIR: temporary, PORT: '0', ...environment };
  const child = spawn(process.execPath, ['--import', 'tsx', 'app/server.ts'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr?.on('data', (chunk) => {
    errors += chunk;
  });
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  return {
    url: await readyUrl(child),
    process: child,
    errors: () => errors,
    leftovers: async () => ({ directories: await databasesIn(temporary), processes: processesIn(temporary) }),
    end: (signal = 'SIGTERM') => {
      child.kill(signal);
      return ended;
    },
    clean: () => rm(temporary, { recursive: true, force: true }),
  };
}

/** The address of the one line on stdout; empty when the process ends without it. */
async function readyUrl(child: ChildProcess): Promise<string> {
  let text = '';
  child.stdout?.on('data', (chunk) => {
    text += chunk;
  });
  while (!text.includes('\n')) {
    const more = once(child.stdout!, 'data').then(() => true);
    if (!(await Promise.race([more, once(child, 'close').then(() => false)]))) return '';
  }
  return (JSON.parse(text) as { url: string }).url;
}

async function databasesIn(directory: string): Promise<string[]> {
  return (await readdir(directory)).filter((name) => name.startsWith('pulse-db-') || name.startsWith('pg-'));
}

function processesIn(directory: string): string[] {
  const lines = execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' }).split('\n');
  return lines.filter((line) => line.includes(directory));
}
