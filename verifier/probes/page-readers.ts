/** Pages that were sent go in; what each says comes out: read here, and as soon as there are many, in threads. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { SentPage } from '../crawl/read-answer.ts';
import { readSitePage, type Seen, type SitePages } from './read-site-page.ts';

export interface ThreadLimits {
  /** At most; one alone would gain nothing. */
  threads: number;
  /** Pages that are read here before threads are started. */
  many: number;
  /** Memory that a thread may take for what it reads; a page that needs more is unread. */
  megabytes: number;
}

/** A thread takes as long to start as this many pages take to be read. */
const LIMITS: ThreadLimits = { many: 100, megabytes: 1024, threads: Math.min(4, availableParallelism()) };
/** Holds the pages that are read together, so that the collector need not copy them. */
const YOUNG_MEGABYTES = 48;

/** A message costs as much as a tenth of a page: those that wait go together. */
const MOST_TOGETHER = 8;

interface Waiting {
  sent: SentPage;
  done: (seen: Seen) => void;
  /** A thread ended that had it: nothing else shall go with it. */
  doubtful?: boolean;
}

interface Thread {
  worker: Worker;
  reading: Waiting[];
}

export class PageReaders {
  #read = 0;
  #starting: Promise<void> | undefined;
  #threads: Thread[] = [];
  #waiting: Waiting[] = [];
  #closed = false;

  constructor(
    private readonly pages: SitePages,
    private readonly limits: ThreadLimits = LIMITS,
  ) {}

  /** How many run. */
  get threads(): number {
    return this.#threads.length;
  }

  async read(sent: SentPage): Promise<Seen> {
    this.#read += 1;
    if (this.#read > this.limits.many) this.#starting ??= this.#start();
    if (!this.#threads.length) return detached(await readSitePage(sent, this.pages));
    return new Promise((done) => {
      this.#waiting.push({ sent, done });
      this.#feed();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#starting;
    await Promise.all(this.#threads.splice(0).map(({ worker }) => worker.terminate()));
  }

  #feed(): void {
    for (const { worker, reading } of this.#threads) {
      if (reading.length || !this.#waiting.length) continue;
      const alone = this.#waiting.findIndex((page) => page.doubtful);
      reading.push(
        ...this.#waiting.splice(0, alone === 0 ? 1 : alone > 0 ? Math.min(alone, MOST_TOGETHER) : MOST_TOGETHER),
      );
      // The bytes may be a part of many more.
      const sent = reading.map((page) => ({ ...page.sent, bytes: new Uint8Array(page.sent.bytes) }));
      worker.postMessage(
        sent,
        sent.map((page) => page.bytes.buffer),
      );
    }
  }

  async #start(): Promise<void> {
    const { threads } = this.limits;
    if (threads > 1) await Promise.all(Array.from({ length: threads }, () => this.#startOne()));
  }

  async #startOne(): Promise<void> {
    const thread = startThread(this.pages, this.limits);
    if (!thread) return;
    const { worker, reading } = thread;
    const isReady = await new Promise<boolean>((ready) => {
      worker.once('message', () => ready(true)).once('error', () => ready(false));
    });
    if (!isReady || this.#closed) return void (await worker.terminate());
    worker.on('message', (seen: string) => {
      const answers = JSON.parse(seen) as Seen[];
      for (const [n, page] of reading.splice(0).entries()) page.done(answers[n]!);
      this.#feed();
    });
    worker.once('error', (error) => void this.#died(thread, error));
    this.#threads.push(thread);
    this.#feed();
  }

  /** A page that was read alone is to blame; of several, each is read alone. */
  async #died(thread: Thread, error: Error): Promise<void> {
    const pages = thread.reading.splice(0);
    this.#threads = this.#threads.filter((one) => one !== thread);
    if (pages.length === 1)
      pages[0]!.done({ reason: `cannot be read (${(error as NodeJS.ErrnoException).code ?? error.message})` });
    else this.#waiting.unshift(...pages.map((page) => ({ ...page, doubtful: true })));
    await this.#startOne();
    if (this.#threads.length) return;
    for (const page of this.#waiting.splice(0)) page.done({ reason: 'was not read: the thread that should ended' });
  }
}

/** Written out and read again, words no longer hold on to the page that they were cut from. */
function detached(seen: Seen): Seen {
  return JSON.parse(JSON.stringify(seen)) as Seen;
}

/** In a clone a source, in the package beside the folder of its parts. */
const ENTRIES = ['./page-thread.ts', './page-thread.js', '../page-thread.js'];

function startThread(pages: SitePages, { megabytes }: ThreadLimits): Thread | undefined {
  const entry = ENTRIES.map((path) => new URL(path, import.meta.url)).find((url) => existsSync(fileURLToPath(url)));
  if (!entry) return undefined;
  const worker = new Worker(entry, {
    workerData: pages,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES, maxOldGenerationSizeMb: megabytes },
    ...(entry.pathname.endsWith('.ts') && { execArgv: ['--import', import.meta.resolve('tsx')] }),
  });
  worker.unref();
  return { worker, reading: [] };
}
