/** What servers sent goes in, page by page; what was seen comes out. Large sites are read by several threads. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { SentPage } from '../crawl/read-answer.ts';
import { readSitePage, type Seen, type SitePages } from './read-site-page.ts';

export interface PageReaders {
  read(sent: SentPage): Promise<Seen>;
  close(): Promise<void>;
}

/** Starting threads costs as much as reading some hundred pages. */
const READ_ALONE = 200;
const MOST_THREADS = 4;
const MEGABYTES = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 256 };

export function openPageReaders(pages: SitePages, alone = READ_ALONE): PageReaders {
  let read = 0;
  let threads: Thread[] | undefined;
  return {
    read: (sent) => {
      read += 1;
      if (read > alone) threads ??= startThreads(pages);
      if (!threads?.length) return readSitePage(sent, pages);
      return threads.reduce((least, one) => (one.busy < least.busy ? one : least)).read(sent);
    },
    close: async () => {
      await Promise.all((threads ?? []).map((one) => one.close()));
    },
  };
}

function startThreads(pages: SitePages): Thread[] {
  const entry = entryOf();
  const count = Math.min(MOST_THREADS, availableParallelism());
  return entry && count > 1 ? Array.from({ length: count }, () => new Thread(entry, pages)) : [];
}

/** Beside this file as a source; in the bundle, where this file is part of a chunk. */
function entryOf(): URL | undefined {
  return ['./page-worker.ts', './page-worker.js', '../page-worker.js']
    .map((path) => new URL(path, import.meta.url))
    .find((url) => existsSync(url));
}

class Thread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, { sent: SentPage; done(seen: Seen): void }>();
  #next = 0;
  #gone: string | undefined;

  constructor(entry: URL, workerData: SitePages) {
    const execArgv = entry.pathname.endsWith('.ts') ? ['--import', import.meta.resolve('tsx')] : [];
    this.#worker = new Worker(entry, { workerData, execArgv, resourceLimits: MEGABYTES });
    this.#worker.on('message', ({ id, seen }: { id: number; seen: Seen }) => {
      this.#waiting.get(id)?.done(seen);
      this.#waiting.delete(id);
    });
    this.#worker.on('error', (error) => this.#end(`could not be read (${error.message.split('\n')[0]})`));
    this.#worker.on('exit', () => this.#end('could not be read (its reader ended)'));
  }

  get busy(): number {
    return this.#gone ? Number.POSITIVE_INFINITY : this.#waiting.size;
  }

  read(sent: SentPage): Promise<Seen> {
    if (this.#gone) return Promise.resolve({ reason: this.#gone });
    const id = this.#next++;
    return new Promise((done) => {
      this.#waiting.set(id, { sent, done });
      this.#worker.postMessage({ id, sent });
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  /** What it was given is not read by anybody else: one of them may be what ended it. */
  #end(reason: string): void {
    this.#gone ??= reason;
    for (const { done } of this.#waiting.values()) done({ reason });
    this.#waiting.clear();
  }
}
