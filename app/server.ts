/** The environment enters (`PORT`, `DATABASE_URL` and those of `assemble-product.ts`); a running Pulse leaves, with one line of JSON on stdout once it answers. */

import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { assembleProduct } from './assemble-product.ts';
import { createApp } from './create-app.ts';
import { createServer } from './create-server.ts';
import { createTables } from './database/create-tables.ts';
import { openDatabase } from './database/open-database.ts';
import { DEMO_PASSWORD, demoEmail, seed } from './database/seed.ts';
import { openDemo } from './demo/open-demo.ts';
import { table } from './entitlements.gen.ts';
import type { EntitlementTable } from './evaluator/table.ts';
import { openNotices } from './events/open-notices.ts';
import { seedOverLimit } from './posture/seed-over-limit.ts';
import { createSessionTokens } from './session/create-session-tokens.ts';
import { runnableTable } from './settings/runnable-table.ts';
import { StartupError } from './startup-error.ts';

const HOST = '127.0.0.1';
const STOP_WITHIN_MS = 10_000;
const stops: (() => Promise<unknown> | unknown)[] = [];
let stopping: Promise<void> | undefined;
let answer: Parameters<typeof createServer>[0] = () =>
  Response.json({ ok: false }, { status: 503, headers: { 'Retry-After': '1' } });

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));
// Started over a channel (`fork`, or stdio with 'ipc'), the product ends with who started it.
process.on('disconnect', () => void end(0));
process.on('uncaughtException', (error) => void fail(error));
await start().catch(fail);

async function start(): Promise<void> {
  // The port is taken first: that costs nothing, and a taken port is told before PostgreSQL is started.
  const server = await listen(readPort(process.env.PORT));
  const { database, at, close } = await openDatabase(process.env.DATABASE_URL);
  stops.push(close);
  await createTables(database);
  const notices = await openNotices(at);
  stops.splice(1, 0, notices.close);
  const { demoOf, ...runnable } = runnableTable(table, process.env);
  const base = { ...runnable, database, notices, tokens: createSessionTokens() };
  const { product, startReconciler, stop } = await assembleProduct(base, process.env);
  stops.push(stop);
  await seed(database, table, product.now());
  if (product.sandbox) await seedOverLimit(product);
  // Before the database is closed, and after the last request.
  stops.splice(-1, 0, startReconciler().stop);
  const app = createApp(demoOf ? { ...product, demo: await openDemo(product, demoOf) } : product);
  answer = app.fetch;
  announce(`http://${HOST}:${(server.address() as AddressInfo).port}`);
}

async function listen(port: number): Promise<Server> {
  const server = createServer((request, env) => answer(request, env));
  server.listen(port, HOST);
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    throw new StartupError(
      error.code === 'EADDRINUSE'
        ? `Port ${port} is already in use; stop what listens there, or start with another PORT (0 picks a free one).`
        : `Port ${port} cannot be opened (${error.code}); start with another PORT (0 picks a free one).`,
    );
  });
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return server;
}

function readPort(text = '4000'): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65535) return Number(text);
  throw new StartupError(`PORT is "${text}"; write a whole number from 0 to 65535 (0 picks a free port).`);
}

function announce(url: string): void {
  process.stdout.write(`${JSON.stringify({ ready: true, url })}\n`);
  if (!process.stdout.isTTY) return;
  const holders = Object.entries((table as EntitlementTable).versions).slice(0, 3);
  const addresses = holders.map(([version, row]) => `  ${demoEmail(version, row.states[0] ?? 'active')}`);
  process.stderr.write(
    `\n${table.product} runs at ${url}\n\nSign in with the password ${DEMO_PASSWORD} as\n${addresses.join('\n')}\n` +
      'or any other <version>.<state>@pulse.example of the matrix. Ctrl-C stops it and forgets everything.\n\n',
  );
}

async function fail(error: unknown): Promise<void> {
  const expected = error instanceof StartupError;
  process.stderr.write(`${expected ? error.message : `Pulse had to stop: ${describe(error)}`}\n`);
  await end(2);
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Stops once, however often it is asked: first the web server, then the database. */
function end(code: number): Promise<void> {
  setTimeout(() => process.exit(code), STOP_WITHIN_MS).unref();
  stopping ??= stopAll().then(() => process.exit(code));
  return stopping;
}

async function stopAll(): Promise<void> {
  for (const stop of stops) await Promise.resolve(stop()).catch(() => {});
}
