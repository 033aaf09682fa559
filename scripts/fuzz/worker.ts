/** An order for a run comes in as worker data; what was run goes out as a message, and the number of each document before it is read. */
import { parentPort, workerData } from 'node:worker_threads';
import { runDocuments } from './run-documents.ts';

export interface Order {
  seed: number;
  from: number;
  count: number;
  current: Int32Array;
}

const { current, ...run } = workerData as Order;
const begins = (number: number) => {
  current[0] = number;
};
parentPort!.postMessage(runDocuments({ ...run, begins }));
