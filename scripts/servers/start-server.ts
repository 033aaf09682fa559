/** A configured server goes in; its address, once it answers, comes out. */
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { ServerConfig } from '../../verifier/config/types.ts';
import { Failure } from '../failure.ts';
import { type Started, startProcess } from './processes.ts';
import { type Serving, serveFolder } from './serve-folder.ts';

const READY_MS = 60_000;
const POLL_MS = 50;

/** Builds first where it says so. Throws `Failure` with what the command wrote when it ends or does not answer in time. */
export async function startServer(name: string, config: ServerConfig, root: string): Promise<Serving> {
  if (config.url) return { url: config.url, stop: async () => {} };
  for (const command of config.build ?? []) await build(name, command, root);
  if (config.serve) return serveFolder(resolve(root, config.serve));
  if (config.start) return startCommand(name, config, root);
  throw new Failure(
    `The server \`${name}\` has neither \`serve\`, \`start\` nor \`url\`: say in planproof.config.yaml how it is reached.`,
  );
}

async function build(name: string, command: readonly string[], root: string): Promise<void> {
  const { ended, said } = startProcess(command, { cwd: root, env: {} });
  const code = await ended;
  if (code !== 0)
    throw new Failure(
      `\`${command.join(' ')}\`, which builds the server \`${name}\`, ended with ${code}: ${lastLines(said())}`,
    );
}

async function startCommand(name: string, config: ServerConfig, root: string): Promise<Serving> {
  const port = await freePort();
  const fill = (text: string) => text.replaceAll('{port}', String(port));
  const env = Object.fromEntries(Object.entries(config.env ?? {}).map(([key, value]) => [key, fill(value)]));
  const started = startProcess(config.start!.map(fill), { cwd: root, env });
  const url = `http://127.0.0.1:${port}`;
  await ready(name, new URL(config.ready ?? '/', url), started);
  return { url, stop: started.stop };
}

async function ready(name: string, url: URL, { ended, said, stop }: Started): Promise<void> {
  let over: number | undefined;
  void ended.then((code) => {
    over = code;
  });
  const until = Date.now() + READY_MS;
  while (Date.now() < until) {
    if (over !== undefined)
      throw new Failure(`The server \`${name}\` ended with ${over} before it answered: ${lastLines(said())}`);
    const answered = await fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
      (response) => response.ok,
      () => false,
    );
    if (answered) return;
    await wait(POLL_MS);
  }
  await stop();
  throw new Failure(
    `The server \`${name}\` did not answer ${url.pathname} within ${READY_MS / 1000} s: ${lastLines(said())}`,
  );
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
