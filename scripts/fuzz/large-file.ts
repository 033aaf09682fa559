/** A valid matrix of 50 MB, which stands on no disk, goes in; whether it is answered clearly, at once and in little memory, comes out. */
import { readMatrix } from '../../matrix/read/read.ts';

const BYTES = 50_000_000;
const MOST_MS = 10_000;
const MOST_MORE_BYTES = 250_000_000;

export function largeMatrix(bytes: number): Buffer {
  const head = 'planproof: 1\nproduct: Tide\nplans:\n';
  const plan = (i: number) =>
    `  plan_${i}: { name: Plan ${i}, version: plan_${i}_v1, price: { USD: { month: 4.99 } } }\n`;
  const file = Buffer.alloc(bytes, '#');
  let at = file.write(head);
  for (let i = 0; ; i++) {
    const next = plan(i);
    if (at + next.length > bytes) return file;
    at += file.write(next, at);
  }
}

export function lookAtLargeFile(): { words: string; failed: boolean } {
  const file = largeMatrix(BYTES);
  const before = process.memoryUsage().rss;
  const started = performance.now();
  const { problems } = readMatrix(file, 'matrix.yaml');
  const ms = performance.now() - started;
  const more = process.memoryUsage().rss - before;
  const found = problems.map((problem) => `${problem.found} Write: ${problem.write}`).join(' ') || 'It reads.';
  const words = `${BYTES / 1e6} MB in ${ms.toFixed(0)} ms and ${(more / 1e6).toFixed(0)} MB more: ${found}`;
  return { words, failed: problems.length !== 1 || ms > MOST_MS || more > MOST_MORE_BYTES };
}
