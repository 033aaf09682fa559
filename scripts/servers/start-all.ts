/** Names of servers go in; their addresses come out once all of them answer. The first that fails ends the others. */
import type { ServerConfig } from '../../verifier/config/types.ts';
import { stopAll } from './processes.ts';
import type { Serving } from './serve-folder.ts';
import { startServer } from './start-server.ts';

/** `into` holds each as soon as it answers, so that it can be stopped. Throws what the first to fail threw. */
export async function startAll(
  servers: Readonly<Record<string, ServerConfig>>,
  root: string,
  into: Map<string, Serving>,
): Promise<void> {
  const failed: unknown[] = [];
  const starting = Object.entries(servers).map(async ([name, config]) => {
    try {
      into.set(name, await startServer(name, config, root));
    } catch (error) {
      failed.push(error);
      await stopAll();
    }
  });
  await Promise.all(starting);
  if (failed.length) throw failed[0];
}
