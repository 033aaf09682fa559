/** The name of a comparison goes in; the time of ours as a share of the base's, from one process, comes out on stdout. */
import { median } from '../measured.ts';
import { COMPARISONS } from './comparisons.ts';

const ROUNDS = 15;
const WARM = 3;

const { ours, base, ratioOf } = COMPARISONS[process.argv[2]!]!();
const times: Record<'ours' | 'base', number[]> = { ours: [], base: [] };
let yes = 0;
for (let round = 0; round < WARM + ROUNDS; round++)
  for (const [name, work] of [
    ['ours', ours],
    ['base', base],
  ] as const) {
    const started = performance.now();
    yes += await work();
    if (round >= WARM) times[name].push(performance.now() - started);
  }
// Without an answer that is used, the work could be left out.
if (yes === 0) throw new Error('nobody was told yes, so nothing was measured');
const each = ratioOf ?? { ours: 1, base: 1 };
console.log(median(times.ours) / each.ours / (median(times.base) / each.base));
