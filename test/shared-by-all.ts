/** What all tests share is made once: the built site, which every story can copy, and a PostgreSQL; in CI the command line as well. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../app/database/start-embedded.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a PostgreSQL in which each product makes a schema of its own. */
    database: string;
  }
}

const ROOT = join(import.meta.dirname, '..');

/** What comes out is done once all tests have ended. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  run('astro/bin/astro.mjs', 'build', '--silent');
  // Built, it starts in a third of the time. Elsewhere the sources run, which may be changed while tests are watched.
  if (process.env.CI) run('tsdown/dist/run.mjs', '--log-level', 'warn');
  const { url, stop } = await startEmbedded();
  project.provide('database', url);
  return stop;
}

function run(bin: string, ...args: readonly string[]): void {
  execFileSync(process.execPath, [join(ROOT, 'node_modules', bin), ...args], {
    cwd: ROOT,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
