/** A thread that reads pages: what servers sent comes in as messages, what was seen goes out. */
import { parentPort, workerData } from 'node:worker_threads';
import type { SentPage } from '../crawl/read-answer.ts';
import { readSitePage, type SitePages } from './read-site-page.ts';

parentPort?.on('message', async ({ id, sent }: { id: number; sent: SentPage }) => {
  parentPort?.postMessage({ id, seen: await readSitePage(sent, workerData as SitePages) });
});
