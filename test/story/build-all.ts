/** Builds the site once, so that every story can copy what was built; in CI the command line as well. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

export default function setup(): void {
  run('astro/bin/astro.mjs', 'build', '--silent');
  // Built, it starts in a third of the time. Elsewhere the sources run, which may be changed while tests are watched.
  if (process.env.CI) run('tsdown/dist/run.mjs', '--log-level', 'warn');
}

function run(bin: string, ...args: readonly string[]): void {
  execFileSync(process.execPath, [join(ROOT, 'node_modules', bin), ...args], {
    cwd: ROOT,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
