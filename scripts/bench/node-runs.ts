/** Scripts go in, each run as a process of its own; wall times and peak memory come out. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Ran {
  ms: number;
  /** Peak memory. */
  megabytes: number;
}

export interface RunOptions {
  cwd: string;
  args?: readonly string[];
  env?: Record<string, string>;
}

/** This repository. */
export const ROOT = join(import.meta.dirname, '../..');

/** A folder for the scripts of one measurement, which is gone afterwards. */
export function withFolder<T>(measure: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'planproof-bench-'));
  try {
    return measure(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Gives the path. What the script needs, it imports by whole paths. */
export function writeScript(folder: string, name: string, lines: readonly string[]): string {
  const path = join(folder, `${name}.mjs`);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the script's own template
  writeFileSync(path, [...lines, 'console.error(`maxrss ${process.resourceUsage().maxRSS}`);'].join('\n'));
  return path;
}

/** The command line as `bin.mjs` starts it; `load` gives its `main`. */
export function commandLine(load = `await import(${JSON.stringify(join(ROOT, 'dist/cli.js'))})`): string[] {
  return [
    "import module from 'node:module';",
    'module.enableCompileCache?.();',
    `const { main } = ${load};`,
    'process.exitCode = await main(process.argv.slice(2));',
  ];
}

/** A run that does not end with 0 is not what is measured: throws. */
export function runNode(script: string, { cwd, args = [], env = {} }: RunOptions): Ran {
  const started = performance.now();
  const { status, stderr, stdout } = spawnSync(process.execPath, [script, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 64 * 1024 * 1024,
  });
  const ms = performance.now() - started;
  if (status !== 0) throw new Error(`${script} ended with ${status}:\n${stderr}\n${stdout.slice(-2000)}`);
  return { ms, megabytes: Number(stderr.match(/^maxrss (\d+)$/m)?.[1]) / 1024 };
}
