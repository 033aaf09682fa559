/** A seed and a count go in; how many documents read, which was slowest, and the first fault, made small, come out. */
import { faultIn } from './fault-in.ts';
import { makeDocument } from './make-document.ts';
import { minimise } from './minimise.ts';

export interface Run {
  seed: number;
  from: number;
  count: number;
  /** Called before each document. */
  begins?(number: number): void;
}

export interface Ran {
  documents: number;
  reads: number;
  slowest: { number: number; ms: number };
  failure?: { number: number; fault: string; document: Uint8Array | string };
}

/** No document of these sizes may take longer, in milliseconds, on the slowest of machines. */
const MOST_MS = 5000;

export function runDocuments({ seed, from, count, begins }: Run): Ran {
  const ran: Ran = { documents: 0, reads: 0, slowest: { number: from, ms: 0 } };
  for (let number = from; number < from + count; number++) {
    begins?.(number);
    const document = makeDocument(seed, number);
    const started = performance.now();
    const { reads, fault } = faultIn(document);
    const ms = performance.now() - started;
    ran.documents += 1;
    ran.reads += Number(reads);
    if (ms > ran.slowest.ms) ran.slowest = { number, ms };
    const slow = ms > MOST_MS ? `It took ${ms.toFixed(0)} ms.` : undefined;
    if (fault) return { ...ran, failure: { number, fault, document: smallest(document, fault) } };
    if (slow) return { ...ran, failure: { number, fault: slow, document } };
  }
  return ran;
}

/** The same fault is one that begins with the same words. */
function smallest<T extends Uint8Array | string>(document: T, fault: string): T {
  const kind = kindOf(fault);
  return minimise(document, (smaller) => kindOf(faultIn(smaller).fault ?? '') === kind);
}

function kindOf(fault: string): string {
  return fault.split(/[\n`"\d]/)[0]!.slice(0, 40);
}
