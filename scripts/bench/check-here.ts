/** `planproof check` here goes in; its time as a multiple of starting Node, and its memory, come out. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Measured, median } from './measured.ts';

const PAIRS = 7;
const WARM_UPS = 2;
const TARGET = 8;

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'planproof-bench-'));
const empty = write('empty.mjs', '');
const built = starter(`await import(${JSON.stringify(join(root, 'dist/cli.js'))})`);
const sources = starter(
  `(await import(${JSON.stringify(join(root, 'node_modules/tsx/dist/esm/api/index.mjs'))}).then((tsx) => tsx.register()), ` +
    `await import(${JSON.stringify(join(root, 'scripts/cli.ts'))}))`,
);

/** Prints three ways of starting it, and gives the ratio of the first against its target. */
export function checkHere(): Measured[] {
  try {
    const ratio = measure('built, again', built);
    measure('built, nothing remembered', built, { PLANPROOF_NO_CACHE: '1' });
    measure('sources (tsx)', sources);
    return [{ what: 'planproof check, as a multiple of starting Node', ratio, target: TARGET }];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Prints and gives the median of the ratios of pairs that ran one after the other, so that a busy machine hits both. */
function measure(name: string, script: string, env: Record<string, string> = {}): number {
  for (let i = 0; i < WARM_UPS; i += 1) pairOf(script, env);
  const pairs = Array.from({ length: PAIRS }, () => pairOf(script, env));
  const ratio = median(pairs.map((one) => one.check / one.node));
  const [check, node] = [median(pairs.map((one) => one.check)), median(pairs.map((one) => one.node))];
  const memory = Math.max(...pairs.map((one) => one.kilobytes)) / 1024;
  const times = `check ${check.toFixed(0)} ms, node ${node.toFixed(0)} ms`;
  console.log(`${name.padEnd(26)} ratio ${ratio.toFixed(1)}  (${times}; peak memory ${memory.toFixed(0)} MB)`);
  return ratio;
}

function pairOf(script: string, env: Record<string, string>): { node: number; check: number; kilobytes: number } {
  const node = run(empty, env);
  const check = run(script, env);
  return { node: node.ms, check: check.ms, kilobytes: Number(check.stderr.match(/^maxrss (\d+)$/m)?.[1]) };
}

/** Wall time in milliseconds of this very Node on one script. A check that does not end clean is not what is measured. */
function run(script: string, env: Record<string, string>): { ms: number; stderr: string } {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [script, 'check'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  const ms = performance.now() - started;
  if (status !== 0) throw new Error(`${script} ended with ${status}:\n${stderr}`);
  return { ms, stderr };
}

/** Starts the command line as `bin.mjs` does, and tells its peak memory at the end. */
function starter(load: string): string {
  const lines = [
    "import module from 'node:module';",
    'module.enableCompileCache?.();',
    `const { main } = ${load};`,
    'process.exitCode = await main(process.argv.slice(2));',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the script's own template
    'console.error(`maxrss ${process.resourceUsage().maxRSS}`);',
  ];
  return write(`${load.includes('tsx') ? 'sources' : 'built'}.mjs`, lines.join('\n'));
}

function write(name: string, contents: string): string {
  writeFileSync(join(folder, name), contents);
  return join(folder, name);
}
