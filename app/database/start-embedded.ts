/** Nothing enters; the address of a throwaway PostgreSQL and the way to stop it leave. */

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { StartupError } from '../startup-error.ts';
import type { KeeperMessage } from './keeper.ts';
import { sweepCluster } from './sweep-cluster.ts';

export interface StartedDatabase {
  readonly url: string;
  stop(): Promise<void>;
}

/** Throws `StartupError` when PostgreSQL cannot be started here. */
export async function startEmbedded(): Promise<StartedDatabase> {
  const keeper = fork(fileURLToPath(new URL('./keeper.ts', import.meta.url)), [], {
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const ended = once(keeper, 'exit');
  const message = await firstMessage(keeper);
  if (message.kind === 'failed') {
    throw new StartupError(
      `The embedded PostgreSQL could not be started (${firstLine(message.reason)}); ` +
        'set DATABASE_URL to a PostgreSQL of your own, such as postgres://user:password@localhost:5432/pulse.',
    );
  }
  const orphaned = () => {
    sweepCluster(message.directory);
    throw new StartupError('The embedded PostgreSQL was ended from outside; start the product again.');
  };
  keeper.once('exit', orphaned);
  return {
    url: message.url,
    stop: () => {
      keeper.off('exit', orphaned);
      return release(keeper, ended);
    },
  };
}

async function firstMessage(keeper: ChildProcess): Promise<KeeperMessage> {
  const gone = once(keeper, 'exit').then((): [KeeperMessage] => [{ kind: 'failed', reason: 'its keeper ended' }]);
  const [message] = (await Promise.race([once(keeper, 'message'), gone])) as [KeeperMessage];
  return message;
}

async function release(keeper: ChildProcess, ended: Promise<unknown>): Promise<void> {
  if (keeper.connected) keeper.disconnect();
  await ended;
}

function firstLine(reason: string): string {
  return reason.split('\n')[0]?.replace(/[.\s]+$/, '') ?? reason;
}
