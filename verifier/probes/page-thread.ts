/** A thread: some pages that were sent go in; what each says comes out, written as JSON. */
import module from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { SentPage } from '../crawl/read-answer.ts';
import type { SitePages } from './read-site-page.ts';

module.enableCompileCache?.();
const { readSitePage } = await import('./read-site-page.ts');
const pages = workerData as SitePages;

parentPort!.on('message', async (sent: readonly SentPage[]) => {
  const seen = [];
  for (const one of sent) seen.push(await readSitePage(one, pages));
  parentPort!.postMessage(JSON.stringify(seen));
});
parentPort!.postMessage('');
