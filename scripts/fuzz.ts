/** `npm run fuzz`: a seed and a number of documents go in; what the matrix reader made of them, and its first fault, come out. */
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { lookAtLargeFile } from './fuzz/large-file.ts';
import { makeDocument } from './fuzz/make-document.ts';
import type { Ran } from './fuzz/run-documents.ts';
import type { Order } from './fuzz/worker.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
  },
});
const [seed, count, from] = [Number(values.seed), Number(values.runs), Number(values.from)];

/** The document that is being read, written by the worker. */
const current = new Int32Array(new SharedArrayBuffer(4)).fill(from - 1);
/** A document that is read for longer than this hangs, in milliseconds. */
const HANGS = 60_000;

const large = lookAtLargeFile();
console.log(large.words);
const started = performance.now();
const ran = await run();
const seconds = (performance.now() - started) / 1000;
const { documents, reads, slowest, failure } = ran;
const share = ((reads / documents) * 100).toFixed(0);
console.log(
  `${documents} documents of seed ${seed} in ${seconds.toFixed(0)} s, ${(documents / seconds).toFixed(0)} a second; ` +
    `${share}% read; slowest ${slowest.ms.toFixed(0)} ms, number ${slowest.number}`,
);
if (failure) tell(failure);
process.exitCode = failure || large.failed ? 1 : 0;

/** In a worker, because what hangs can only be ended from outside. */
function run(): Promise<Ran> {
  const order: Order = { seed, from, count, current };
  const worker = new Worker(new URL('./fuzz/worker.ts', import.meta.url), { workerData: order });
  return new Promise((resolve, reject) => {
    let [last, since] = [-1, performance.now()];
    const watch = setInterval(() => {
      if (current[0] !== last) [last, since] = [current[0]!, performance.now()];
      if (performance.now() - since < HANGS) return;
      clearInterval(watch);
      void worker.terminate();
      resolve(hung(last));
    }, 1000);
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => clearInterval(watch));
  });
}

function hung(number: number): Ran {
  const failure = { number, fault: `It is still being read after ${HANGS} ms.`, document: makeDocument(seed, number) };
  return { documents: number - from + 1, reads: 0, slowest: { number, ms: HANGS }, failure };
}

function tell({ number, fault, document }: NonNullable<Ran['failure']>): void {
  console.log(`\nDocument ${number}: ${fault}\n`);
  console.log(typeof document === 'string' ? document : Buffer.from(document).toString());
  console.log(`\nAs a literal: ${JSON.stringify(typeof document === 'string' ? document : [...document])}`);
  console.log(`Again: npm run fuzz -- --seed ${seed} --from ${number} --runs 1`);
}
