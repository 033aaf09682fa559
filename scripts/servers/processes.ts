/** Commands go in; their processes, which never outlive this one, come out. */
import { type ChildProcess, spawn } from 'node:child_process';
import { delimiter, dirname } from 'node:path';

const running = new Set<ChildProcess>();
const GRACE_MS = 8_000;

export interface Started {
  process: ChildProcess;
  /** Last lines of what it wrote to stderr. */
  said(): string;
  ended: Promise<number>;
  stop(): Promise<void>;
}

/**
 * Starts a command in its own process group, with this Node first on the path; the end of what it writes is kept. The
 * channel to it closes when this process is killed outright, so that a server that listens for that can end as well.
 */
export function startProcess(
  [command = '', ...args]: readonly string[],
  options: { cwd: string; env: Record<string, string> },
): Started {
  const path = `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`;
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...process.env, PATH: path, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  running.add(child);
  let said = '';
  const keep = (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4_000);
  };
  child.stderr?.on('data', keep);
  child.stdout?.on('data', () => {});
  const ended = new Promise<number>((done) => {
    child.on('error', (error) => {
      said += `${command}: ${(error as NodeJS.ErrnoException).code === 'ENOENT' ? 'not found' : error.message}`;
      running.delete(child);
      done(127);
    });
    child.on('exit', (code, signal) => {
      running.delete(child);
      done(code ?? (signal ? 130 : 1));
    });
  });
  return { process: child, said: () => said.trim(), ended, stop: () => stopChild(child, ended) };
}

async function stopChild(child: ChildProcess, ended: Promise<number>): Promise<void> {
  if (!running.has(child)) return;
  signal(child, 'SIGTERM');
  const hard = setTimeout(() => signal(child, 'SIGKILL'), GRACE_MS);
  await ended;
  clearTimeout(hard);
}

function signal(child: ChildProcess, name: NodeJS.Signals): void {
  try {
    if (child.pid) process.kill(-child.pid, name);
  } catch {
    child.kill(name);
  }
}

/** Ends every process that was started here; used when this one is told to stop. */
export async function stopAll(): Promise<void> {
  const all = [...running];
  for (const child of all) signal(child, 'SIGTERM');
  await Promise.race([
    Promise.all(
      all.map(
        (child) =>
          new Promise((done) =>
            child.exitCode === null && running.has(child) ? child.once('exit', done) : done(undefined),
          ),
      ),
    ),
    new Promise((done) => setTimeout(done, GRACE_MS).unref()),
  ]);
  for (const child of running) signal(child, 'SIGKILL');
}
