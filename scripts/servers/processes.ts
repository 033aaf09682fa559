/** Commands go in; their processes, which with all that they start never outlive this one, come out. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { constants } from 'node:os';
import { delimiter, dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Escaped, escapedFrom, MARK, stillRuns, tell } from './escaped.ts';

/** Process groups that may still have a member, by the process that began them: it may end before what it started. */
const groups = new Map<number, ChildProcess>();
/** Marks of what was started and not stopped yet, each with its process group. */
const marks = new Map<string, number | undefined>();
const GRACE_MS = 8_000;
/** What is left of a group after the one that began it has ended. */
const REST_GRACE_MS = 3_000;
const POLL_MS = 20;
const ESCAPED_POLL_MS = 100;
/** What left its group may be putting things in order, as a database does whose server is gone. */
const ESCAPED_GRACE_MS = 2_000;

process.on('exit', killAll);

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
  const mark = randomUUID();
  const bears = { [MARK]: [process.env[MARK], mark].filter(Boolean).join(' ') };
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...process.env, PATH: path, ...options.env, ...bears },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  const { pid } = child;
  if (pid !== undefined) groups.set(pid, child);
  marks.set(mark, pid);
  let said = '';
  const keep = (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4_000);
  };
  child.stderr?.on('data', keep);
  child.stdout?.on('data', () => {});
  const ended = new Promise<number>((done) => {
    child.on('error', (error) => {
      said += `${command}: ${(error as NodeJS.ErrnoException).code === 'ENOENT' ? 'not found' : error.message}`;
      done(127);
    });
    child.on('exit', (code, signal) => {
      if (!isAlive(pid)) groups.delete(pid!);
      done(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
  return { process: child, said: () => said.trim(), ended, stop: () => stopMarked(mark) };
}

/** Its group first: what left it may be waiting for that. */
async function stopMarked(mark: string): Promise<void> {
  if (!marks.has(mark)) return;
  const pid = marks.get(mark);
  const before = escapedOf(mark);
  await stopGroup(pid);
  const left = () => leftOf(mark, before);
  await until(() => !left().length, ESCAPED_GRACE_MS, ESCAPED_POLL_MS);
  for (const one of left()) tell(one, 'SIGTERM');
  await until(() => !left().length, REST_GRACE_MS, ESCAPED_POLL_MS);
  for (const one of left()) tell(one, 'SIGKILL');
  await until(() => !left().length, REST_GRACE_MS, ESCAPED_POLL_MS);
  marks.delete(mark);
}

function escapedOf(mark: string): Escaped[] {
  const pid = marks.get(mark);
  return escapedFrom(mark, pid !== undefined && groups.has(pid) ? pid : undefined);
}

/** `before`: known by parents that are gone by now. */
function leftOf(mark: string, before: readonly Escaped[]): Escaped[] {
  const now = escapedOf(mark);
  return [...now, ...before.filter((one) => stillRuns(one) && !now.some(({ pid }) => pid === one.pid))];
}

async function stopGroup(pid: number | undefined): Promise<void> {
  const leader = pid === undefined ? undefined : groups.get(pid);
  if (!leader || pid === undefined) return;
  signal(pid, 'SIGTERM');
  await until(() => hasEnded(leader), GRACE_MS);
  if (hasEnded(leader)) await until(() => !isAlive(pid), REST_GRACE_MS);
  signal(pid, 'SIGKILL');
  await until(() => hasEnded(leader), GRACE_MS);
  groups.delete(pid);
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

async function until(holds: () => boolean, mostMs: number, everyMs = POLL_MS): Promise<void> {
  for (const end = Date.now() + mostMs; !holds() && Date.now() < end; ) await wait(everyMs);
}

/** As long as a group has a member, its number is not given to another. */
function isAlive(pid: number | undefined): boolean {
  try {
    return pid !== undefined && process.kill(-pid, 0);
  } catch {
    return false;
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(-pid, name);
  } catch {
    groups.get(pid)?.kill(name);
  }
}

/** Ends every process that was started here; used when this one is told to stop. */
export async function stopAll(): Promise<void> {
  await Promise.all([...marks.keys()].map(stopMarked));
}

/** The same at once, for those who cannot wait; only what left its group has a moment to put things in order. */
export function killAll(): void {
  const before = new Map([...marks.keys()].map((mark) => [mark, escapedOf(mark)]));
  for (const pid of groups.keys()) signal(pid, 'SIGKILL');
  const left = () => [...before].flatMap(([mark, known]) => leftOf(mark, known));
  for (const end = Date.now() + ESCAPED_GRACE_MS; left().length && Date.now() < end; ) sleep(ESCAPED_POLL_MS);
  for (const one of left()) tell(one, 'SIGKILL');
  marks.clear();
}

/** Where the event loop turns no more. */
function sleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
