/** A configured server goes in; its address, once it answers, comes out. */
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { ServerConfig } from '../../verifier/config/types.ts';
import { Failure } from '../failure.ts';
import { type Started, startProcess } from './processes.ts';
import { type Ended, type Serving, serveFolder } from './serve-folder.ts';

const READY_S = 60;
const BUILD_S = 600;
const POLL_MS = 50;

/** Builds first where it says so. Throws `Failure` with what the command wrote when it ends or does not answer in time. */
export async function startServer(name: string, config: ServerConfig, root: string): Promise<Serving> {
  if (config.url) return { url: config.url, stop: async () => {} };
  for (const command of config.build ?? [])
    await build({ name, command, root, withinS: config.build_within ?? BUILD_S });
  if (config.serve) return serveFolder(resolve(root, config.serve));
  if (config.start) return startCommand(name, config, root);
  throw new Failure(
    `The server \`${name}\` has neither \`serve\`, \`start\` nor \`url\`: say in planproof.config.yaml how it is reached.`,
  );
}

interface Building {
  name: string;
  command: readonly string[];
  root: string;
  withinS: number;
}

async function build({ name, command, root, withinS }: Building): Promise<void> {
  const { ended, said, stop } = startProcess(command, { cwd: root, env: {} });
  const what = `\`${command.join(' ')}\`, which builds the server \`${name}\`,`;
  const over = new AbortController();
  const late = wait(withinS * 1000, 'late' as const, { signal: over.signal }).catch(() => 'late' as const);
  const code = await Promise.race([ended, late]);
  over.abort();
  if (code === 'late') {
    await stop();
    throw new Failure(
      `${what} did not end within ${withinS} s, and was ended: ${lastLines(said())}. Where it needs longer, say so as \`build_within:\`.`,
    );
  }
  if (code !== 0) throw new Failure(`${what} ended with ${code}: ${lastLines(said())}`);
}

async function startCommand(name: string, config: ServerConfig, root: string): Promise<Serving> {
  const port = await freePort();
  const fill = (text: string) => text.replaceAll('{port}', String(port));
  const env = Object.fromEntries(Object.entries(config.env ?? {}).map(([key, value]) => [key, fill(value)]));
  const started = startProcess(config.start!.map(fill), { cwd: root, env });
  const url = `http://127.0.0.1:${port}`;
  const ended = overOf(started);
  await ready({
    name,
    url: new URL(config.ready ?? '/', url),
    started,
    ended,
    withinS: config.ready_within ?? READY_S,
  });
  return { url, stop: started.stop, ended };
}

/** What it ended with, as soon as it has. */
function overOf({ ended, said }: Started): () => Ended | undefined {
  let over: Ended | undefined;
  void ended.then((code) => {
    over = { code, said: lastLines(said()) };
  });
  return () => over;
}

interface Awaited {
  name: string;
  url: URL;
  started: Started;
  ended: () => Ended | undefined;
  withinS: number;
}

async function ready({ name, url, started, ended, withinS }: Awaited): Promise<void> {
  const until = Date.now() + withinS * 1000;
  while (Date.now() < until) {
    const answered = await answers(url, until - Date.now());
    // Whoever answers in the place of one that has ended is another.
    const over = ended();
    if (over) throw new Failure(`The server \`${name}\` ended with ${over.code} before it answered: ${over.said}`);
    if (answered) return;
    await wait(POLL_MS);
  }
  await started.stop();
  throw new Failure(
    `The server \`${name}\` did not answer ${url.pathname} within ${withinS} s: ${lastLines(started.said())}`,
  );
}

/** An answer that never ends is one all the same. */
async function answers(url: URL, mostMs: number): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(Math.max(1, Math.min(2_000, mostMs))) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

function lastLines(text: string): string {
  return (
    text
      .split('\n')
      .filter((line) => line.trim())
      .slice(-3)
      .join(' ') || 'it wrote nothing'
  );
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => done(port));
    });
  });
}
