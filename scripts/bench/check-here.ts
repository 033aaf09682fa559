/** `planproof check` here goes in; its time as a multiple of starting Node, and its memory, come out. */
import { join } from 'node:path';
import { type Measured, median } from './measured.ts';
import { commandLine, ROOT, runNode, withFolder, writeScript } from './node-runs.ts';

const PAIRS = 7;
const WARM_UPS = 2;
const TARGET = 8;

/** Prints three ways of starting it, and gives the ratio of the first against its target. */
export function checkHere(): Measured[] {
  return withFolder((folder) => {
    const empty = writeScript(folder, 'empty', []);
    const built = writeScript(folder, 'built', commandLine());
    const sources = writeScript(folder, 'sources', commandLine(fromSources()));
    const ratio = measure('built, again', empty, built);
    measure('built, nothing remembered', empty, built, { PLANPROOF_NO_CACHE: '1' });
    measure('sources (tsx)', empty, sources);
    return [{ what: 'planproof check, as a multiple of starting Node', ratio, target: TARGET }];
  });
}

function fromSources(): string {
  const tsx = JSON.stringify(join(ROOT, 'node_modules/tsx/dist/esm/api/index.mjs'));
  const cli = JSON.stringify(join(ROOT, 'scripts/cli.ts'));
  return `(await import(${tsx}).then((tsx) => tsx.register()), await import(${cli}))`;
}

/** Prints and gives the median of the ratios of pairs that ran one after the other, so that a busy machine hits both. */
function measure(name: string, empty: string, script: string, env: Record<string, string> = {}): number {
  const pairOf = () => ({
    node: runNode(empty, { cwd: ROOT, env }),
    check: runNode(script, { cwd: ROOT, args: ['check'], env }),
  });
  for (let i = 0; i < WARM_UPS; i += 1) pairOf();
  const pairs = Array.from({ length: PAIRS }, pairOf);
  const ratio = median(pairs.map(({ check, node }) => check.ms / node.ms));
  const [check, node] = [median(pairs.map((one) => one.check.ms)), median(pairs.map((one) => one.node.ms))];
  const memory = Math.max(...pairs.map((one) => one.check.megabytes));
  const times = `check ${check.toFixed(0)} ms, node ${node.toFixed(0)} ms`;
  console.log(`${name.padEnd(26)} ratio ${ratio.toFixed(1)}  (${times}; peak memory ${memory.toFixed(0)} MB)`);
  return ratio;
}
