/** Addresses of pages go in; what each is once its scripts have run, or why that cannot be seen, comes out. One browser, started with the first page. */
import type { Visit } from '../audit/forbidden-requests.ts';
import type { Mask } from '../holders/mask.ts';
import { CircuitBreaker } from '../http/circuit-breaker.ts';
import type { Started } from '../probes/browser.ts';
import type { Observation } from '../types.ts';
import { errorWords } from './error-words.ts';
import { OpenPage } from './open-page.ts';
import { type Pictures, placesOf, withPicture } from './page-evidence.ts';
import { whyNotLoaded } from './still-works.ts';
import { wholeHtml } from './whole-html.ts';

/** `url`: where its scripts led, which may be elsewhere. `loading`: why it is not all that it will be. */
export type Rendered = { html: string; status: number; url: string; loading?: string } | { reason: string };

const AT_ONCE = 2;
const WAIT_MS = 5_000;
const CLOSE_MS = 5_000;

export interface RenderOptions {
  /** What must not be seen in pictures. */
  mask?: Mask | undefined;
  /** Seconds for one page; 10 when left out. */
  timeout?: number | undefined;
}

export class RenderedPages {
  readonly visits: Visit[] = [];
  #started: Promise<Started> | undefined;
  #lanes: Promise<unknown>[] = Array.from({ length: AT_ONCE }, () => Promise.resolve());
  #next = 0;
  readonly #breaker = new CircuitBreaker();
  /** Addresses by path: those of other origins may have the same. */
  readonly #opened = new Map<string, Set<string>>();

  /** `base`: origin that addresses are relative to. */
  constructor(
    private readonly base: string,
    private readonly start: () => Promise<Started>,
    private readonly options: RenderOptions = {},
  ) {}

  render(address: string): Promise<Rendered> {
    return this.#inPage<Rendered>(address, true, async (open, status) => {
      const loading = await whyNotLoaded(open, WAIT_MS);
      return { status, html: await wholeHtml(open.page), url: open.page.url(), ...(loading && { loading }) };
    }).catch((error: Error) => ({ reason: `could not be seen with JavaScript: ${errorWords(error)}` }));
  }

  /** Opens all pages under these paths again, and waits until they ask for nothing more. */
  async visitAgain(paths: readonly string[]): Promise<Visit[]> {
    const before = this.visits.length;
    const addresses = paths.flatMap((path) => [...(this.#opened.get(path) ?? [])]);
    await Promise.all(addresses.map((address) => this.#inPage(address, true, async () => {}).catch(() => {})));
    return this.visits.slice(before);
  }

  /** The observations, which stand at one address, with a picture of it; without one where it cannot be opened again. */
  async picture(address: string, observations: readonly Observation[], pictures: Pictures): Promise<Observation[]> {
    const how = { pictures, places: placesOf(observations), path: address, mask: this.options.mask };
    return this.#inPage(address, false, (open) => withPicture(open, observations, how)).catch(() => [...observations]);
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.#lanes);
    const started = await this.#started;
    if (started?.browser) await soon(started.browser.close());
  }

  /** At most two pages at a time, each in a session of its own. */
  #inPage<T>(address: string, plain: boolean, work: (open: OpenPage, status: number) => Promise<T>): Promise<T> {
    const lane = this.#next++ % AT_ONCE;
    const done = this.#lanes[lane]!.then(() => this.#open(address, plain, work));
    this.#lanes[lane] = done.catch(() => {});
    return done;
  }

  async #open<T>(address: string, plain: boolean, work: (open: OpenPage, status: number) => Promise<T>): Promise<T> {
    if (this.#breaker.reason) throw new Error(this.#breaker.reason);
    this.#started ??= this.start();
    const started = await this.#started;
    if (!started.browser) throw new Error(started.reason);
    const context = await started.browser.newContext({ serviceWorkers: 'block', acceptDownloads: false });
    try {
      const { timeout } = this.options;
      const bounds = timeout !== undefined && { stepMs: timeout * 1000 };
      const open = await OpenPage.open(context, { plain, breaker: this.#breaker, ...bounds });
      return await open.within(async () => {
        const { href, pathname } = new URL(address, this.base);
        this.#opened.set(pathname, (this.#opened.get(pathname) ?? new Set()).add(address));
        const status = await open.goto(href);
        await open.rest(WAIT_MS);
        // Nobody signs in on a site.
        const opened = open.opened.map(({ path }) => ({ path, signedIn: false }));
        this.visits.push({ opened, requests: open.requests.map((one) => ({ ...one, signedIn: false })) });
        return work(open, status);
      });
    } finally {
      await soon(context.close());
    }
  }
}

/** A browser that is stuck holds nobody up. */
async function soon(closing: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((done) => {
    timer = setTimeout(done, CLOSE_MS);
  });
  await Promise.race([closing.catch(() => {}), late]);
  clearTimeout(timer);
}
