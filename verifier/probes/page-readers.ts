/** Pages that were sent go in; what each says comes out: read here, and as soon as there are many, in threads as well. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { SentPage } from '../crawl/read-answer.ts';
import { readSitePage, type Seen, type SitePages } from './read-site-page.ts';

export interface ThreadLimits {
  /** Beside this one. */
  threads: number;
  /** Pages that are read here before threads are started. */
  many: number;
  /** Memory that a thread may take for what it reads; a page that needs more is unread. */
  megabytes: number;
}

/** A thread takes as long to start as this many pages take to be read. */
const LIMITS: ThreadLimits = { many: 100, megabytes: 1024, threads: Math.min(4, availableParallelism() - 1) };
/** Holds the pages that are read together, so that the collector need not copy them. */
const YOUNG_MEGABYTES = 48;

/** A message costs as much as a tenth of a page: those that wait go together, and some more while these are read. */
const MOST_TOGETHER = 8;
const MOST_SENT = 2;

interface Waiting {
  sent: SentPage;
  done: (seen: Seen) => void;
  fail: (error: unknown) => void;
  /** A thread ended that had it: nothing else shall go with it. */
  doubtful?: boolean;
}

interface Thread {
  worker: Worker;
  /** In the order in which they were sent. */
  reading: Waiting[][];
}

export class PageReaders {
  #read = 0;
  #starting: Promise<void> | undefined;
  #threads: Thread[] = [];
  /** Doubtful ones stand first. */
  #waiting: Waiting[] = [];
  #readsHere = false;
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
    return new Promise((done, fail) => {
      this.#waiting.push({ sent, done, fail });
      this.#feed();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#starting;
    await Promise.all(this.#threads.splice(0).map(({ worker }) => worker.terminate()));
  }

  #feed(): void {
    for (const thread of this.#threads)
      for (let pages = this.#next(thread); pages.length; pages = this.#next(thread)) {
        thread.reading.push(pages);
        // The bytes may be a part of many more.
        const sent = pages.map((page) => ({ ...page.sent, bytes: new Uint8Array(page.sent.bytes) }));
        const given = sent.map((page) => page.bytes.buffer);
        thread.worker.postMessage(sent, given);
      }
    if (!this.#readsHere) void this.#readHere();
  }

  /** What a thread gets; nothing where it has enough. */
  #next({ reading }: Thread): Waiting[] {
    const first = this.#waiting[0];
    if (!first || reading.length >= MOST_SENT || reading[0]?.[0]?.doubtful) return [];
    if (first.doubtful) return reading.length ? [] : this.#waiting.splice(0, 1);
    return this.#waiting.splice(0, MOST_TOGETHER);
  }

  /** What waits while all threads read; answers and threads are heard between two pages. */
  async #readHere(): Promise<void> {
    this.#readsHere = true;
    while (this.#waiting.length && !this.#waiting.at(-1)!.doubtful) {
      const { sent, done, fail } = this.#waiting.pop()!;
      await readSitePage(sent, this.pages).then((seen) => done(detached(seen)), fail);
      await new Promise((heard) => setImmediate(heard));
    }
    this.#readsHere = false;
  }

  async #start(): Promise<void> {
    await Promise.all(Array.from({ length: this.limits.threads }, () => this.#startOne()));
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
      for (const [n, page] of reading.shift()!.entries()) page.done(answers[n]!);
      this.#feed();
    });
    worker.once('error', (error) => void this.#died(thread, error));
    this.#threads.push(thread);
    this.#feed();
  }

  /** A page that was read alone is to blame; of several, each is read alone. */
  async #died(thread: Thread, error: Error): Promise<void> {
    const pages = thread.reading.splice(0).flat();
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
  return { worker, reading: [] };
}
