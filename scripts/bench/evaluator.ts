/** Nothing goes in; the times of the evaluator's answers, as shares of simple maps and of other libraries, come out. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { COMPARISONS } from './evaluator/comparisons.ts';
import { type Measured, median } from './measured.ts';

const TIMES = 3;

/** A process for each, so that no comparison runs on code that another one has warmed up or spoiled. */
export function evaluatorAnswers(): Measured[] {
  return Object.entries(COMPARISONS).map(([what, work]) => {
    const ratio = median(Array.from({ length: TIMES }, () => ratioIn(what)));
    const { target } = work();
    console.log(`${what}: ${ratio.toPrecision(3)} of the base`);
    return { what, ratio, target };
  });
}

function ratioIn(what: string): number {
  const file = join(import.meta.dirname, 'evaluator/run-comparison.ts');
  const ran = spawnSync(process.execPath, ['--import', 'tsx', file, what], { encoding: 'utf8' });
  const ratio = Number(ran.stdout);
  if (ran.status !== 0 || !(ratio > 0)) throw new Error(`${what} could not be measured: ${ran.stderr}`);
  return ratio;
}
